import { derefIn, type JsonObject } from "@cloud-clients/openapi-model";
import { describe, expect, it } from "vitest";
import { paginationRule } from "../src/emit/pagination-rule.js";

const cursor = {
  style: "cursor",
  in: "query",
  request: { limit: "limit", cursor: "cursor" },
  response: { items: "data", cursor: "next", more: "more" },
};

/** The rule of a list whose response requires these of its fields. */
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

  const text = { type: "string" };
  const integer = { type: "integer" };

  /** The rule of a list with parameters, a body and headers. */
  function written(pagination: object, method = "get"): JsonObject | undefined {
    const response = {
      properties: {
        meta: { properties: { total: integer, pages: integer, next: text, "a/b": text } },
        data: { type: "array" },
      },
    };
    const body = {
      properties: {
        action: { type: "string", enum: ["filter"] },
        page: { properties: { size: text, at: text } },
      },
    };
    const operation: JsonObject = {
      operationId: "listThings",
      "x-pagination": pagination,
      parameters: [
        { name: "per_page", in: "query", schema: integer },
        { name: "page", in: "query", schema: integer },
        { name: "offset", in: "query", required: true, schema: integer },
        { name: "X-Page", in: "header", schema: integer },
      ],
      requestBody: { content: { "application/json": { schema: body } } },
      responses: {
        "200": {
          headers: { Link: { schema: text }, "X-Total": { schema: integer } },
          content: { "application/json": { schema: response } },
        },
      },
    };
    const found = { path: "/things", method, operation, pathItem: { [method]: operation } };
    return paginationRule(found, derefIn({}));
  }

  const things = { operation: "listThings", path: "/things" };

  it("by page number names its first page, and its count by pointer or header", () => {
    const rule = (response: object, more = {}) =>
      written({ style: "page", request: { limit: "per_page", page: "page" }, response, ...more });
    const asked = { ...things, style: "page", items: "data", limit: "per_page", position: "page" };
    expect(rule({ items: "data", pages: "/meta/pages" })).toEqual({
      ...asked,
      first: 1,
      pages: "/meta/pages",
    });
    expect(rule({ items: "data", total: { header: "X-Total" } }, { first: 0 })).toEqual({
      ...asked,
      first: 0,
      total: { header: "X-Total" },
    });
  });

  it("by link names the header or the pointer", () => {
    const rule = (next: unknown) => written({ style: "link", response: { items: "data", next } });
    const asked = { ...things, style: "link", items: "data" };
    expect(rule({ header: "Link" })).toEqual({ ...asked, next: { header: "Link" } });
    expect(rule("/meta/a~1b")).toEqual({ ...asked, next: "/meta/a~1b" });
  });

  it("names what stands elsewhere than the rest, and what is fixed", () => {
    const response = { items: "/data", cursor: "/meta/next" };
    const nested = { limit: "/page/size", cursor: "/page/at", fixed: { action: "filter" } };
    expect(written({ style: "cursor", in: "body", request: nested, response }, "post")).toEqual({
      ...things,
      style: "cursor",
      items: "data",
      limit: "/page/size",
      position: "/page/at",
      next: "/meta/next",
      silentEnd: true,
      in: "body",
      digits: true,
      fixed: { action: "filter" },
    });
    const page = { limit: { query: "per_page" }, page: "X-Page" };
    expect(
      written({ style: "page", in: "header", request: page, response: { items: "data" } }, "post"),
    ).toEqual({
      ...things,
      style: "page",
      items: "data",
      limit: { query: "per_page" },
      position: "X-Page",
      first: 1,
      method: "POST",
      in: "header",
    });
  });

  it("by offset asks for the first page where the schema requires it", () => {
    const rule = { style: "offset", request: { offset: "offset" }, response: { items: "data" } };
    expect(written(rule)).toEqual({
      ...things,
      style: "offset",
      items: "data",
      position: "offset",
      first: 0,
    });
  });

  it("is none where x-pagination does not fit", () => {
    expect(
      written({ style: "link", response: { items: "data", next: "nothing" } }),
    ).toBeUndefined();
  });
});
