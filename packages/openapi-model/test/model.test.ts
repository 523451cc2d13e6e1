import { describe, expect, it } from "vitest";
import {
  derefIn,
  follow,
  fromPointer,
  isIdempotent,
  mayBeRepeated,
  operationsOf,
  parametersOf,
  propertiesOf,
  propertyOf,
  requestBodyOf,
  requiredOf,
  responsesOf,
  securityOf,
  successSchema,
  toPointer,
  typeOf,
} from "../src/index.js";

const document = {
  components: {
    schemas: {
      Base: { type: "object", required: ["id"], properties: { id: { type: "string" } } },
      Thing: {
        allOf: [
          { $ref: "#/components/schemas/Base" },
          { properties: { "a/b": { type: "integer" } } },
        ],
      },
      A: { $ref: "#/components/schemas/B" },
      B: { $ref: "#/components/schemas/A" },
    },
    parameters: { Limit: { name: "limit", in: "query", schema: { type: "integer" } } },
  },
  paths: {
    "/things": {
      summary: "Things",
      parameters: [{ $ref: "#/components/parameters/Limit" }, { name: "x", in: "header" }],
      get: { parameters: [{ name: "limit", in: "query", schema: { type: "string" } }] },
      post: {
        responses: {
          "404": {},
          "202": { content: { "application/json": { schema: { type: "integer" } } } },
          "201": {
            content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
          },
        },
      },
    },
  },
};
const deref = derefIn(document);
const thing = { $ref: "#/components/schemas/Thing" };

describe("references", () => {
  it("are followed inside the document; a circle and a way to nowhere are undefined", () => {
    expect(deref(thing)).toBe(document.components.schemas.Thing);
    expect(deref({ $ref: "#/components/schemas/A" })).toBeUndefined();
    expect(deref({ $ref: "#/components/schemas/None" })).toBeUndefined();
    expect(deref({ $ref: "#/constructor" })).toBeUndefined();
    expect(deref("text")).toBe("text");
    expect(follow(thing, ["allOf", "0", "properties", "id"], deref)).toEqual({ type: "string" });
    expect(follow(thing, ["toString"], deref)).toBeUndefined();
  });

  it("are pointers with escapes", () => {
    expect(toPointer(["paths", "/a~b", 0])).toBe("#/paths/~1a~0b/0");
    expect(fromPointer("#/paths/~1a~0b/%7Bid%7D")).toEqual(["paths", "/a~b", "{id}"]);
  });
});

describe("schemas", () => {
  it("have the properties, the required ones and the type of their allOf parts", () => {
    expect(propertiesOf(thing, deref)).toEqual({
      id: { type: "string" },
      "a/b": { type: "integer" },
    });
    expect(requiredOf(thing, deref)).toEqual(["id"]);
    expect(typeOf(thing, deref)).toBe("object");
  });

  it("have no property that every object has", () => {
    const properties = propertiesOf(thing, deref);
    expect(propertyOf(properties, "id")).toEqual({ type: "string" });
    expect(propertyOf(properties, "constructor")).toBeUndefined();
    expect(propertyOf(properties, undefined)).toBeUndefined();
  });
});

describe("operations", () => {
  const operations = operationsOf(document.paths);
  const [get, post] = operations;

  it("are the methods of each path", () => {
    expect(operations.map(({ method, path }) => [method, path])).toEqual([
      ["get", "/things"],
      ["post", "/things"],
    ]);
    expect(operationsOf(undefined)).toEqual([]);
  });

  it("take the parameters of their path that they do not override", () => {
    expect(parametersOf(get?.operation ?? {}, get?.pathItem, deref)).toEqual([
      { name: "x", in: "header" },
      { name: "limit", in: "query", schema: { type: "string" } },
    ]);
  });

  it("respond with the 200, else the lowest 2xx", () => {
    expect(successSchema(post?.operation ?? {}, deref)).toBe(document.components.schemas.Thing);
    expect(successSchema(get?.operation ?? {}, deref)).toBeUndefined();
  });

  it("have a body, required or not, and responses by their status in upper case", () => {
    const schema = { type: "object" };
    const content = { "application/json": { schema } };
    expect(requestBodyOf({ requestBody: { required: true, content } }, deref)).toEqual({
      required: true,
      schema,
    });
    expect(requestBodyOf({ requestBody: { content: {} } }, deref)).toEqual({
      required: false,
      schema: undefined,
    });
    expect(requestBodyOf({}, deref)).toBeUndefined();
    const responses = { "200": { description: "Fine." }, "4xx": {}, default: {} };
    expect([...responsesOf({ responses }, deref).keys()]).toEqual(["200", "4XX", "DEFAULT"]);
  });

  it("are secured by their own requirements, else by those of the document", () => {
    const secured = { security: [{ key: [] }] };
    expect(securityOf({}, secured)).toEqual([{ key: [] }]);
    expect(securityOf({ security: [] }, secured)).toEqual([]);
    expect(securityOf({}, {})).toEqual([]);
  });

  it("may be repeated by the methods that HTTP calls idempotent", () => {
    const methods = ["get", "head", "options", "trace", "put", "delete", "post", "patch"];
    expect(methods.filter(mayBeRepeated)).toEqual(methods.slice(0, 6));
  });

  it("may be sent twice if they say so, whatever their method", () => {
    const found = (method: string, said?: boolean) =>
      isIdempotent({ method, operation: said === undefined ? {} : { "x-idempotent": said } });
    expect([found("put"), found("post")]).toEqual([true, false]);
    expect([found("put", false), found("post", true)]).toEqual([false, true]);
  });
});
