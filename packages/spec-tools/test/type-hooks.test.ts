import { describe, expect, it } from "vitest";
import { schemaFile } from "../src/emit/schema.js";

/** The lines of schema.ts that a schema named Thing comes to, without their indentation. */
async function typeOf(schema: object): Promise<string[]> {
  const document = {
    openapi: "3.0.3",
    info: { title: "Tiny", version: "1" },
    paths: {},
    components: { schemas: { Thing: schema } },
  };
  const lines = (await schemaFile("tiny", document)).split("\n").map((line) => line.trim());
  const start = lines.indexOf("schemas: {") + 1;
  return lines.slice(start, lines.indexOf("};", start));
}

describe("types of extensions", () => {
  it("an open enum is a string whose description names the known values", async () => {
    const state = { type: "string", enum: ["on", 'o"ff'], "x-enum-open": true };
    expect(await typeOf(state)).toEqual([
      '/** @description Known values, to which others may be added: on, o"ff. */',
      "Thing: string;",
    ]);
    expect(await typeOf({ ...state, description: "How it is." })).toEqual([
      "/**",
      "* @description How it is.",
      "*",
      '*     Known values, to which others may be added: on, o"ff.',
      "*/",
      "Thing: string;",
    ]);
  });

  it("an open enum and an int64 may be null, and stand in a list", async () => {
    const open = { type: "string", enum: ["a"], "x-enum-open": true };
    expect((await typeOf({ ...open, nullable: true })).at(-1)).toBe("Thing: string | null;");
    const big = { type: "integer", "x-int64": "string", nullable: true };
    expect(await typeOf(big)).toEqual(["Thing: string | null;"]);
    expect((await typeOf({ type: "array", items: open })).at(-1)).toBe("Thing: string[];");
  });

  it("an enum that is closed, or says so, stays closed", async () => {
    const closed = { type: "string", enum: ["a", "b"] };
    for (const schema of [closed, { ...closed, "x-enum-open": false }]) {
      expect(await typeOf(schema)).toEqual(["/** @enum {string} */", 'Thing: "a" | "b";']);
    }
  });

  it("an integer with x-int64: string is a string; other integers are numbers", async () => {
    const big = { type: "integer", format: "int64", "x-int64": "string" };
    const properties = { big, small: { type: "integer" } };
    expect(await typeOf({ type: "object", properties, required: ["big"] })).toEqual([
      "Thing: {",
      "/** Format: int64 */",
      "big: string;",
      "small?: number;",
    ]);
  });

  it("a property with a default is optional unless it is required", async () => {
    const properties = { protocol: { type: "string", default: "TCP" } };
    expect((await typeOf({ type: "object", properties })).at(-1)).toBe("protocol?: string;");
  });

  it("an object of which nothing is known is open", async () => {
    expect(await typeOf({ type: "object" })).toEqual(["Thing: Record<string, unknown>;"]);
  });

  it("leaves out what is empty, and says what wrote it", async () => {
    const document = { openapi: "3.0.3", info: { title: "Tiny", version: "1" }, paths: {} };
    const text = await schemaFile("tiny", document);
    expect(text.split("\n")[0]).toBe(
      '// Written by "npx --yes pnpm@10 generate" from specs/tiny/openapi.yaml. Do not edit.',
    );
    const exported = text.match(/^export (interface|type) \S+/gm);
    expect(exported).toEqual([
      "export type paths",
      "export interface components",
      "export type operations",
    ]);
  });
});
