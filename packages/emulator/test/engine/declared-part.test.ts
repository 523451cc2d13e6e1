import { derefIn } from "@cloud-clients/openapi-model";
import { expect, it } from "vitest";
import { declaredPart } from "../../src/engine/spec/declared-part.js";

const text = { type: "string" };
const named = { type: "object", properties: { name: text } };
const document = {
  components: {
    schemas: {
      Named: named,
      Entry: {
        allOf: [
          { $ref: "#/components/schemas/Named" },
          { type: "object", properties: { address: { type: "string", readOnly: true } } },
        ],
      },
    },
  },
};

it.each<[what: string, schema: unknown, sent: unknown, kept: unknown]>([
  ["what is not declared", named, { name: "a", colour: "red" }, { name: "a" }],
  ["a member that all objects have", named, JSON.parse('{ "constructor": 1 }'), {}],
  [
    "what only the service may say, in entries put together from parts",
    { type: "array", items: { $ref: "#/components/schemas/Entry" } },
    [{ name: "a", address: "mine", more: 1 }],
    [{ name: "a" }],
  ],
  [
    "what is not declared further down",
    { properties: { inner: { properties: { list: { items: named } } } } },
    { inner: { list: [{ name: "a", colour: "red" }], colour: "red" } },
    { inner: { list: [{ name: "a" }] } },
  ],
  [
    "what is not declared, where there may be nothing instead",
    { oneOf: [{ type: "null" }, named] },
    { name: "a", colour: "red" },
    { name: "a" },
  ],
])("of a body, this is left out: %s", (_, schema, sent, kept) => {
  expect(declaredPart(sent, schema, derefIn(document))).toEqual(kept);
});

it.each<[what: string, schema: unknown]>([
  ["no member is declared", { type: "object" }],
  ["there may be others", { ...named, additionalProperties: true }],
  ["others are of a kind", { allOf: [named, { additionalProperties: text }] }],
  ["others go by their names", { ...named, patternProperties: { "^x-": text } }],
  ["it is one of several things", { anyOf: [named, { properties: { id: text } }] }],
  ["nothing is said of it", undefined],
])("of a body, everything stays where %s", (_, schema) => {
  const sent = { name: "a", colour: "red" };
  expect(declaredPart(sent, schema, derefIn(document))).toBe(sent);
});
