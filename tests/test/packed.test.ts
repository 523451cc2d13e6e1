import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { link, locate, packOurs, unpack } from "../src/pack.js";
import { type Bundler, bundlers, proveBundler } from "../src/prove/bundlers.js";
import { bundled, importing, requiring } from "../src/prove/programs.js";
import { fileProblems, tarballProblems } from "../src/prove/tarballs.js";
import { type Cell, compile, nameOf, typedProgram } from "../src/prove/typescript.js";
import { apis, packages, root } from "../src/repo.js";
import { run } from "../src/run.js";

let folder: string;
let project: string;
let tarballs: Map<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cloud-clients-packed-"));
  project = join(folder, "project");
  tarballs = await packOurs(join(folder, "ours"));
  await mkdir(project);
  await writeFile(join(project, "package.json"), '{ "name": "somebody", "type": "module" }');
  // That package managers install them, `prove packages` shows.
  for (const [name, file] of tarballs) await unpack(project, name, file);
  for (const name of ["openapi-fetch", "@types/node", "@opentelemetry/api"]) {
    const installed = await locate(join(root, "packages/runtime"), name);
    await link(installed, join(project, "node_modules", name));
  }
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

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

  const inBrowsers = { module: "nodenext", dom: true, nodeTypes: undefined, exact: true } as const;
  const inNode = { module: "bundler", dom: false, nodeTypes: "20", exact: false } as const;
  // The rest of the matrix is compiled by `prove packages`.
  const quick: Cell[] = [
    { compiler: "5.4", ...inBrowsers },
    { compiler: "7.0", ...inNode },
  ];
  it.concurrent.each(quick.map((one) => [nameOf(one), one] as const))(
    "compile with TypeScript %s",
    async (_, one) => {
      expect(await compile(one, await typedProgram(), project)).toEqual([]);
    },
    180_000,
  );

  it("are named with file and reason where they do not compile", async () => {
    const fast: Cell = { compiler: "7.0", ...inBrowsers };
    const declared = join(project, "node_modules", "@cloud-clients", "locks", "dist", "etcd.d.ts");
    const good = await readFile(declared, "utf8");
    await writeFile(declared, `${good}\nexport const wrong: Missing;\n`);
    const problems = await compile(fast, await typedProgram(), project);
    await writeFile(declared, good);
    expect(problems).toEqual([
      expect.stringMatching(
        /^node_modules\/@cloud-clients\/locks\/dist\/etcd\.d\.ts\(\d+,21\): error TS2304: Cannot find name 'Missing'/,
      ),
    ]);
  });

  it("carry the command of the emulator", async () => {
    const command = join(project, "node_modules", ".bin", "cloud-emulator");
    const { stdout } = await run(process.execPath, [command, "--help"], project);
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

  it.each(packages)(
    "%s: has what users need and no other file, and its types are right",
    async (name) => {
      const tarball = tarballs.get(`@cloud-clients/${name}`) ?? "";
      expect(await tarballProblems(tarball, folder, { typed: true })).toEqual([]);
    },
  );

  it("are refused with a file too many or too few, by its name", async () => {
    const work = join(folder, "altered");
    await mkdir(work);
    await run("tar", ["-xzf", tarballs.get("@cloud-clients/ppio-gpu") ?? ""], work);
    for (const file of ["README.zh-CN.md", "CHANGELOG.md", "openapi.yaml", "dist/index.d.ts"]) {
      await rm(join(work, "package", file));
    }
    await mkdir(join(work, "package", "src"));
    await writeFile(join(work, "package", "src", "index.ts"), "");
    await run("tar", ["-czf", "altered.tgz", "package"], work);
    expect(await fileProblems("altered.tgz", work)).toEqual([
      "src/index.ts does not belong there",
      "CHANGELOG.md is missing",
      "dist/index.d.ts is missing",
      "openapi.yaml is missing",
      "README.zh-CN.md is missing",
    ]);
  });

  describe("with esbuild", () => {
    const [esbuild] = bundlers as [Bundler];
    let tools: string;

    beforeAll(async () => {
      // Without the packages of the workspace, which lie beside it.
      tools = join(folder, "tools");
      await mkdir(tools);
      const installed = join(root, "tests", "node_modules", "esbuild");
      await symlink(installed, join(tools, "esbuild"), "junction");
    });

    it("are bundled without a warning, and without the code that is not called", async () => {
      expect(await proveBundler(esbuild, project, { tools })).toEqual([]);
    });

    it("fail by file and reason with a warning, with other output, and with all code", async () => {
      const { inBrowsers, oneCall, listAndEdit } = bundled;
      const programs = {
        inBrowsers: { ...inBrowsers, code: `${inBrowsers.code}console.log({ a: 1, a: 2 }.a);` },
        inNode: { ...inBrowsers, code: 'import "@cloud-clients/nothing";' },
        oneCall: { ...listAndEdit, prints: "4" },
        listAndEdit: oneCall,
      };
      const problems = await proveBundler({ ...esbuild, name: "wrong" }, project, {
        tools,
        programs,
      });
      expect(problems).toEqual([
        expect.stringMatching(/^inBrowsers\.mjs: inBrowsers\.mjs:\d+: Duplicate key "a"/),
        'inBrowsers.mjs: its bundle prints "0 true\\n2\\n"',
        expect.stringMatching(/^inNode\.mjs: .*Could not resolve "@cloud-clients\/nothing"/),
        'oneCall.mjs: its bundle prints "3\\n"',
        "listAndEdit.mjs: has no WriteNotAppliedError or checkpoint, by which the code is known",
        "oneCall.mjs: has code for lists or edits, which it does not call",
      ]);
    });
  });
});
