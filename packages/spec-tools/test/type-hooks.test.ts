import { describe, expect, it } from "vitest";
import { schemaFile } from "../src/emit/schema.js";
import { tinyApi } from "./tiny-repo.js";

/** The lines of schema.ts that a schema named Thing comes to, without their indentation. */
async function typeOf(schema: object): Promise<string[]> {
  const document = {
    openapi: "3.0.3",
    info: { title: "Tiny", version: "1" },
    paths: {},
    components: { schemas: { Thing: schema } },
  };
  const text = await schemaFile(tinyApi, document, new Map([["Thing", "Thing"]]));
  const lines = text.split("\n").map((line) => line.trim());
  const start = lines.findIndex((line) => /^export (?:type|interface) Thing\b/.test(line));
  const end = lines[start]?.endsWith(";") ? start + 1 : lines.indexOf("}", start);
  return lines.slice(1, end);
}

describe("types of extensions", () => {
  it("an open enum is a string whose description names the known values", async () => {
    const state = { type: "string", enum: ["on", 'o"ff'], "x-enum-open": true };
    expect(await typeOf(state)).toEqual([
      '/** @description Known values, to which others may be added: on, o"ff. */',
      "export type Thing = string;",
    ]);
    expect(await typeOf({ ...state, description: "How it is." })).toEqual([
      "/**",
      "* @description How it is.",
      "*",
      '*     Known values, to which others may be added: on, o"ff.',
      "*/",
      "export type Thing = string;",
    ]);
  });

  it("an open enum and an int64 may be null, and stand in a list", async () => {
    const open = { type: "string", enum: ["a"], "x-enum-open": true };
    expect((await typeOf({ ...open, nullable: true })).at(-1)).toBe(
      "export type Thing = string | null;",
    );
    const big = { type: "integer", "x-int64": "string", nullable: true };
    expect(await typeOf(big)).toEqual(["export type Thing = string | null;"]);
    expect((await typeOf({ type: "array", items: open })).at(-1)).toBe(
      "export type Thing = string[];",
    );
  });

  it("an enum that is closed, or says so, stays closed", async () => {
    const closed = { type: "string", enum: ["a", "b"] };
    for (const schema of [closed, { ...closed, "x-enum-open": false }]) {
      expect(await typeOf(schema)).toEqual([
        "/** @enum {string} */",
        'export type Thing = "a" | "b";',
      ]);
    }
  });

  it("an integer with x-int64: string is a string; other integers are numbers", async () => {
    const big = { type: "integer", format: "int64", "x-int64": "string" };
    const properties = { big, small: { type: "integer" } };
    expect(await typeOf({ type: "object", properties, required: ["big"] })).toEqual([
      "export interface Thing {",
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
    expect(await typeOf({ type: "object" })).toEqual([
      "export type Thing = Record<string, unknown>;",
    ]);
  });

  it("each schema is a type of its own, to which everything else refers", async () => {
    const Part = { type: "object", properties: { nr: { type: "integer" } } };
    const part = { $ref: "#/components/schemas/part-of" };
    const Thing = { type: "object", properties: { parts: { type: "array", items: part } } };
    const document = {
      openapi: "3.0.3",
      info: { title: "Tiny", version: "1" },
      paths: {},
      components: { schemas: { Thing, "part-of": Part } },
    };
    const names = new Map([
      ["Thing", "Thing"],
      ["part-of", "PartOf"],
    ]);
    const text = await schemaFile(tinyApi, document, names);
    expect(text).toContain("export interface Thing {\n    parts?: PartOf[];\n}");
    expect(text).toContain("export interface PartOf {\n    nr?: number;\n}");
    expect(text).toContain('schemas: {\n        Thing: Thing;\n        "part-of": PartOf;\n    };');
  });

  it("a path parameter that the client knows may be left out, and the path with it", async () => {
    const parameter = (name: string, own = {}) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
      ...own,
    });
    const project = parameter("project", { "x-client-parameter": true });
    const responses = { "200": { description: "Done" } };
    const document = {
      openapi: "3.0.3",
      info: { title: "Tiny", version: "1" },
      paths: {
        "/{project}/a": { get: { operationId: "a", parameters: [project], responses } },
        "/{project}/{id}": {
          get: { operationId: "b", parameters: [project, parameter("id")], responses },
        },
      },
    };
    const text = (await schemaFile(tinyApi, document, new Map())).replaceAll(/\s+/g, " ");
    expect(text).toContain("path?: { project?: string; };");
    expect(text).toContain("path: { project?: string; id: string; };");
  });

  it("helpers that several schemas need are declared once, and discriminators reach other schemas", async () => {
    const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
    const kind = { type: "string" };
    const Base = { type: "object", properties: { kind, size: { type: "integer" } } };
    const sized = { allOf: [ref("Base")], required: ["size"] };
    const mapping = { cat: "#/components/schemas/Cat" };
    const Any = { oneOf: [ref("Cat")], discriminator: { propertyName: "kind", mapping } };
    const Cat = { type: "object", required: ["kind"], properties: { kind } };
    const schemas = { Base, One: sized, Two: sized, Any, Cat };
    const document = {
      openapi: "3.0.3",
      info: { title: "Tiny", version: "1" },
      paths: {},
      components: { schemas },
    };
    const names = new Map(Object.keys(schemas).map((name) => [name, name]));
    const text = await schemaFile(tinyApi, structuredClone(document), names);
    expect(text.match(/type WithRequired</g)).toHaveLength(1);
    expect(text.match(/= WithRequired<Base, "size">/g)).toHaveLength(2);
    expect(text).toContain('kind: "cat";');
    const given = structuredClone(document);
    await schemaFile(tinyApi, given, names);
    expect(given).toEqual(document);
  });

  it("leaves out what is empty, and says what wrote it", async () => {
    const document = { openapi: "3.0.3", info: { title: "Tiny", version: "1" }, paths: {} };
    const text = await schemaFile(tinyApi, document, new Map());
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
