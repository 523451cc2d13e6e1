import { describe, expect, it } from "vitest";
import { boundsFindings } from "../src/bundle/bounds.js";
import { check } from "../src/commands/check.js";
import { generate } from "../src/commands/generate.js";
import { tinyRepo } from "./tiny-repo.js";

const thing = "specs/tiny/source/schemas/Thing.yaml";
const other = "specs/tiny/source/schemas/Other.yaml";

/** Schemas of which each has the one before twice: 2^n parts, written out. */
function doubled(levels: number, keyword: string, wrap = (part: string) => part): string {
  const names = Array.from({ length: levels }, (_, n) => n);
  const definitions = names.map((n) => {
    const before = n === 0 ? "{ type: string }" : `{ $ref: '#/definitions/S${n - 1}' }`;
    return `  S${n}: ${wrap(`{ ${keyword}: [${before}, ${before}] }`)}\n`;
  });
  return `$ref: '#/definitions/S${levels - 1}'\ndefinitions:\n${definitions.join("")}`;
}

const nested = (depth: number): string => (depth === 0 ? "x" : `{ a: ${nested(depth - 1)} }`);

describe("generate and check refuse a bundle that would keep its readers busy for ever", () => {
  it.each([
    ["allOf: [{ $ref: Thing.yaml }]\n", /the schema is composed of itself$/],
    ["allOf: [{ $ref: Other.yaml }]\n", /the schema is composed of itself$/],
    ["oneOf: [{ type: string }, { $ref: Thing.yaml }]\n", /the schema is composed of itself$/],
    ["not: { $ref: Thing.yaml }\n", /the schema is composed of itself$/],
    [
      "$ref: Thing.yaml\n",
      /the \$ref to specs\/tiny\/source\/schemas\/Thing\.yaml does not resolve$/,
    ],
    [doubled(40, "allOf"), /more than 10000 parts with references expanded$/],
    [doubled(40, "anyOf"), /more than 10000 parts with references expanded$/],
    [
      `${doubled(40, "oneOf", (part) => `{ properties: { a: ${part} } }`)}`,
      /the example takes more than 1000000 steps to validate$/,
    ],
  ])("%s", async (schema, line) => {
    const repo = await tinyRepo();
    await repo.write(thing, schema);
    await repo.write(other, "allOf: [{ $ref: Thing.yaml }]\n");
    const list = "specs/tiny/source/operations/list-things.yaml";
    await repo.edit(list, "{ things: [], total: 0 }", `{ things: [${nested(45)}], total: 0 }`);
    const before = await repo.files();
    for (const command of [generate, check]) {
      const { code, err } = await repo.run(command);
      expect(code).toBe(1);
      const lines = err.map((one) => one.replace("; then run: npx --yes pnpm@10 generate", ""));
      expect(lines.filter((one) => line.test(one)).length).toBeGreaterThan(0);
    }
    expect(await repo.files()).toEqual(before);
  });

  it("nor one whose extensions come to millions of values, references written out", async () => {
    const repo = await tinyRepo();
    const upstream = "specs/tiny/upstream/get-thing.yaml";
    const levels = Array.from({ length: 40 }, (_, n) => {
      const next = `{ $ref: '#/x-a${n + 1}' }`;
      return `x-a${n}: { k: ${next}, l: ${next} }\n`;
    });
    await repo.edit(
      upstream,
      "paths:\n",
      `${levels.join("")}x-a40: [${"1, ".repeat(999)}1]\npaths:\n`,
    );
    await repo.edit(upstream, "seen: { type: integer }", "seen: { x-b: { $ref: '#/x-a0' } }");
    expect((await repo.run(generate)).err).toEqual([
      "specs/tiny/source/openapi.yaml: comes to more than 3000000 values with its references written out",
    ]);
  });

  it("nor one that would have to be written out for ever", async () => {
    const repo = await tinyRepo();
    const upstream = "specs/tiny/upstream/get-thing.yaml";
    await repo.edit(upstream, "paths:\n", "x-a: { k: { $ref: '#/x-a' } }\npaths:\n");
    await repo.edit(upstream, "seen: { type: integer }", "seen: { x-b: { $ref: '#/x-a' } }");
    expect((await repo.run(generate)).err).toEqual([
      `${upstream}: #/x-a leads to itself, and would be written out for ever`,
    ]);
  });

  it("nor one with a chain of thousands of schemas that are composed of each other", () => {
    const schemas = Array.from({ length: 5000 }, (_, n) => [
      `S${n}`,
      { allOf: [{ $ref: `#/components/schemas/S${n + 1}` }] },
    ]);
    const document = { components: { schemas: { ...Object.fromEntries(schemas), S5000: {} } } };
    expect(boundsFindings(document)[0]?.message).toContain("more than 10000 parts");
  });

  it("but not a schema that has itself as a field, as trees do", async () => {
    const repo = await tinyRepo();
    const self = "{ $ref: Thing.yaml }";
    const tree = `type: object\nproperties: { id: { type: string }, below: { type: array, items: ${self} }, next: ${self} }\n`;
    await repo.write(thing, tree);
    expect((await repo.run(generate)).err).toEqual([]);
  });
});
