import { isObject } from "@cloud-clients/openapi-model";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { joinDocuments } from "../src/bundle/join.js";

/** Joins texts of YAML, the first of which is the document to begin with. */
function join(files: Record<string, string>) {
  const parsed = new Map(
    Object.entries(files).map(([file, text]) => [`specs/x/${file}`, load(text)]),
  );
  const [root = ""] = parsed.keys();
  const { document, problems } = joinDocuments(parsed, root);
  const { schemas, parameters } = isObject(document.components) ? document.components : {};
  return { document, problems, schemas, parameters };
}

const response = (ref: string) =>
  `{ get: { responses: { "200": { content: { application/json: { schema: { $ref: ${ref} } } } } } } }`;

describe("joining an API's files", () => {
  it("makes components of what has a section there, and writes out all else", () => {
    const { document, problems } = join({
      "source/openapi.yaml": "paths: { /a: { get: { $ref: ../upstream/a.yaml#/paths/~1a/get } } }",
      "upstream/a.yaml": `
paths: { /a: { get: { description: { $ref: words.yaml#/get }, parameters: [{ $ref: '#/components/parameters/id' }] } } }
components: { parameters: { id: { name: id, in: query, schema: { $ref: schemas/Id.json } } } }`,
      "upstream/words.yaml": "get: Reads it.",
      "upstream/schemas/Id.json": '{ "type": "string" }',
    });
    expect(problems).toEqual([]);
    expect(document).toEqual({
      paths: {
        "/a": {
          get: { description: "Reads it.", parameters: [{ $ref: "#/components/parameters/id" }] },
        },
      },
      components: {
        parameters: {
          id: { name: "id", in: "query", schema: { $ref: "#/components/schemas/Id" } },
        },
        schemas: { Id: { type: "string" } },
      },
    });
  });

  it("calls the second of two components of one name after where it stands", () => {
    const { schemas, document } = join({
      "source/openapi.yaml": `
paths:
  /a: ${response("../upstream/disks/errors.yaml#/Error")}
  /b: ${response("../upstream/nets/errors.yaml#/Error")}
  /c: ${response("../upstream/nets/models/Error.yaml")}
  /d: ${response("../upstream/disks/errors.yaml#/Error")}`,
      "upstream/disks/errors.yaml": "Error: { type: string }",
      "upstream/nets/errors.yaml": "Error: { type: integer }",
      "upstream/nets/models/Error.yaml": "{ type: boolean }",
    });
    expect(schemas).toEqual({
      Error: { type: "string" },
      errors_Error: { type: "integer" },
      nets_Error: { type: "boolean" },
    });
    expect(JSON.stringify(document).match(/#\/components\/schemas\/\w+/g)).toEqual([
      "#/components/schemas/Error",
      "#/components/schemas/errors_Error",
      "#/components/schemas/nets_Error",
      "#/components/schemas/Error",
    ]);
  });

  it("has two of one name once where they say the same, whatever their own references are called", () => {
    const tree = (leaf: string) => `
components: { schemas: { Tree: { properties: { leaf: { $ref: '#/components/schemas/Leaf' }, below: { $ref: '#/components/schemas/Tree' } } }, Leaf: { type: ${leaf} } } }`;
    const files = (leaf: string) => ({
      "source/openapi.yaml": `
paths:
  /a: ${response("../upstream/a.yaml#/components/schemas/Tree")}
  /b: ${response("../upstream/b.yaml#/components/schemas/Tree")}`,
      "upstream/a.yaml": tree("string"),
      "upstream/b.yaml": tree(leaf),
    });
    expect(Object.keys(Object(join(files("string")).schemas))).toEqual(["Leaf", "Tree"]);
    expect(Object.keys(Object(join(files("integer")).schemas))).toEqual([
      "Leaf",
      "Tree",
      "b_Leaf",
      "b_Tree",
    ]);
  });

  it("keeps the names of the table of paths, and lets a component there stand for a file", () => {
    const { schemas } = join({
      "source/openapi.yaml": `
paths: { /a: ${response("../upstream/a.yaml#/components/schemas/Thing")}, /b: ${response("schemas/Own.yaml")} }
components: { schemas: { Thing: { type: string }, Other: { $ref: schemas/Own.yaml } } }`,
      "source/schemas/Own.yaml": "{ type: boolean }",
      "upstream/a.yaml": "components: { schemas: { Thing: { type: integer } } }",
    });
    expect(schemas).toEqual({
      Thing: { type: "string" },
      Other: { type: "boolean" },
      a_Thing: { type: "integer" },
    });
  });

  it("follows a discriminator's names and references to what they are called now", () => {
    const { document, schemas } = join({
      "source/openapi.yaml": `paths: { /a: ${response("../upstream/a.yaml#/components/schemas/Pet")} }`,
      "upstream/a.yaml": `
components: { schemas: { Cat: { type: object }, Pet: { discriminator: { propertyName: kind, mapping: { c: Cat, d: 'dog.yaml', e: Unknown } } } } }`,
      "upstream/dog.yaml": "{ type: object, title: Dog }",
    });
    expect(Object.keys(Object(schemas))).toEqual(["Cat", "dog", "Pet"]);
    expect(JSON.stringify(document)).toContain(
      '{"c":"#/components/schemas/Cat","d":"#/components/schemas/dog","e":"Unknown"}',
    );
  });

  it("keeps what stands beside a reference", () => {
    const { schemas } = join({
      "source/openapi.yaml": `paths: { /a: ${response("../upstream/a.yaml#/A")} }`,
      "upstream/a.yaml":
        "A: { properties: { b: { $ref: '#/B', description: Mine } } }\nB: { type: string }",
    });
    expect(Object(schemas).A.properties.b).toEqual({
      $ref: "#/components/schemas/B",
      description: "Mine",
    });
  });

  it("takes nothing but the files that were judged, however they are asked for", () => {
    const refs = ["/etc/passwd", "../../package.json", "https://docs.test/x.yaml", "data:,a"];
    const { problems } = join({
      "source/openapi.yaml": `paths: { ${refs.map((ref, n) => `/p${n}: ${response(`'${ref}'`)}`).join(", ")} }`,
    });
    expect(problems.map(({ message }) => message)).toEqual(
      refs.map(() => expect.stringMatching(/^the \$ref to .* does not resolve$/)),
    );
  });

  it("joins a chain of thousands of schemas", () => {
    const chain = Array.from(
      { length: 5000 },
      (_, n) => `S${n}: { properties: { next: { $ref: '#/S${n + 1}' } } }`,
    );
    const { schemas } = join({
      "source/openapi.yaml": `paths: { /a: ${response("../upstream/a.yaml#/S0")} }`,
      "upstream/a.yaml": `${chain.join("\n")}\nS5000: { type: string }`,
    });
    expect(Object.keys(Object(schemas))).toHaveLength(5001);
  });

  it("compares two such chains no further than it can, and takes them for two", () => {
    const chain = Array.from(
      { length: 5000 },
      (_, n) => `S${n}: { properties: { next: { $ref: '#/S${n + 1}' } } }`,
    );
    const text = `${chain.join("\n")}\nS5000: { type: string }`;
    const { schemas } = join({
      "source/openapi.yaml": `paths: { /a: ${response("../upstream/a.yaml#/S0")}, /b: ${response("../upstream/b.yaml#/S0")} }`,
      "upstream/a.yaml": text,
      "upstream/b.yaml": text,
    });
    expect(Object.keys(Object(schemas))).toContain("b_S0");
  });
});

describe("the parameters of a path", () => {
  const upstream = `
paths:
  /a/{id}:
    parameters: [{ $ref: '#/components/parameters/id' }, { name: v, in: header, schema: { type: string } }]
    get: { operationId: getA }
    put: { $ref: ops.yaml }
components: { parameters: { id: { name: id, in: path, required: true } } }`;

  it("are carried along with its operations", () => {
    const { document, parameters } = join({
      "source/openapi.yaml":
        "paths: { '/a/{id}': { get: { $ref: '../upstream/a.yaml#/paths/~1a~1{id}/get' }, put: { $ref: '../upstream/a.yaml#/paths/~1a~1{id}/put' } } }",
      "upstream/a.yaml": upstream,
      "upstream/ops.yaml": "operationId: putA",
    });
    expect(document.paths).toEqual({
      "/a/{id}": {
        get: { operationId: "getA" },
        put: { operationId: "putA" },
        parameters: [
          { $ref: "#/components/parameters/id" },
          { name: "v", in: "header", schema: { type: "string" } },
        ],
      },
    });
    expect(parameters).toEqual({ id: { name: "id", in: "path", required: true } });
  });

  it("unless the table of paths declares them itself", () => {
    const { document } = join({
      "source/openapi.yaml":
        "paths: { '/a/{id}': { parameters: [{ name: id, in: path }], get: { $ref: '../upstream/a.yaml#/paths/~1a~1{id}/get' } } }",
      "upstream/a.yaml": upstream,
    });
    expect(Object(document.paths)["/a/{id}"].parameters).toEqual([
      { name: "id", in: "path" },
      { name: "v", in: "header", schema: { type: "string" } },
    ]);
  });

  it("are refused where two operations of a path come with different ones", () => {
    const { problems } = join({
      "source/openapi.yaml":
        "paths: { '/a/{id}': { get: { $ref: '../upstream/a.yaml#/paths/~1a~1{id}/get' }, put: { $ref: '../upstream/b.yaml#/paths/~1a~1{id}/put' } } }",
      "upstream/a.yaml": upstream,
      "upstream/b.yaml":
        "paths: { '/a/{id}': { parameters: [{ name: id, in: path, required: true, schema: { type: integer } }], put: {} } }",
    });
    expect(problems).toEqual([
      {
        origin: { file: "specs/x/source/openapi.yaml", keys: ["paths", "/a/{id}", "put"] },
        message:
          'the parameter id (path) of this path differs from that of get; write "parameters:" beside them',
      },
    ]);
  });
});
