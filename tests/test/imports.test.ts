import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ImportGraph, readImports, withPictures } from "../src/import-graph.js";
import { read } from "../src/repo.js";

describe("the imports of all sources", () => {
  let graph: ImportGraph;
  let problems: string[];

  beforeAll(async () => {
    ({ graph, problems } = await readImports());
  });

  it("are read, those of types and those between packages included", () => {
    expect(graph.size).toBeGreaterThan(300);
    expect(graph.get("packages/runtime/src/client/cloud-client.ts")).toContain(
      "packages/runtime/src/client/options.ts",
    );
    expect(graph.get("packages/ppio-gpu/src/index.ts")?.join()).toContain("packages/runtime/dist/");
  });

  it("keep the rules of .dependency-cruiser.mjs", () => {
    expect(problems).toEqual([]);
  });

  it("are drawn in docs/architecture.md as they are (written by `npx --yes pnpm@10 graph`)", async () => {
    const page = await read("docs/architecture.md");
    expect(page.match(/^flowchart TD$/gm)?.length).toBeGreaterThan(4);
    expect(withPictures(page, graph)).toBe(page);
  });
});

describe("a picture", () => {
  const page = (text: string): string =>
    `before\n<!-- imports of a -->\n${text}<!-- end -->\nafter\n`;

  it("has the rooms of a folder and no arrow that follows from others", () => {
    const graph = new Map([
      ["a/index.ts", ["a/low/x.ts", "a/high/y.ts", "elsewhere/z.ts"]],
      ["a/high/y.ts", ["a/low/x.ts", "a/high/w.ts"]],
      ["a/low/x.ts", []],
    ]);
    const drawn = page(
      "\n```mermaid\nflowchart TD\n  high --> low\n  index.ts --> high\n  low\n```\n\n",
    );
    expect(withPictures(page("old\n"), graph)).toBe(drawn);
    expect(withPictures(drawn, graph)).toBe(drawn);
  });

  it("is refused for a circle of rooms that no two files have", () => {
    const graph = new Map([
      ["a/one/x.ts", ["a/two/y.ts"]],
      ["a/two/z.ts", ["a/one/w.ts"]],
    ]);
    expect(() => withPictures(page(""), graph)).toThrow("a circle of rooms leads from one back");
  });
});

describe("the rules of imports", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "cloud-clients-imports-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** What is wrong with a checkout that has only these files. */
  async function problemsOf(files: Record<string, string>): Promise<string[]> {
    const checkout = await mkdtemp(join(folder, "checkout-"));
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(checkout, file)), { recursive: true });
      await writeFile(join(checkout, file), text);
    }
    return (await readImports(checkout)).problems;
  }

  it("allow a room what stands below it, and a package what it declares", async () => {
    const problems = await problemsOf({
      "packages/runtime/package.json": '{"dependencies":{"openapi-fetch":"*"}}',
      "packages/runtime/node_modules/openapi-fetch/package.json": '{"exports":"./index.js"}',
      "packages/runtime/node_modules/openapi-fetch/index.js": "",
      "packages/runtime/src/errors/a.ts": "export interface A {}",
      "packages/runtime/src/base/b.ts":
        'import type { A } from "../errors/a.js"; export type B = A;',
      "packages/runtime/src/index.ts": 'export type * from "./base/b.js"; import "openapi-fetch";',
      "packages/emulator/src/cli.ts": 'import "node:fs";',
      "packages/ppio-gpu/src/index.ts": 'export * from "@cloud-clients/runtime";',
      "packages/ppio-gpu/test/a.ts":
        'import "@cloud-clients/api-contract"; import "../src/index.js";',
    });
    expect(problems).toEqual([]);
  });

  const runtime = "packages/runtime/src";
  const typeOf = (file: string): string => `import type { T } from "${file}"; export type U = T;`;
  it.each<[what: string, rule: string, files: Record<string, string>]>([
    [
      "a circle of types inside one room",
      "no circle, types included",
      { [`${runtime}/base/a.ts`]: typeOf("./b.js"), [`${runtime}/base/b.ts`]: typeOf("./a.js") },
    ],
    [
      "a circle by an inline import of a type",
      "no circle, types included",
      {
        [`${runtime}/base/a.ts`]: 'export type A = import("./b.js").B;',
        [`${runtime}/base/b.ts`]: typeOf("./a.js"),
      },
    ],
    [
      "a type from a room above",
      "packages/runtime/src/base imports errors",
      { [`${runtime}/base/a.ts`]: typeOf("../client/b.js"), [`${runtime}/client/b.ts`]: "" },
    ],
    [
      "a room that imports an entry",
      "packages/runtime/src/wait imports lists, client, transport, base, errors",
      { [`${runtime}/wait/a.ts`]: typeOf("../index.js"), [`${runtime}/index.ts`]: "" },
    ],
    [
      "a room that nobody listed",
      "every room of packages/runtime/src is listed",
      { [`${runtime}/misc/a.ts`]: typeOf("./b.js"), [`${runtime}/misc/b.ts`]: "" },
    ],
    [
      "the emulator's engine that knows an API",
      "packages/emulator/src/engine imports no other room",
      {
        "packages/emulator/src/engine/a.ts": typeOf("../ppio-gpu/b.js"),
        "packages/emulator/src/ppio-gpu/b.ts": "",
      },
    ],
    [
      "a room of the engine that imports what is above it",
      "packages/emulator/src/engine/http imports spec, check-options.ts",
      {
        "packages/emulator/src/engine/http/a.ts": typeOf("../faults/b.js"),
        "packages/emulator/src/engine/faults/b.ts": "",
      },
    ],
    [
      "one API that imports another",
      "packages/ppio-gpu imports packages/runtime",
      { "packages/ppio-gpu/src/a.ts": typeOf("@cloud-clients/huaweicloud-vpcep") },
    ],
    [
      "an API that imports the emulator outside its tests",
      "packages/ppio-gpu imports packages/runtime",
      { "packages/ppio-gpu/src/a.ts": typeOf("@cloud-clients/emulator") },
    ],
    [
      "a test of one API that imports another",
      "packages/ppio-gpu/test imports packages/ppio-gpu, packages/runtime, packages/emulator, packages/api-contract",
      { "packages/ppio-gpu/test/a.ts": typeOf("@cloud-clients/huaweicloud-vpcep") },
    ],
    [
      "a test of the runtime that imports the emulator",
      "packages/runtime imports none of our packages",
      { "packages/runtime/test/a.ts": typeOf("@cloud-clients/emulator") },
    ],
    [
      "a file of another workspace",
      "a workspace is imported by name",
      { "tests/src/a.ts": typeOf("../../packages/runtime/src/b.js"), [`${runtime}/b.ts`]: "" },
    ],
    [
      "a workspace that nobody listed",
      "every workspace is listed",
      { "packages/more/src/a.ts": typeOf("./b.js"), "packages/more/src/b.ts": "" },
    ],
    [
      "a package that is not declared",
      "published sources import only what their package.json declares",
      { "packages/runtime/package.json": "{}", [`${runtime}/a.ts`]: 'import "yaml";' },
    ],
    [
      "a package that is declared for development only",
      "published sources import only what their package.json declares",
      {
        "packages/runtime/package.json": '{"devDependencies":{"yaml":"*"}}',
        "packages/runtime/node_modules/yaml/package.json": '{"exports":"./index.js"}',
        "packages/runtime/node_modules/yaml/index.js": "",
        [`${runtime}/a.ts`]: 'import "yaml";',
      },
    ],
    [
      "a module of Node",
      "published sources other than the emulator's and the locks' import nothing of Node",
      {
        "packages/ppio-gpu/src/a.ts": 'import { readFile } from "node:fs/promises"; readFile("x");',
      },
    ],
  ])("refuse %s", async (_, rule, files) => {
    const rules = (await problemsOf(files)).map((problem) => problem.split(": ")[0]);
    expect(new Set(rules)).toEqual(new Set([rule]));
  });
});
