import { describe, expect, it } from "vitest";
import { problemsOf } from "./lint-spec.js";

const rule = "house/pagination-fits";
const good = {
  style: "cursor",
  in: "query",
  request: { limit: "limit", cursor: "cursor" },
  response: { items: "data", cursor: "next", more: "has_more" },
};

function list(pagination: object): string {
  return `
  /things:
    get:
      x-pagination: ${JSON.stringify(pagination)}
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
        - { name: offset, in: query, schema: { type: integer } }
        - { name: cursor, in: query, schema: { type: string } }
        - { name: cursor, in: header, schema: { type: integer } }
      responses:
        "200":
          description: Things
          content:
            application/json:
              schema:
                allOf:
                  - { properties: { data: { type: array, items: {} }, next: { type: string } } }
                  - { properties: { has_more: { type: boolean }, total: { type: integer } } }
`;
}

async function said(pagination: object): Promise<string[]> {
  return (await problemsOf(rule, list(pagination))).map(
    (found) => `${found.pointer} ${found.message}`,
  );
}

const at = "#/paths/~1things/get/x-pagination";

describe("x-pagination names what exists", () => {
  it("accepts a cursor rule and an offset rule that fit", async () => {
    expect(await said(good)).toEqual([]);
    expect(
      await said({
        style: "offset",
        in: "query",
        request: { limit: "limit", offset: "offset" },
        response: { items: "data", total: "total" },
      }),
    ).toEqual([]);
  });

  it("accepts a list of one page, which has nothing to ask for", async () => {
    const single = { style: "single", response: { items: "data" } };
    expect(await said(single)).toEqual([]);
    expect(await said({ ...single, unless: ["next"] })).toEqual([]);
    expect(await said({ ...single, request: { limit: "limit" } })).toEqual([
      `${at}/request/limit x-pagination: request.limit is not known (known: fixed).`,
    ]);
    expect(await said({ ...single, response: { items: "next" } })).toEqual([
      `${at}/response/items x-pagination: response.items: response property "next" is string, but must be of type array.`,
    ]);
    for (const unless of ["next", [], [1]]) {
      expect(await said({ ...single, unless })).toEqual([
        `${at}/unless x-pagination: unless must be a list of field names.`,
      ]);
    }
  });

  it("wants every name of its style", async () => {
    const { cursor: _, ...request } = good.request;
    const { cursor: __, ...response } = good.response;
    expect(await said({ ...good, request, response })).toEqual([
      `${at}/request x-pagination: request.cursor is missing.`,
      `${at}/response x-pagination: response.cursor is missing.`,
    ]);
  });

  it("refuses a parameter that the operation does not take", async () => {
    expect(await said({ ...good, request: { limit: "max", cursor: "cursor" } })).toEqual([
      `${at}/request/limit x-pagination: request.limit names "max", which is not a query parameter (there are: limit, offset, cursor).`,
    ]);
  });

  it("refuses a field that the response does not have", async () => {
    expect(await said({ ...good, response: { ...good.response, items: "items" } })).toEqual([
      `${at}/response/items x-pagination: response.items names "items", which is not a response property (there are: data, next, has_more, total).`,
    ]);
  });

  it("refuses fields of another type than paging needs", async () => {
    expect(
      await said({
        ...good,
        request: { limit: "cursor", cursor: "limit" },
        response: { items: "next", cursor: "data", more: "total" },
      }),
    ).toEqual([
      `${at}/request/limit x-pagination: request.limit: query parameter "cursor" is string, but must be an integer.`,
      `${at}/request/cursor x-pagination: request.cursor: query parameter "limit" is integer, but must be of type string.`,
      `${at}/response/items x-pagination: response.items: response property "next" is string, but must be of type array.`,
      `${at}/response/cursor x-pagination: response.cursor: response property "data" is array, but must be of type string.`,
      `${at}/response/more x-pagination: response.more: response property "total" is integer, but must be of type boolean.`,
    ]);
  });

  it("refuses an unknown style, place or key", async () => {
    expect(await said({ ...good, style: "pages" })).toEqual([
      `${at}/style x-pagination: style must be "cursor", "offset", "page", "link" or "single".`,
    ]);
    expect(await said({ ...good, in: "path" })).toEqual([
      `${at}/in x-pagination: in must be "query", "body" or "header".`,
    ]);
    expect(await said({ ...good, request: { ...good.request, page: "limit" } })).toEqual([
      `${at}/request/page x-pagination: request.page is not known (known: limit, cursor, fixed).`,
    ]);
  });

  it("takes numbers in a body as integers or as strings of digits", async () => {
    const search = (limit: string) => `
  /things/search:
    post:
      x-pagination:
        style: offset
        in: body
        request: { limit: limit, offset: offset }
        response: { items: data, total: total }
      requestBody:
        content:
          application/json:
            schema: { properties: { limit: { type: ${limit} }, offset: { type: string } } }
      responses:
        "200":
          description: Things
          content: { application/json: { schema: { properties: { data: { type: array, items: {} }, total: { type: integer } } } } }
`;
    expect(await problemsOf(rule, search("string"))).toEqual([]);
    expect(await problemsOf(rule, search("integer"))).toEqual([]);
    expect(await problemsOf(rule, search("boolean"))).toEqual([
      {
        message:
          'x-pagination: request.limit: body property "limit" is boolean, but must be an integer.',
        pointer: "#/paths/~1things~1search/post/x-pagination/request/limit",
        line: "request: { limit: limit, offset: offset }",
      },
    ]);
  });
});
