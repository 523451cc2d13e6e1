import {
  derefIn,
  type FoundOperation,
  type JsonObject,
  operationsOf,
} from "@cloud-clients/openapi-model";
import { describe, expect, it } from "vitest";
import { proposePagination } from "../src/scaffold/propose-pagination.js";
import { proposeWrites, tellNounsApart } from "../src/scaffold/propose-writes.js";

const text = { type: "string" };
const count = { type: "integer" };
const things = { type: "array", items: { type: "object", properties: { id: text } } };

function response(schema: object, headers: object = {}) {
  return { 200: { description: "Fine", headers, content: { "application/json": { schema } } } };
}

function object(properties: object, required: string[] = []) {
  return { type: "object", required, properties };
}

/** A list that takes these parameters of the query and responds so. */
function list(query: Record<string, object>, responses: object, more: object = {}): FoundOperation {
  const parameters = Object.entries(query).map(([name, schema]) => ({ name, in: "query", schema }));
  const operation = { operationId: "listThings", parameters, responses, ...more };
  return { path: "/things", method: "get", operation, pathItem: {} };
}

function proposed(found: FoundOperation) {
  return proposePagination(found, derefIn({}), false);
}

describe("a paging rule is proposed for", () => {
  it.each<[string, FoundOperation, object]>([
    [
      "a cursor that the next page begins at, nullable in the words of 3.1",
      list(
        { after: text, max_results: count },
        response(
          object({
            data: things,
            next: { type: ["string", "null"] },
            has_more: { type: "boolean" },
          }),
        ),
      ),
      {
        style: "cursor",
        request: { limit: "max_results", cursor: "after" },
        response: { items: "data", cursor: "next", more: "has_more" },
      },
    ],
    [
      "an offset with a total",
      list({ skip: count, limit: count }, response(object({ things, count }))),
      {
        style: "offset",
        request: { limit: "limit", offset: "skip" },
        response: { items: "things", total: "count" },
      },
    ],
    [
      "pages that are counted from 0",
      list(
        { page: { ...count, minimum: 0 }, size: count },
        response(object({ content: things, page: object({ totalPages: count }) })),
      ),
      {
        style: "page",
        first: 0,
        request: { limit: "size", page: "page" },
        response: { items: "content", pages: "/page/totalPages" },
      },
    ],
    [
      "the address of the next page in a header",
      list({ per_page: count, page: count }, response(things, { Link: { schema: text } })),
      {
        style: "link",
        request: { limit: "per_page" },
        response: { items: "", next: { header: "Link" } },
      },
    ],
    [
      "the address of the next page in the body",
      list(
        { limit: count },
        response(
          object({ results: things, next: { type: "string", format: "uri", nullable: true } }),
        ),
      ),
      {
        style: "link",
        request: { limit: "limit" },
        response: { items: "results", next: "next" },
      },
    ],
    [
      "a list that comes whole",
      list({ region: text }, response(object({ things }))),
      { style: "single", response: { items: "things" } },
    ],
    [
      "a search whose body has the paging",
      {
        ...list({}, response(object({ things, total: count })), {
          requestBody: {
            content: { "application/json": { schema: object({ offset: count, limit: count }) } },
          },
        }),
        method: "post",
      },
      {
        style: "offset",
        in: "body",
        request: { limit: "limit", offset: "offset" },
        response: { items: "things", total: "total" },
      },
    ],
  ])("%s", (_, found, rule) => {
    expect(proposed(found)).toEqual({ rule });
  });

  it("no page number as an offset, whatever it is called", () => {
    const found = list(
      { offset: { ...count, minimum: 1 }, limit: count },
      response(object({ things, total: count })),
    );
    expect(proposed(found).rule).toBeUndefined();
    expect(proposed(found).refused).toMatch(
      /^takes offset and limit, but request\.offset: an offset counts from 0/,
    );
  });

  it("no list as whole that may have pages by an unusual name", () => {
    const found = list({ max_results: count }, response(object({ things })));
    expect(proposed(found)).toEqual({ unsure: "has max_results, which may be for paging" });
  });

  it("no operation that shows what a PUT of its path replaces", () => {
    const found = list({}, response(object({ things })));
    expect(proposePagination(found, derefIn({}), true)).toEqual({});
  });
});

const rule = object(
  { label: text, protocol: text, sources: object({ addresses: { type: "array", items: text } }) },
  ["protocol"],
);

function replacing(body: object, shown: object, path = "/walls/{id}") {
  const document: JsonObject = {
    paths: {
      [path]: {
        get: { operationId: "getWall", responses: response(shown) },
        put: {
          operationId: "putWall",
          requestBody: { content: { "application/json": { schema: body } } },
          responses: { 204: { description: "Done" } },
        },
      },
    },
  };
  const operations = operationsOf(document.paths);
  const put = operations.find(({ method }) => method === "put");
  if (put === undefined) throw new Error("no PUT");
  return { ...proposeWrites(put, operations, derefIn(document)), put };
}

const rules = { type: "array", items: rule };

describe("a write rule is proposed for", () => {
  it("several lists below an envelope, with what the PUT would reset", () => {
    const body = object({ inbound: rules, outbound: rules, name: text }, ["name"]);
    expect(replacing(body, object({ wall: body })).rule).toEqual({
      read: "getWall",
      lists: ["inbound", "outbound"].map((name) => ({
        list: name,
        from: `/wall/${name}`,
        identity: ["label"],
        optional: ["label"],
        ordered: false,
        sets: ["/sources/addresses"],
      })),
      keep: [{ from: "/wall/name", to: "name" }],
    });
  });

  it("plain strings, and a version in the body", () => {
    const body = object({ hosts: { type: "array", items: text }, version: count }, ["version"]);
    expect(replacing(body, body).rule).toEqual({
      read: "getWall",
      list: "hosts",
      identity: [],
      ordered: false,
      version: "version",
    });
  });

  it("entries that nothing but their whole value tells apart", () => {
    const entry = object({ protocol: text, ports: { type: "array", items: count } }, ["protocol"]);
    const body = object({
      rules: { type: "array", items: entry, description: "First match wins." },
    });
    expect(replacing(body, body).rule).toMatchObject({ identity: "value", ordered: true });
  });

  it.each<[string, object, object, string, string]>([
    [
      "lists that no response shows",
      object({ rules }),
      object({ id: text }),
      "/walls/{id}",
      "replaces rules, but the response of GET /walls/{id} does not show them",
    ],
    [
      "a required field that nothing fills",
      object({ rules, owner: text }, ["owner"]),
      object({ rules }),
      "/walls/{id}",
      "replaces rules, but the body requires /owner, which neither a list nor keep nor version fills",
    ],
    [
      "a path without parameters",
      object({ rules }),
      object({ rules }),
      "/wall",
      "replaces rules, but its path has no parameter that names the resource",
    ],
  ])("none for %s, and why is said", (_, body, shown, path, refused) => {
    const { rule: proposal, refused: said } = replacing(body, shown, path);
    expect(proposal).toBeUndefined();
    expect(said).toBe(refused);
  });

  it("a list whose functions another operation has the name of, under a name of its own", () => {
    const body = object({ rules });
    const { put, rule: own = {} } = replacing(body, body);
    tellNounsApart([{ found: put, rule: own }], ["putWall", "getWall"]);
    expect(own.name).toBeUndefined();
    tellNounsApart([{ found: put, rule: own }], ["putWall", "getWall", "addRules"]);
    expect(own.name).toBe("WallRules");
  });
});
