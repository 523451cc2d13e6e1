import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { bundlers } from "../src/prove/bundlers.js";
import { packagesPage } from "../src/prove/packages-page.js";
import { proofs, prove } from "../src/prove/proofs.js";
import { stepsOf } from "../src/prove/prove-readme.js";
import { reasonOf } from "../src/prove/reason.js";
import { openRegistry } from "../src/prove/registry.js";
import { cells, compilers, typesTable } from "../src/prove/typescript.js";
import { filesBelow, read } from "../src/repo.js";
import { run as execute } from "../src/run.js";

/** What a command prints. */
async function run(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  return { code: await prove(args, { out: say, err: say }), lines };
}

describe("prove", () => {
  it("says what there is, and makes no proof, without a name", async () => {
    const { code, lines } = await run();
    expect(code).toBe(0);
    expect(lines.map((line) => line.match(/^prove ([\w-]+)/)?.[1])).toEqual([
      ...Object.keys(proofs),
      "all",
    ]);
  });

  it.each([
    [["nothing"], "prove nothing: there are packages, runtimes, properties, readme, site, all"],
    [
      ["all", "packages"],
      "prove all packages: there are packages, runtimes, properties, readme, site, all",
    ],
    [
      ["packages", "types"],
      "no part types: there are tarballs, managers, typescript, test-frameworks, bundlers",
    ],
    [["readme", "README.md"], "README.md: this proof has no parts"],
  ])("refuses %j before anything is packed, in one line", async (args, message) => {
    await expect(run(...args)).rejects.toThrow(
      expect.objectContaining({ name: "InputError", problems: [message] }),
    );
  });

  it("is run by a workflow, each proof in a job of its own", async () => {
    const { jobs } = parse(await read(".github/workflows/prove.yml"));
    expect(jobs.prove.strategy.matrix.proof).toEqual(Object.keys(proofs));
  });

  it("is made for a pull request that updates what the packages depend on, or what makes it", async () => {
    const { on } = parse(await read(".github/workflows/prove.yml"));
    const paths = ["pnpm-lock.yaml", "pnpm-workspace.yaml", "scripts/src/**", "tests/src/**"];
    expect(on.pull_request.paths).toEqual(
      expect.arrayContaining([...paths, ".github/actions/setup/**", ".github/workflows/prove.yml"]),
    );
  });
});

describe("what is said of TypeScript", () => {
  it("names the lowest version that is proven, in both languages", async () => {
    const [lowest = ""] = Object.keys(compilers);
    expect(await read("README.md")).toContain(`types for TypeScript ≥ ${lowest}`);
    expect(await read("README.zh-CN.md")).toContain(`TypeScript ≥ ${lowest}`);
  });

  it("covers every setting under every version, each once", () => {
    expect(cells.length).toBe(4 * 3 * 5 * 2);
    expect(new Set(cells.map((cell) => JSON.stringify(cell))).size).toBe(cells.length);
  });

  it("shows in the table what does not compile", () => {
    const wrong = cells.filter(
      ({ compiler, module, exact }) =>
        (compiler === "5.4" && module === "node16" && exact) ||
        (compiler === "7.0" && module === "bundler"),
    );
    const table = typesTable(new Set(cells.filter((cell) => !wrong.includes(cell)))).split("\n");
    expect(table).toHaveLength(2 + 3 * 5);
    expect(table).toContain(
      "| node16 | no DOM | @types/node 20 | off | on, off | on, off | on, off |",
    );
    expect(table).toContain(
      "| bundler | DOM | no @types/node | on, off | on, off | on, off | none |",
    );
  });
});

it("docs/packages.md is what the tables of the proof make (written by `prove packages`)", async () => {
  expect(await read("docs/packages.md")).toBe(packagesPage());
});

it("the bundler that is proven in `test` is the one that the workspace has", async () => {
  const manifest = JSON.parse(await read("tests/node_modules/esbuild/package.json"));
  expect(packagesPage()).toContain(`esbuild (esbuild ${manifest.version})`);
  expect(bundlers[0]?.name).toBe("esbuild");
});

it.each([
  ["a.js:1\n  throw new Error(text)\n\nTypeError: no thing\n    at x", "TypeError: no thing"],
  [
    "Error: Build failed with 1 error:\na.mjs:1:7: ERROR: no b",
    "Error: Build failed with 1 error: a.mjs:1:7: ERROR: no b",
  ],
  ["npm warn x\nnpm error code E404\nnpm error more", "npm error code E404"],
  ["all is lost\n", "all is lost"],
  ["", "it ends with 1"],
])("the reason in %j is %j", (stderr, reason) => {
  expect(reasonOf(Object.assign(new Error("it ends with 1"), { stderr }))).toBe(reason);
});

describe("the steps of a page", () => {
  const page = `# Title
Run \`npx --package @cloud-clients/emulator
cloud-emulator --help\` first.
\`\`\`sh
npm install a   # the client

npx b
\`\`\`
\`\`\`ts
import { expect } from "vitest";
\`\`\`
<!-- example: a.ts -->
\`\`\`ts
shown();
\`\`\`
\`\`\`yaml
a: 1
\`\`\`
\`\`\`ts
last();
\`\`\`
`;

  it("are its shell lines, snippets and commands in the text, with their lines", () => {
    const steps = stepsOf("a.md", page).map(({ line, kind, code }) => [line, kind, code]);
    expect(steps).toEqual([
      [5, "shell", "npm install a   # the client"],
      [7, "shell", "npx b"],
      [9, "test", 'import { expect } from "vitest";\n'],
      [19, "snippet", "last();\n"],
      [2, "shell", "npx --package @cloud-clients/emulator cloud-emulator --help"],
    ]);
  });

  it("are there on every page that has a fence", async () => {
    for (const file of ["README.md", ...(await filesBelow("packages", "README.md"))]) {
      const markdown = await read(file);
      const fences = markdown.match(/^```(sh|ts)$/gm)?.length ?? 0;
      expect(
        new Set(stepsOf(file, markdown).map(({ fence }) => fence)).size,
        file,
      ).toBeGreaterThanOrEqual(fences);
    }
  });
});

it("the registry of a proof serves its tarballs by their names, and nothing else", async () => {
  const folder = await mkdtemp(join(tmpdir(), "prove-registry-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "package"));
  await writeFile(join(folder, "package", "package.json"), '{"name":"@a/b","version":"1.2.3"}');
  await execute("tar", ["-czf", "a-b-1.2.3.tgz", "package"], folder);
  const registry = await openRegistry(new Map([["@a/b", join(folder, "a-b-1.2.3.tgz")]]));
  onTestFinished(() => registry.close());
  const found = await (await fetch(`${registry.url}@a%2fb`)).json();
  expect(found["dist-tags"]).toEqual({ latest: "1.2.3" });
  const { tarball, integrity } = found.versions["1.2.3"].dist;
  const data = new Uint8Array(await (await fetch(tarball)).arrayBuffer());
  expect(integrity).toBe(`sha512-${createHash("sha512").update(data).digest("base64")}`);
  expect((await fetch(`${registry.url}@a%2fc`)).status).toBe(404);
});
