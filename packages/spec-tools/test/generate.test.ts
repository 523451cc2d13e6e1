import { describe, expect, it } from "vitest";
import { generate } from "../src/commands/generate.js";
import { tinyConfig, tinyRepo } from "./tiny-repo.js";

const operations = "packages/tiny/src/generated/operations.ts";
const schema = "packages/tiny/src/generated/schema.ts";
const bundle = "specs/tiny/openapi.yaml";

describe("generate", () => {
  it("makes bundle, types and rules, one line a file", async () => {
    const repo = await tinyRepo();
    const { code, out, err } = await repo.run(generate);
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out.map((line) => line.split(/ +/).slice(0, 2))).toEqual([
      [bundle, "new"],
      [schema, "new"],
      [operations, "new"],
      ...["types", "lists", "edits", "calls", "client", "index"].map((name) => [
        `packages/tiny/src/generated/${name}.ts`,
        "new",
      ]),
      ["packages/tiny/src/generated/coverage.json", "new"],
      ["docs/coverage.md", "new"],
    ]);
    expect(out.every((line) => /\d+ ms$/.test(line))).toBe(true);
  });

  it("says in the first line of each file what wrote it and from what", async () => {
    const repo = await tinyRepo();
    await repo.run(generate);
    const first = async (path: string) => (await repo.read(path)).split("\n")[0];
    expect(await first(bundle)).toBe(
      '# Written by "npx --yes pnpm@10 generate" from specs/tiny/source and specs/tiny/overlays. Do not edit.',
    );
    for (const path of [schema, operations]) {
      expect(await first(path)).toBe(
        '// Written by "npx --yes pnpm@10 generate" from specs/tiny/openapi.yaml. Do not edit.',
      );
    }
  });

  it("writes the same bytes the second time, and touches nothing", async () => {
    const repo = await tinyRepo();
    await repo.run(generate);
    const before = await repo.files();
    const { out } = await repo.run(generate);
    expect(out.map((line) => line.split(/ +/)[1])).toEqual(Array(11).fill("unchanged"));
    expect(await repo.files()).toEqual(before);
  });

  it("applies overlays in the order of their names", async () => {
    const repo = await tinyRepo();
    for (const [name, text] of [
      ["0003-b", "second"],
      ["0004-a", "last"],
    ] as const) {
      await repo.write(
        `specs/tiny/overlays/${name}.yaml`,
        `overlay: 1.0.0\nactions:\n  - target: $.info\n    update: { description: ${text} }\n`,
      );
    }
    await repo.run(generate);
    expect(await repo.read(bundle)).toMatch(/^ {2}description: \|-\n {4}last\n\n {4}## /m);
  });

  it("makes only the APIs that are named, and knows the others", async () => {
    const repo = await tinyRepo();
    expect((await repo.run(generate, "tiny")).code).toBe(0);
    expect(await repo.run(generate, "tinny")).toEqual({
      code: 1,
      out: [],
      err: ["specs/tinny/source/openapi.yaml: missing; the APIs are: tiny"],
    });
  });

  it("writes the rules that the runtime needs", async () => {
    const repo = await tinyRepo();
    await repo.run(generate);
    expect(
      await repo.read(operations),
    ).toBe(`// Written by "npx --yes pnpm@10 generate" from specs/tiny/openapi.yaml. Do not edit.
import type { ApiRules, PaginationRule, WriteRule } from "@cloud-clients/runtime/kit";
import type { paths } from "./schema.js";

export const api = {
  servers: ["https://api.tiny.test"],
  idempotent: { PUT: { "/things/{id}": false } },
} as const satisfies ApiRules;

export const listThings = {
  operation: "listThings",
  path: "/things",
  style: "offset",
  items: "things",
  limit: "limit",
  position: "offset",
  total: "total",
} as const satisfies PaginationRule<paths>;

export const putThing = {
  operation: "putThing",
  path: "/things/{id}",
  read: "/things/{id}",
  id: "id",
  list: "parts",
  identity: ["nr"],
  ordered: false,
  maxItems: 9,
  fields: { nr: { title: "a whole number, 1 or more", type: "integer", least: 1, required: true } },
  readOnly: ["seen"],
} as const satisfies WriteRule<paths>;
`);
  });

  it("writes the error codes of an API that lists them, in the order of the table", async () => {
    const repo = await tinyRepo();
    const source = await repo.read("specs/tiny/source/openapi.yaml");
    await repo.write(
      "specs/tiny/source/openapi.yaml",
      `${source}x-error-codes: { $ref: error-codes.yaml }\n`,
    );
    const table = 'T.2: { status: 404, label: unknown }\nT.1: { status: 400, label: the "bad" }\n';
    await repo.write("specs/tiny/source/error-codes.yaml", table);
    expect((await repo.run(generate)).err).toEqual([]);
    expect(await repo.read("packages/tiny/src/generated/error-codes.ts")).toContain(`
export const errorCodes = {
  "T.2": { status: 404, label: "unknown" },
  "T.1": { status: 400, label: "the \\"bad\\"" },
} as const;
`);
    await repo.write("specs/tiny/source/error-codes.yaml", "T.1: { status: 200, label: fine }\n");
    expect((await repo.run(generate)).err).toEqual([
      expect.stringContaining("T.1 needs a status from 400 to 599 and a label"),
    ]);
  });

  it("says of a list in the body whether its numbers are strings of digits", async () => {
    for (const [type, rule] of [
      ["string", '  in: "body",\n  digits: true,\n'],
      ["integer", '  in: "body",\n}'],
    ] as const) {
      const repo = await tinyRepo();
      await repo.edit(
        "specs/tiny/source/openapi.yaml",
        "    get:\n      $ref: operations/list",
        "    post:\n      $ref: operations/list",
      );
      await repo.edit(
        "specs/tiny/source/operations/list-things.yaml",
        "  in: query\n",
        "  in: body\n",
      );
      await repo.edit(
        "specs/tiny/source/operations/list-things.yaml",
        `parameters:
  - { name: limit, in: query, schema: { type: integer } }
  - { name: offset, in: query, schema: { type: integer } }
`,
        `requestBody:
  content:
    application/json:
      schema:
        type: object
        properties: { limit: { type: ${type} }, offset: { type: ${type} } }
`,
      );
      expect((await repo.run(generate)).err).toEqual([]);
      expect(await repo.read(operations)).toContain(rule);
    }
  });

  it("says of a list of plain strings what an entry may be, and what to keep", async () => {
    const repo = await tinyRepo();
    const put = "specs/tiny/source/operations/put-thing.yaml";
    await repo.edit(
      put,
      "identity: [nr], ordered: false,",
      "identity: [], ordered: false, keep: [state],",
    );
    await repo.edit(
      put,
      "            items: { type: object, required: [nr], properties: { nr: { type: integer, minimum: 1 } } }\n",
      "            items: { type: string, title: a part, pattern: ^p }\n          state: { type: string }\n",
    );
    const read = "specs/tiny/upstream/get-thing.yaml";
    await repo.edit(
      read,
      "{ type: object, properties: { nr: { type: integer }, seen: { type: integer } } }",
      "{ type: string }",
    );
    const overlay = "specs/tiny/overlays/0002-states.yaml";
    await repo.edit(
      overlay,
      "  - target: $..properties.seen\n    update: { readOnly: true }\n",
      "",
    );
    expect((await repo.run(generate)).err).toEqual([]);
    expect(await repo.read(operations)).toContain(`  identity: [],
  ordered: false,
  maxItems: 9,
  keep: [
    {
      to: "state",
      title: "on or off or another value",
      type: "string",
      enum: ["on", "off"],
      open: true,
    },
  ],
  entry: { title: "a part", type: "string", least: 1, pattern: "^p" },
  fields: {},
  readOnly: [],
`);
  });
});

describe("generate with pages that list all APIs", () => {
  const mark = "<!-- apis: the rows are written by `generate` -->";
  const page = (rows: string): string =>
    `# Ours\n\n${mark}\n\n| package | API |\n|---|---|\n${rows}\n<!-- end of apis -->\n\nMore.\n`;

  it("writes a row per API, and leaves the rest of the page alone", async () => {
    const repo = await tinyRepo();
    await repo.write("spec-tools.config.yaml", `${tinyConfig}apiTables: [README.md]\n`);
    await repo.edit("specs/tiny/source/openapi.yaml", "title: Tiny", 'title: "Tiny | <b>"');
    await repo.write("README.md", page("| gone | Gone |\n"));
    expect((await repo.run(generate)).err).toEqual([]);
    const written = page("| [`@cloud-clients/tiny`](packages/tiny/) | Tiny \\| \\<b\\> |\n");
    expect(await repo.read("README.md")).toBe(written);
  });

  it.each([
    ["there is no such page", undefined],
    ["its marks are missing", "# Ours\n"],
    ["its table has no head", `${mark}\n\n<!-- end of apis -->\n`],
  ])("refuses in one line when %s", async (_, text) => {
    const repo = await tinyRepo();
    await repo.write("spec-tools.config.yaml", `${tinyConfig}apiTables: [README.md]\n`);
    if (text !== undefined) await repo.write("README.md", text);
    const before = await repo.files();
    expect((await repo.run(generate)).err).toEqual([
      `README.md: no table of APIs; write its head between these lines: ${mark} and <!-- end of apis -->`,
    ]);
    expect(await repo.files()).toEqual(before);
  });
});
