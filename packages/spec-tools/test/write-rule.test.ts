import { derefIn, getAt, type JsonObject, operationsOf } from "@cloud-clients/openapi-model";
import { describe, expect, it } from "vitest";
import { fieldRule } from "../src/emit/field-rule.js";
import { writeRule } from "../src/emit/write-rule.js";

/** A document of one PUT and the GET that shows what it replaces. */
function documentOf(
  rule: JsonObject,
  body: JsonObject,
  response: JsonObject,
  parts = {},
): JsonObject {
  const json = (properties: JsonObject) => ({
    content: { "application/json": { schema: { type: "object", properties } } },
  });
  return {
    paths: {
      "/firewalls/{id}": {
        get: { operationId: "getFirewall", responses: { "200": json(response) } },
        put: {
          operationId: "replaceFirewall",
          "x-write-semantics": { read: "getFirewall", ...rule },
          requestBody: json(body),
          responses: { "200": {} },
        },
      },
    },
    components: { schemas: parts },
  };
}

function ruleOf(document: JsonObject): JsonObject | undefined {
  const put = operationsOf(document.paths).find(({ method }) => method === "put");
  return put && writeRule(document, put);
}

const target = {
  type: "object",
  required: ["port"],
  properties: {
    port: { type: "integer", minimum: 1, maximum: 65535 },
    state: { type: "string", readOnly: true },
  },
};
const item = {
  type: "object",
  properties: {
    id: { type: "string", readOnly: true },
    label: { type: "string" },
    target,
    sources: {
      type: "object",
      properties: { addresses: { type: "array", items: { type: "string" } } },
    },
  },
};

it("a rule names its resource by the parameters of its path, and says which are numbers", () => {
  const rules = { type: "array", items: { type: "string" } };
  const document = documentOf(
    { list: "rules", identity: [], ordered: false },
    { rules },
    { rules },
  );
  expect(ruleOf(document)).toMatchObject({ id: "id" });
  expect(ruleOf(document)).not.toHaveProperty("numbers");
  const [item] = Object.values(document.paths as JsonObject);
  const parameter = (name: string, schema: object) => ({
    name,
    in: "path",
    required: true,
    schema,
  });
  const parameters = [
    parameter("zone", { type: "string" }),
    parameter("number", { type: "integer" }),
    parameter("digits", { type: "integer", "x-int64": "string" }),
  ];
  const path = "/zones/{zone}/{number}/{digits}";
  expect(ruleOf({ paths: { [path]: { ...Object(item), parameters } } })).toMatchObject({
    id: ["zone", "number", "digits"],
    numbers: ["number"],
  });
});

describe("the rule of a PUT with several lists", () => {
  const list = { type: "array", items: item };
  const rule = ruleOf(
    documentOf(
      {
        lists: [
          {
            list: "inbound",
            from: "/firewall/inbound",
            identity: ["label", "/target/port"],
            optional: ["label"],
            ordered: false,
            sets: ["/sources/addresses"],
          },
          { list: "/deep/out", from: "/firewall/out", identity: "value", ordered: true },
        ],
        maxItems: 50,
        keep: [{ from: "/firewall/name", to: "name" }],
        version: "version",
        failures: undefined,
      },
      {
        inbound: { ...list, maxItems: 40 },
        deep: { type: "object", properties: { out: list } },
        name: { type: "string", maxLength: 9 },
        version: { type: "integer" },
      },
      {
        firewall: {
          type: "object",
          properties: { inbound: list, out: list, name: { type: "string" } },
        },
        version: { type: "integer" },
      },
    ),
  );

  it("says of each where it stands, what tells its entries apart, and what is allowed in it", () => {
    expect(rule).toMatchObject({
      operation: "replaceFirewall",
      path: "/firewalls/{id}",
      read: "/firewalls/{id}",
      id: "id",
      maxTotal: 50,
      keep: [{ to: "name", from: "/firewall/name", type: "string", most: 9 }],
      version: { to: "version" },
      lists: [
        {
          list: "inbound",
          from: "/firewall/inbound",
          identity: ["label", "/target/port"],
          optional: ["label"],
          ordered: false,
          maxItems: 40,
          readOnly: ["id"],
        },
        { list: "/deep/out", from: "/firewall/out", identity: "value", ordered: true },
      ],
    });
    expect(rule).not.toHaveProperty("failures");
    expect(rule).not.toHaveProperty("fields");
  });

  it("has fields as deep as the schema, with sets, read-only ones and what must be there", () => {
    const port = {
      title: "a whole number, 1 to 65535",
      type: "integer",
      least: 1,
      most: 65535,
      required: true,
    };
    const text = { title: "a string", type: "string" };
    const addresses = { title: "a list", type: "array", items: text };
    const fields = (inner: JsonObject, must: JsonObject) => ({
      label: text,
      target: {
        title: "an object",
        type: "object",
        fields: { port },
        readOnly: ["state"],
        ...must,
      },
      sources: { title: "an object", type: "object", fields: { addresses: inner } },
    });
    expect(getAt(rule, ["lists", 0, "fields"])).toEqual(
      fields({ ...addresses, set: true }, { required: true }),
    );
    expect(getAt(rule, ["lists", 1, "fields"])).toEqual(fields(addresses, {}));
  });
});

describe("the rule of a PUT with one list", () => {
  it("is flat, also where it stands in lists, and takes the lower of two limits", () => {
    const list = { type: "array", maxItems: 40, items: item };
    const said = { lists: [{ list: "inbound", identity: "value", ordered: false }], maxItems: 30 };
    const rule = ruleOf(documentOf(said, { inbound: list }, { inbound: list }));
    expect(rule).toMatchObject({ list: "inbound", identity: "value", maxItems: 30 });
    expect(rule).not.toHaveProperty("lists");
    expect(rule).not.toHaveProperty("from");
  });

  it("is none where the document does not prove it", () => {
    const list = { type: "array", items: item };
    const said = { list: "inbound", identity: ["target"], ordered: false };
    expect(ruleOf(documentOf(said, { inbound: list }, { inbound: list }))).toBeUndefined();
  });
});

describe("the rule of a field in 3.0 and in 3.1", () => {
  const deref = derefIn({});
  const rule = (schema: JsonObject) => fieldRule(schema, deref);

  it.each<[string, JsonObject[], JsonObject]>([
    [
      "a string or null",
      [
        { type: "string", nullable: true },
        { type: ["string", "null"] },
        { anyOf: [{ type: "string" }, { type: "null" }] },
      ],
      { title: "a string or null", type: "string", nullable: true },
    ],
    [
      "an open list of values or null",
      [
        { type: "string", nullable: true, enum: ["a", "b", null], "x-enum-open": true },
        { type: ["string", "null"], enum: ["a", "b", null], "x-enum-open": true },
      ],
      {
        title: "a or b or another value or null",
        type: "string",
        enum: ["a", "b"],
        open: true,
        nullable: true,
      },
    ],
    [
      "a number above a bound",
      [
        { type: "number", minimum: 0, exclusiveMinimum: true },
        { type: "number", exclusiveMinimum: 0 },
      ],
      { title: "a number, above 0", above: 0 },
    ],
    ["one value", [{ const: "x" }, { type: "string", enum: ["x"] }], { title: "x", enum: ["x"] }],
  ])("is the same: %s", (_, schemas, expected) => {
    for (const schema of schemas) expect(rule(schema)).toMatchObject(expected);
  });

  it.each<[JsonObject, JsonObject]>([
    [
      { type: "array", minItems: 1, maxItems: 3, items: { type: "integer" } },
      { title: "a list of 1 to 3 values", least: 1, most: 3, items: { title: "a whole number" } },
    ],
    [
      { type: "object", additionalProperties: { type: "string" } },
      { title: "an object", fields: {}, others: { title: "a string", type: "string" } },
    ],
    [{ type: "object" }, { fields: {}, others: { title: "any value" } }],
    [{ type: ["string", "integer"] }, { title: "a string or a whole number" }],
    [{}, { title: "any value" }],
    [{ type: "string", format: "password" }, { secret: true }],
    [
      { allOf: [{ type: "integer", minimum: 3 }], description: "x" },
      { type: "integer", least: 3 },
    ],
  ])("of %j is as the schema says", (schema, expected) => {
    expect(rule(schema)).toMatchObject(expected);
  });

  it("has no other fields where the schema has some and says nothing of more", () => {
    expect(rule({ properties: { a: {} } })).not.toHaveProperty("others");
    expect(rule({ properties: { a: {} }, additionalProperties: false })).not.toHaveProperty(
      "others",
    );
  });

  it("ends where a schema holds itself", () => {
    const parts = {
      Node: {
        type: "object",
        properties: {
          name: { type: "string" },
          next: { $ref: "#/components/schemas/Node" },
          all: { type: "array", items: { $ref: "#/components/schemas/Node" } },
          lists: { $ref: "#/components/schemas/Lists" },
          more: { type: "object", additionalProperties: { $ref: "#/components/schemas/Node" } },
        },
      },
      Lists: { type: "array", items: { $ref: "#/components/schemas/Lists" } },
    };
    const list = { type: "array", items: { $ref: "#/components/schemas/Node" } };
    const said = { list: "nodes", identity: ["name"], ordered: false };
    expect(ruleOf(documentOf(said, { nodes: list }, { nodes: list }, parts))).toMatchObject({
      fields: {
        next: { title: "an object", type: "object" },
        all: { items: { title: "an object" } },
        lists: { items: { title: "a list", type: "array" } },
        more: { others: { title: "an object" } },
      },
    });
  });
});
