import { describe, expect, it } from "vitest";
import {
  derefIn,
  isNullable,
  keysPointer,
  pointerKeys,
  propertiesOf,
  requiredOf,
  schemaAt,
  typeOf,
  typesOf,
} from "../src/index.js";

const text = { type: "string" };
const none = { type: "null" };
const page = { type: "object", required: ["next"], properties: { next: text } };
const deref = derefIn({ components: { schemas: { Page: page } } });
const ref = { $ref: "#/components/schemas/Page" };

describe("a schema that allows null means the same in OpenAPI 3.0 and 3.1", () => {
  it.each([
    ["nullable", { type: "string", nullable: true }],
    ["a list of types", { type: ["string", "null"] }],
    ["anyOf", { anyOf: [text, none] }],
    ["oneOf", { oneOf: [none, text] }],
    ["nullable beside allOf", { nullable: true, allOf: [text] }],
    ["an enum and nullable", { type: "string", nullable: true, enum: ["a", "b"] }],
    ["an enum with null, and its types", { type: ["string", "null"], enum: ["a", null] }],
    ["an enum with null, without a type", { enum: ["a", "b", null] }],
    ["an enum or null", { anyOf: [{ type: "string", enum: ["a"] }, none] }],
    ["allOf of one that may be null", { allOf: [{ type: ["string", "null"] }] }],
  ])("as %s", (_, schema) => {
    expect(isNullable(schema, deref)).toBe(true);
    expect(typesOf(schema, deref)).toEqual(["string"]);
    expect(typeOf(schema, deref)).toBe("string");
  });

  it.each([
    ["a plain type", text],
    ["a choice without null", { anyOf: [text, { type: "string", format: "uri" }] }],
    ["an enum", { enum: ["a"] }],
    ["a type that its enum's null contradicts", { type: "string", enum: ["a", null] }],
    ["allOf where one part may not be null", { allOf: [{ type: ["string", "null"] }, text] }],
  ])("and %s does not", (_, schema) => {
    expect(isNullable(schema, deref)).toBe(false);
    expect(typeOf(schema, deref)).toBe("string");
  });

  it.each([
    ["anyOf", { anyOf: [ref, none] }],
    ["oneOf", { oneOf: [none, ref] }],
    ["nullable beside allOf", { nullable: true, allOf: [ref] }],
    ["a reference", ref],
  ])("and has its properties all the same, by %s", (_, schema) => {
    expect(propertiesOf(schema, deref)).toEqual({ next: text });
    expect(requiredOf(schema, deref)).toEqual(["next"]);
    expect(schemaAt({ properties: { meta: schema } }, ["meta", "next"], deref)).toEqual(text);
  });
});

describe("a schema of several types", () => {
  it("has no one type, and no property for sure", () => {
    const several = { oneOf: [page, { type: "array" }] };
    expect(typesOf(several, deref)).toEqual(["object", "array"]);
    expect(typeOf(several, deref)).toBeUndefined();
    expect(propertiesOf(several, deref)).toEqual({});
    expect(typesOf({ enum: [1, "a", true, 1.5, null] }, deref)).toEqual([
      "integer",
      "string",
      "boolean",
      "number",
    ]);
    expect(typesOf({ const: ["a"] }, deref)).toEqual(["array"]);
    expect(typesOf({}, deref)).toEqual([]);
  });
});

describe("a pointer into a body", () => {
  it.each([
    ["", []],
    ["/a", ["a"]],
    ["/page/size", ["page", "size"]],
    ["/a~1b/c~0d/~01", ["a/b", "c~d", "~1"]],
    ["/", [""]],
    ["/%41", ["%41"]],
  ])("%j is %j, and back", (pointer, keys) => {
    expect(pointerKeys(pointer)).toEqual(keys);
    expect(keysPointer(keys)).toBe(pointer);
  });

  it("leads to no member that every object has", () => {
    expect(schemaAt(page, ["constructor"], deref)).toBeUndefined();
    expect(schemaAt(page, ["next", "none"], deref)).toBeUndefined();
    expect(schemaAt(page, [], deref)).toEqual(page);
  });
});
