import { derefIn, type JsonObject } from "@cloud-clients/openapi-model";
import { describe, expect, it } from "vitest";
import { paginationRule } from "../src/emit/pagination-rule.js";

const cursor = {
  style: "cursor",
  in: "query",
  request: { limit: "limit", cursor: "cursor" },
  response: { items: "data", cursor: "next", more: "more" },
};

/** The rule of a list whose answer requires these of its fields. */
function ruleOf(pagination: object, required: string[]): JsonObject | undefined {
  const operation: JsonObject = {
    operationId: "listThings",
    "x-pagination": pagination,
    parameters: [
      { name: "limit", in: "query", schema: { type: "integer" } },
      { name: "cursor", in: "query", schema: { type: "string" } },
    ],
    responses: {
      "200": { content: { "application/json": { schema: { $ref: "#/components/schemas/Page" } } } },
    },
  };
  const properties = {
    data: { type: "array" },
    next: { type: "string" },
    more: { type: "boolean" },
  };
  const Page = {
    allOf: [
      { type: "object", required },
      { type: "object", properties },
    ],
  };
  const found = { path: "/things", method: "get", operation, pathItem: { get: operation } };
  return paginationRule(found, derefIn({ components: { schemas: { Page } } }));
}

describe("the rule of a list", () => {
  it("lets a cursor list end in silence only where the schema requires neither field", () => {
    const strict = {
      operation: "listThings",
      path: "/things",
      style: "cursor",
      items: "data",
      limit: "limit",
      position: "cursor",
      next: "next",
      more: "more",
    };
    expect(ruleOf(cursor, ["data", "next", "more"])).toEqual(strict);
    expect(ruleOf(cursor, ["more"])).toEqual(strict);
    expect(ruleOf(cursor, ["next"])).toEqual(strict);
    expect(ruleOf(cursor, ["data"])).toEqual({ ...strict, silentEnd: true });
  });

  it("of one page has what would contradict it, and nothing to ask for", () => {
    const single = { style: "single", response: { items: "data" } };
    const expected = {
      operation: "listThings",
      path: "/things",
      style: "single",
      items: "data",
    };
    expect(ruleOf(single, [])).toEqual({ ...expected, unless: [] });
    expect(ruleOf({ ...single, unless: ["next"] }, [])).toEqual({ ...expected, unless: ["next"] });
  });
});
