import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installTarballs, packDependencies, packOurs } from "../src/pack.js";
import { importing, requiring } from "../src/prove/programs.js";
import { fileProblems } from "../src/prove/tarball-files.js";
import { apis, packages, root } from "../src/repo.js";
import { run } from "../src/run.js";

let folder: string;
let project: string;
let tarballs: Map<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cloud-clients-packed-"));
  project = join(folder, "project");
  tarballs = await packOurs(join(folder, "ours"));
  const others = await packDependencies(join(folder, "others"), [
    "@types/node",
    "@opentelemetry/api",
  ]);
  await installTarballs(project, tarballs, others);
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The functions that create a client, by the name of the API. */
const factories = await Promise.all(
  apis.map(async (api) => {
    const exported = Object.keys(await import(`@cloud-clients/${api}`));
    return { api, name: exported.find((one) => /^create\w+Client$/.test(one)) };
  }),
);

/** A program that imports every API: its client is one of openapi-fetch. */
const everyApi = factories.map(
  ({ api, name }, index) => `
import * as api${index} from "@cloud-clients/${api}";
export type Paths${index} = keyof api${index}.paths;
${name === undefined ? "" : `export const client${index}: Client<api${index}.paths, "application/json"> = api${index}.${name}();`}`,
);

/** A program with every entry, and options that may be undefined. */
const typed = `
import type { Client } from "openapi-fetch";
${everyApi.join("\n")}
import * as kit from "@cloud-clients/runtime/kit";
import { consoleHooks, isCloudClientError } from "@cloud-clients/runtime";
import { openTelemetryHooks } from "@cloud-clients/runtime/opentelemetry";
import { createVpcepClient } from "@cloud-clients/huaweicloud-vpcep";
import { addPorts, createPpioGpuClient, listInstances } from "@cloud-clients/ppio-gpu";
import { createEmulator } from "@cloud-clients/emulator";
const maybe = undefined as string | undefined;
const emulator = createEmulator("ppio-gpu", { instances: 7, seed: undefined });
const client = createPpioGpuClient({ apiKey: maybe, fetch: emulator.fetch, hooks: consoleHooks() });
try {
  for await (const { id } of listInstances(client, { status: maybe })) {
    await addPorts(client, id, [{ port: 1, protocol: "tcp" }], { signal: undefined });
  }
} catch (error) {
  if (isCloudClientError(error) && error.kind === "api") console.log(error.status);
}
const { data } = await client.GET("/gpus/v2/instances");
export const count: number | undefined = data?.data.length;
export const vpcep = createVpcepClient({ region: "cn-north-4", projectId: maybe, token: maybe });
export const other = createVpcepClient({ baseUrl: maybe, hooks: openTelemetryHooks(), token: "t" });
export const { createList } = kit;
`;

it.each(packages)(
  "packing %s builds it first, so that it cannot be packed without its code",
  async (name) => {
    const file = join(root, "packages", name, "package.json");
    const { scripts, files } = JSON.parse(await readFile(file, "utf8"));
    expect(scripts.prepack).toMatch(/^pnpm run build( && |$)/);
    expect(scripts.build).toMatch(/pkgroll --clean-dist/);
    expect(files).toContain("dist");
  },
);

describe("the packed packages, installed outside the workspace", () => {
  it("are imported and work", async () => {
    await writeFile(join(project, "use.js"), importing);
    expect((await run(process.execPath, ["use.js"], project)).stdout).toBe("7 7\n");
  });

  it("are required from CommonJS", async () => {
    await writeFile(join(project, "use.cjs"), requiring(tarballs.keys()));
    const { stdout } = await run(process.execPath, ["use.cjs"], project);
    expect(stdout).toBe("object\n".repeat(packages.length));
  });

  // The rest of the table is compiled by `prove packages`.
  const settings = [
    { moduleResolution: "nodenext", lib: "DOM", exactOptionalPropertyTypes: true },
    { moduleResolution: "bundler", lib: "Node's types", exactOptionalPropertyTypes: false },
  ];
  describe.each([
    ["5.4, the lowest that is supported", "typescript-5.4"],
    ["7.0, the latest", "typescript-7.0"],
  ])("under TypeScript %s, libraries checked", (_, compiler) => {
    it.concurrent.each(settings)(
      "compile with %o",
      async ({ moduleResolution, lib, exactOptionalPropertyTypes }) => {
        const inBrowsers = lib === "DOM";
        const compilerOptions = {
          strict: true,
          exactOptionalPropertyTypes,
          skipLibCheck: false,
          noEmit: true,
          target: "es2022",
          module: moduleResolution === "bundler" ? "esnext" : moduleResolution,
          moduleResolution,
          lib: inBrowsers ? ["es2022", "dom", "dom.iterable"] : ["es2022"],
          types: inBrowsers ? [] : ["node"],
        };
        const name = `${compiler}.${moduleResolution}.${lib}.${exactOptionalPropertyTypes}`;
        await writeFile(join(project, `${name}.ts`), typed);
        const config = join(project, `${name}.json`);
        await writeFile(config, JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
        const tsc = join(root, "tests", "node_modules", compiler, "bin", "tsc");
        const { stdout } = await run(
          process.execPath,
          [tsc, "-p", config, "--listFiles"],
          project,
        ).catch((error: { stdout: string }) => error);
        const lines = stdout.trim().split("\n");
        expect(lines.filter((line) => line.includes("error TS"))).toEqual([]);
        expect(lines.some((line) => line.includes("/@types/node/"))).toBe(!inBrowsers);
        expect(lines.some((line) => line.endsWith("/runtime/dist/kit.d.ts"))).toBe(true);
      },
    );
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
    for (const name of apis) {
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

  it.each(packages)("%s: has what users need, and no other file", async (name) => {
    const tarball = tarballs.get(`@cloud-clients/${name}`) ?? "";
    expect(await fileProblems(tarball, folder)).toEqual([]);
  });

  it("are refused with a file too many or too few, by its name", async () => {
    const [original = ""] = tarballs.values();
    const work = join(folder, "altered");
    await mkdir(work);
    await run("tar", ["-xzf", original], work);
    await rm(join(work, "package", "README.md"));
    await mkdir(join(work, "package", "src"));
    await writeFile(join(work, "package", "src", "index.ts"), "");
    await run(
      "tar",
      [
        "-czf",
        "altered.tgz",
        "package/package.json",
        "package/LICENSE",
        "package/CHANGELOG.md",
        "package/dist/index.js",
        "package/src/index.ts",
      ],
      work,
    );
    expect(await fileProblems("altered.tgz", work)).toEqual([
      "package/src/index.ts does not belong there",
      "README.md is missing",
    ]);
  });

  for (const name of packages) {
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
