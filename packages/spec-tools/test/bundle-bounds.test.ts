import { describe, expect, it } from "vitest";
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
    ["$ref: Thing.yaml\n", /Self-referencing circular pointer$/],
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

  it("nor a reference of a fragment that the bundler copies, and that does not resolve in the bundle", async () => {
    const repo = await tinyRepo();
    const upstream = "specs/tiny/upstream/get-thing.yaml";
    const levels = [0, 1, 2, 3].map((n) => `x-a${n}: { k: { $ref: '#/x-a${n + 1}' } }\n`);
    await repo.edit(upstream, "paths:\n", `${levels.join("")}x-a4: { k: 1 }\npaths:\n`);
    await repo.edit(upstream, "seen: { type: integer }", "seen: { x-b: { $ref: '#/x-a0' } }");
    expect((await repo.run(generate)).err).toEqual([
      expect.stringMatching(/^specs\/tiny\/.*: the \$ref to #\/x-a\d does not resolve$/),
    ]);
  });

  it("but not a schema that has itself as a field, as trees do", async () => {
    const repo = await tinyRepo();
    const self = "{ $ref: Thing.yaml }";
    const tree = `type: object\nproperties: { id: { type: string }, below: { type: array, items: ${self} }, next: ${self} }\n`;
    await repo.write(thing, tree);
    expect((await repo.run(generate)).err).toEqual([]);
  });
});
