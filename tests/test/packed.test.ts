import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installTarballs, packDependencies, packOurs } from "../src/pack.js";
import { packages, root } from "../src/repo.js";
import { run } from "../src/run.js";

let folder: string;
let project: string;
let tarballs: Map<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cloud-clients-packed-"));
  project = join(folder, "project");
  tarballs = await packOurs(join(folder, "ours"));
  await installTarballs(project, tarballs, await packDependencies(join(folder, "others")));
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const clients = `
import { createPpioGpuClient, listInstances, unwrap } from "@cloud-clients/ppio-gpu";
import { createVpcepClient } from "@cloud-clients/huaweicloud-vpcep";
import { createEmulator } from "@cloud-clients/emulator";
const emulator = createEmulator("ppio-gpu", { instances: 7 });
const client = createPpioGpuClient({ apiKey: "k", fetch: emulator.fetch });
const { items } = await listInstances(client, { limit: 3 }).collect();
const { data } = await unwrap(client.GET("/gpus/v2/instances"));
createVpcepClient({ region: "cn-north-4", projectId: "p", token: "t" });
console.log(items.length, data.length);
`;

describe("the packed packages, installed outside the workspace", () => {
  it("are imported and work", async () => {
    await writeFile(join(project, "use.js"), clients);
    expect((await run(process.execPath, ["use.js"], project)).stdout).toBe("7 7\n");
  });

  it("are required from CommonJS", async () => {
    const code = [...tarballs.keys()].map((name) => `console.log(typeof require("${name}"));`);
    await writeFile(join(project, "use.cjs"), code.join("\n"));
    const { stdout } = await run(process.execPath, ["use.cjs"], project);
    expect(stdout).toBe("object\n".repeat(packages.length));
  });

  it("type-check in a strict project", async () => {
    await writeFile(join(project, "use.ts"), clients);
    const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
      target: "es2022",
      module: "nodenext",
      lib: ["es2022", "dom", "dom.iterable"],
      types: [],
    };
    await writeFile(
      join(project, "tsconfig.json"),
      JSON.stringify({ compilerOptions, files: ["use.ts"] }),
    );
    const result = await run(process.execPath, [tsc], project).catch(
      (error: { stdout: string }) => error,
    );
    expect(result.stdout).toBe("");
  });

  it("carry the command of the emulator", async () => {
    const { stdout } = await run(
      join(project, "node_modules", ".bin", "cloud-emulator"),
      ["--help"],
      project,
    );
    expect(stdout).toContain("Usage: cloud-emulator");
  });

  it("carry the bundle, the licence and no source", async () => {
    for (const name of ["ppio-gpu", "huaweicloud-vpcep"]) {
      const installed = join(project, "node_modules", "@cloud-clients", name);
      expect(await readFile(join(installed, "openapi.yaml"), "utf8")).toMatch(/^# Written by/);
      expect(await readFile(join(installed, "LICENSE"), "utf8")).toMatch(/^MIT/);
      await expect(readFile(join(installed, "src", "index.ts"))).rejects.toThrow(/ENOENT/);
    }
  });

  it("import nothing of ours that is not published", async () => {
    const imported = /(?:from|import)\s*\(?["'](@cloud-clients\/[^"'/]+)/g;
    for (const name of tarballs.keys()) {
      const dist = join(project, "node_modules", name, "dist");
      const files = (await readdir(dist)).filter((file) => /\.(js|d\.ts)$/.test(file));
      expect(files).toContain("index.js");
      for (const file of files) {
        const text = await readFile(join(dist, file), "utf8");
        const unknown = [...text.matchAll(imported)].filter(([, one = ""]) => !tarballs.has(one));
        expect(unknown, `${name}: ${file}`).toEqual([]);
      }
    }
  });

  for (const name of packages) {
    it(`${name}: publint has nothing to say`, async () => {
      // The installed folder holds what was packed and nothing else.
      const pkgDir = join(project, "node_modules", "@cloud-clients", name);
      const { messages } = await publint({ pkgDir, pack: false, strict: true });
      expect(messages).toEqual([]);
    });

    it(`${name}: its types are right`, async () => {
      const data = await readFile(tarballs.get(`@cloud-clients/${name}`) ?? "");
      const analysis = await checkPackage(createPackageFromTarballData(data), {
        excludeEntrypoints: ["./openapi.yaml"],
      });
      if (!analysis.types) throw new Error("the package has no types");
      // The packages are ES modules only, for Node from 20.19 on, which can require() them; old
      // resolution (node10) knows no exports map.
      const wrong = analysis.problems.filter(
        (problem) =>
          problem.kind !== "CJSResolvesToESM" &&
          !("resolutionKind" in problem && problem.resolutionKind === "node10"),
      );
      expect(wrong).toEqual([]);
    });
  }
});
