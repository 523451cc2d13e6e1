import { describe, expect, it } from "vitest";
import {
  derefIn,
  type JsonObject,
  type Pagination,
  placeName,
  readPagination,
} from "../src/index.js";

const integer = { type: "integer" };
const text = { type: "string" };
const flag = { type: "boolean" };

/** A document of one list, of which a test says what matters to it. */
interface Listed {
  method?: string;
  parameters?: object[];
  body?: object;
  response?: object;
  headers?: object;
}

const meta = {
  type: "object",
  properties: { next: text, total: integer, total_pages: integer, more: flag, last: flag },
};
const listed: Required<Pick<Listed, "parameters" | "body" | "response" | "headers">> = {
  parameters: [
    ...["limit", "offset", "page", "index", "since"].map((name) => ({
      name,
      in: "query",
      schema: integer,
    })),
    { name: "cursor", in: "query", schema: text },
    { name: "X-Cursor", in: "header", schema: text },
  ],
  body: {
    type: "object",
    properties: {
      action: { type: "string", enum: ["filter", "count"] },
      strict: flag,
      page: { type: "object", properties: { size: integer, after: text } },
    },
  },
  response: {
    type: "object",
    properties: {
      data: { type: "array" },
      meta: { $ref: "#/components/schemas/Meta" },
      next: text,
      more: flag,
      total: integer,
    },
  },
  headers: {
    Link: { schema: text },
    "X-Total": { schema: integer },
    "X-Total-Pages": { schema: text },
    "X-Next": { $ref: "#/components/headers/Next" },
  },
};

function read(pagination: unknown, changes: Listed = {}) {
  const { method = "get", parameters, body, response, headers } = { ...listed, ...changes };
  const operation: JsonObject = {
    operationId: "listThings",
    "x-pagination": pagination,
    parameters,
    ...(method !== "get" && { requestBody: { content: { "application/json": { schema: body } } } }),
    responses: { "200": { headers, content: { "application/json": { schema: response } } } },
  };
  const components = {
    schemas: { Meta: meta },
    headers: { Next: { required: true, schema: text } },
  };
  return readPagination(
    { path: "/things", method, operation, pathItem: { [method]: operation } },
    derefIn({ components }),
  );
}

function ruleOf(pagination: unknown, changes?: Listed): Pagination {
  const { rule, problems } = read(pagination, changes);
  expect(problems).toEqual([]);
  if (rule === undefined) throw new Error("no rule");
  return rule;
}

/** What is wrong with a rule, each with the place below x-pagination. */
function said(pagination: unknown, changes?: Listed): string[] {
  const { rule, problems } = read(pagination, changes);
  if (problems.length > 0) expect(rule).toBeUndefined();
  for (const { message } of problems) expect(message).not.toContain("\n");
  return problems.map(
    ({ path, message }) => `${path.slice(1).join("/")}: ${message.replace("x-pagination: ", "")}`,
  );
}

const cursor = {
  style: "cursor",
  request: { limit: "limit", cursor: "cursor" },
  response: { items: "data", cursor: "next", more: "more" },
};
const offset = {
  style: "offset",
  request: { limit: "limit", offset: "offset" },
  response: { items: "data", total: "total" },
};
const page = {
  style: "page",
  request: { limit: "limit", page: "page" },
  response: { items: "data", pages: "/meta/total_pages" },
};
const link = { style: "link", response: { items: "data", next: { header: "Link" } } };

describe("a rule that fits", () => {
  it("is resolved to places with their schemas", () => {
    expect(ruleOf(cursor)).toEqual({
      method: "get",
      in: "query",
      fixed: [],
      style: "cursor",
      limit: { in: "query", name: "limit", schema: integer },
      position: { in: "query", name: "cursor", schema: text },
      items: { in: "body", keys: ["data"], schema: { type: "array" } },
      next: { in: "body", keys: ["next"], schema: text },
      more: { in: "body", keys: ["more"], schema: flag },
      silentEnd: true,
    });
    expect(ruleOf(offset)).toMatchObject({ style: "offset", required: false });
    expect(ruleOf(page)).toMatchObject({
      style: "page",
      first: 1,
      pages: { keys: ["meta", "total_pages"] },
    });
    expect(ruleOf(link)).toMatchObject({ style: "link", next: { in: "header", name: "Link" } });
    expect(
      ruleOf({
        style: "single",
        response: { items: "data" },
        unless: ["/a/b", { header: "Link" }],
      }),
    ).toMatchObject({
      unless: [
        { in: "body", keys: ["a", "b"] },
        { in: "header", name: "Link" },
      ],
    });
    expect(read(undefined)).toEqual({ rule: undefined, problems: [] });
  });

  it("may name headers, of the request and of the response, in any letters", () => {
    const rule = ruleOf({
      style: "cursor",
      in: "header",
      request: { limit: { query: "limit" }, cursor: "x-cursor" },
      response: { items: "data", cursor: { header: "x-next" } },
    });
    expect(rule).toMatchObject({
      in: "header",
      limit: { in: "query", name: "limit" },
      position: { in: "header", name: "x-cursor", schema: text },
      next: { in: "header", name: "x-next", schema: text },
      silentEnd: false,
    });
    const counted = (place: object) => ({ ...page, response: { items: "data", ...place } });
    expect(ruleOf(counted({ total: { header: "X-Total" } }))).toMatchObject({ style: "page" });
    expect(ruleOf(counted({ pages: { header: "X-Total-Pages" } }))).toMatchObject({
      style: "page",
    });
  });

  it("may name the whole response, and pointers into the body of a POST", () => {
    const rule = ruleOf(
      {
        style: "cursor",
        in: "body",
        request: {
          limit: "/page/size",
          cursor: "/page/after",
          fixed: { action: "filter", strict: true },
        },
        response: { items: "", cursor: { header: "X-Next" } },
      },
      { method: "post", response: { type: "array", items: {} } },
    );
    expect(rule).toMatchObject({
      method: "post",
      items: { keys: [] },
      fixed: [
        { place: { in: "body", keys: ["action"] }, value: "filter" },
        { place: { in: "body", keys: ["strict"] }, value: true },
      ],
    });
    expect([rule.items, rule.limit].map((place) => place && placeName(place))).toEqual([
      "",
      "/page/size",
    ]);
  });

  it("asks for the first page where the position is required", () => {
    const required = (name: string) => ({
      parameters: listed.parameters.map((one) => ({
        ...one,
        required: Reflect.get(one, "name") === name,
      })),
    });
    expect(ruleOf(offset, required("offset"))).toMatchObject({ required: true });
    expect(said(cursor, required("cursor"))).toEqual([
      "request/cursor: request.cursor is required, so that the first page, which has no cursor, cannot be asked for.",
    ]);
  });

  it.each<[string, object, string[], boolean]>([
    ["neither is required", { next: text, more: flag }, [], true],
    ["the cursor is required", { next: text, more: flag }, ["next"], false],
    ["more is required", { next: text, more: flag }, ["more"], false],
    [
      "the cursor is required, but may be null (3.0)",
      { next: { ...text, nullable: true }, more: flag },
      ["next"],
      true,
    ],
    [
      "the cursor is required, but may be null (3.1)",
      { next: { type: ["string", "null"] }, more: flag },
      ["next"],
      true,
    ],
    [
      "the cursor is required, but may be null (choice)",
      { next: { anyOf: [text, { type: "null" }] }, more: flag },
      ["next"],
      true,
    ],
  ])("ends in silence or not: %s", (_, fields, required, silentEnd) => {
    const response = {
      type: "object",
      required,
      properties: { data: { type: "array" }, ...fields },
    };
    expect(ruleOf(cursor, { response })).toMatchObject({ silentEnd });
  });

  it("does not take a field for promised that stands in an object which may be missing", () => {
    const rule = { ...cursor, response: { items: "data", cursor: "/meta/next" } };
    const required = (around: string[], inner: object = {}) => ({
      response: {
        required: around,
        properties: {
          data: { type: "array" },
          meta: { ...inner, required: ["next"], properties: { next: text } },
        },
      },
    });
    expect(ruleOf(rule, required([]))).toMatchObject({ silentEnd: true });
    expect(ruleOf(rule, required(["meta"]))).toMatchObject({ silentEnd: false });
    expect(ruleOf(rule, required(["meta"], { nullable: true }))).toMatchObject({ silentEnd: true });
  });
});

describe("a rule that names what is not there is refused", () => {
  it.each<[string, object, string]>([
    [
      "a pointer beside a property",
      { ...page, response: { items: "data", pages: "/meta/count" } },
      'response/pages: response.pages names "/meta/count", which is not a response property (there are: next, total, total_pages, more, last).',
    ],
    [
      "a pointer through a property that has none",
      { ...page, response: { items: "data", pages: "/total/pages" } },
      'response/pages: response.pages names "/total/pages", which is not a response property (there are: none).',
    ],
    [
      "a header that the response lacks",
      { ...link, response: { items: "data", next: { header: "Links" } } },
      'response/next: response.next names "Links", which is not a response header (there are: Link, X-Total, X-Total-Pages, X-Next).',
    ],
    [
      "a header that the request lacks",
      { ...cursor, request: { cursor: { header: "X-After" } } },
      'request/cursor: request.cursor names "X-After", which is not a header parameter (there are: X-Cursor).',
    ],
    [
      "a pointer in a query",
      { ...cursor, request: { cursor: "/page/after" } },
      "request/cursor: request.cursor is a JSON pointer, which leads into a body; its query has names.",
    ],
    [
      "a place that is none",
      { ...cursor, request: { cursor: { path: "cursor" } } },
      "request/cursor: request.cursor must be a name, a JSON pointer or one of { query: … }, { body: … }, { header: … }.",
    ],
    [
      "two places in one",
      { ...cursor, request: { cursor: { query: "cursor", header: "X-Cursor" } } },
      "request/cursor: request.cursor must be a name, a JSON pointer or one of { query: … }, { body: … }, { header: … }.",
    ],
    [
      "a query in a response",
      { ...link, response: { items: "data", next: { query: "next" } } },
      "response/next: response.next must be a name, a JSON pointer or one of { body: … }, { header: … }.",
    ],
    [
      "a link without header or address",
      { style: "link", response: { items: "data" } },
      "response: response.next is missing.",
    ],
    ["no response at all", { style: "link" }, "response: response must be a mapping."],
  ])("%s", (_, rule, problem) => expect(said(rule)).toEqual([problem]));
});

describe("a rule that names another type than paging needs is refused", () => {
  it.each<[string, object, string]>([
    [
      "an address that is a number",
      { ...link, response: { items: "data", next: "total" } },
      'response/next: response.next: response property "total" is integer, but must be of type string.',
    ],
    [
      "items that are an object",
      { ...link, response: { items: "meta", next: "next" } },
      'response/items: response.items: response property "meta" is object, but must be of type array.',
    ],
    [
      "a page number that is a text",
      { ...page, request: { page: "cursor" } },
      'request/page: request.page: query parameter "cursor" is string, but must be an integer.',
    ],
    [
      "the whole response, which is an object",
      { ...link, response: { items: "", next: "next" } },
      'response/items: response.items: response property "" is object, but must be of type array.',
    ],
  ])("%s", (_, rule, problem) => expect(said(rule)).toEqual([problem]));
});

describe("a rule that would lie is refused", () => {
  const parameter = (name: string, schema: object = integer) => ({
    parameters: [{ name, in: "query", schema }],
  });
  const offsetBy = (name: string) => ({ ...offset, request: { offset: name } });
  const pageBy = (name: string, more = {}) => ({ ...page, request: { page: name }, ...more });

  it.each([
    "page",
    "page_number",
    "pageNo",
    "page-num",
    "page[number]",
    "PageIndex",
    "currentPage",
  ])("an offset that is named %s", (name) => {
    expect(said(offsetBy(name), parameter(name))).toEqual([
      `request/offset: request.offset: query parameter "${name}" is, by its name, a page number: declare style page.`,
    ]);
  });

  it.each(["offset", "skip", "startIndex", "page[offset]", "from"])(
    "a page number that is named %s",
    (name) => {
      expect(said(pageBy(name), parameter(name))).toEqual([
        `request/page: request.page: query parameter "${name}" is, by its name, an offset: declare style offset.`,
      ]);
    },
  );

  it.each([
    ["minimum", { minimum: 1 }],
    ["default", { default: 1 }],
    ["minimum", { minimum: 1, default: 1 }],
  ])("an offset that does not count from 0, by its %s", (bound, range) => {
    expect(said(offsetBy("p"), parameter("p", { ...integer, ...range }))).toEqual([
      `request/offset: request.offset: an offset counts from 0, but the ${bound} of "p" is 1: declare style page.`,
    ]);
  });

  it("an offset of no clear name in a list whose response counts pages", () => {
    const beside = {
      ...offset,
      request: { offset: "index" },
      response: { items: "data", total: "/meta/total" },
    };
    expect(said(beside)).toEqual([
      'request/offset: request.offset: the response counts pages ("total_pages"), so that "index" may be a page number: declare style page.',
    ]);
    expect(said({ ...beside, request: { offset: "offset" } })).toEqual([]);
  });

  it.each([
    [0, { default: 1 }, 'first is 0, but the default of "index" is 1'],
    [undefined, { default: 0 }, 'first is 1, but the default of "index" is 0'],
    [1, { minimum: 0 }, 'first is 1, but the minimum of "index" is 0'],
    [0, { minimum: 1 }, 'first is 0, but the minimum of "index" is 1'],
    [2, {}, "first must be 0 or 1"],
    ["1", {}, "first must be 0 or 1"],
  ])("a first page %j of a number with %j", (first, range, why) => {
    const rule = pageBy("index", first === undefined ? {} : { first });
    expect(said(rule, parameter("index", { ...integer, ...range }))).toEqual([`first: ${why}.`]);
  });

  it("but a first page that the schema agrees with", () => {
    const zero = parameter("page", { ...integer, minimum: 0, default: 0 });
    expect(ruleOf(pageBy("page", { first: 0 }), zero)).toMatchObject({ first: 0 });
    const one = parameter("page", { allOf: [{ ...integer, minimum: 0 }], default: 1 });
    expect(ruleOf(pageBy("page"), one)).toMatchObject({ first: 1 });
  });

  it.each([
    ["pages", "total_count", "a count of items, not of pages"],
    ["pages", "per_page", "a page size"],
    ["pages", "page", "a page number"],
    ["total", "total_pages", "a count of pages, not of items"],
    ["total", "pageCount", "a count of pages, not of items"],
    ["total", "last_page", "a count of pages, not of items"],
    ["more", "last", "a sign of the end, not of more"],
    ["more", "is_last_page", "a sign of the end, not of more"],
  ])("%s that is named %s", (role, name, what) => {
    const schema = role === "more" ? flag : integer;
    const response = { properties: { data: { type: "array" }, [name]: schema } };
    expect(said({ ...page, response: { items: "data", [role]: name } }, { response })).toEqual([
      `response/${role}: response.${role}: response property "${name}" is, by its name, ${what}.`,
    ]);
  });

  it("a page size that is a position", () => {
    expect(said({ ...offset, request: { limit: "page", offset: "offset" } })).toEqual([
      'request/limit: request.limit: query parameter "page" is, by its name, a page number.',
    ]);
  });

  it("two counts, of which one would not count", () => {
    expect(
      said({ ...page, response: { items: "data", total: "total", pages: "/meta/total_pages" } }),
    ).toEqual(["response: response names total and pages: name the one to count by."]);
  });

  it("two things in one place", () => {
    expect(said({ ...page, request: { limit: "index", page: "index" } })).toEqual([
      'request: request names "index" twice.',
    ]);
  });

  it("a method or a body that does not go with it", () => {
    expect(said(link, { method: "post" })).toEqual([
      "style: a link is followed by GET, but this is a POST.",
    ]);
    expect(said(cursor, { method: "put" })).toEqual([
      ": a list is read by GET or POST, not by PUT.",
    ]);
    expect(said({ ...cursor, in: "body" })).toEqual(["in: in is body, but a GET has none."]);
  });

  it.each<[string, unknown, string]>([
    [
      "another value than the schema allows",
      { action: "all" },
      'action: request.fixed.action is "all", but must be one of "filter", "count"',
    ],
    [
      "another type",
      { strict: "yes" },
      'strict: request.fixed.strict is "yes", but must be of type boolean',
    ],
    [
      "no value",
      { action: null },
      "action: request.fixed.action must be a text, a number, true or false",
    ],
    [
      "what is not there",
      { kind: "x" },
      'kind: request.fixed.kind names "kind", which is not a body property (there are: action, strict, page)',
    ],
  ])("a fixed value that is %s", (_, fixed, problem) => {
    const rule = { ...cursor, in: "body", request: { cursor: "/page/after", fixed } };
    expect(said(rule, { method: "post" })).toEqual([`request/fixed/${problem}.`]);
  });

  it("fixed values that are none, or take the walk's place", () => {
    const fixing = (fixed: unknown) => ({ ...page, request: { page: "page", fixed } });
    for (const none of [{}, [], "page", null]) {
      expect(said(fixing(none))).toEqual([
        "request/fixed: request.fixed must be a mapping of names to values.",
      ]);
    }
    expect(said(fixing({ page: 3 }))).toEqual(['request: request names "page" twice.']);
  });
});
