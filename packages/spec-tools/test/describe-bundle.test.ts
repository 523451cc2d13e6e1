import { getAt, type JsonObject } from "@cloud-clients/openapi-model";
import { describe, expect, it } from "vitest";
import { describeBundle } from "../src/bundle/describe-bundle.js";
import { generate } from "../src/commands/generate.js";
import { tinyRepo } from "./tiny-repo.js";

function documentOf(paths: JsonObject, rest: JsonObject = {}): JsonObject {
  return { openapi: "3.0.3", info: { title: "Tiny", description: "Small.\n" }, paths, ...rest };
}

function infoOf(document: JsonObject): string {
  return String(getAt(describeBundle(document), ["info", "description"]));
}

function descriptionOf(method: string, operation: JsonObject): unknown {
  const document = documentOf({ "/things": { [method]: operation } });
  return getAt(describeBundle(document), ["paths", "/things", method, "description"]);
}

const response = (schema: JsonObject): JsonObject => ({
  "200": { description: "Done", content: { "application/json": { schema } } },
});

describe("the last paragraph of an operation's description", () => {
  it.each([
    ["get", {}, "Safe to retry: it only reads."],
    ["put", { "x-idempotent": true }, "Safe to retry."],
    ["delete", { "x-idempotent": false }, "Not safe to retry."],
    [
      "get",
      { "x-completeness": "partial" },
      "Safe to retry: it only reads. Its page was seen in part.",
    ],
    [
      "post",
      { "x-idempotent": false, "x-completeness": "complete", "x-iam-action": "tiny:things:create" },
      "Not safe to retry. Its page was seen in full. IAM action: `tiny:things:create`.",
    ],
  ])("says of %s with %o: %s", (method, extensions, line) => {
    expect(descriptionOf(method, { description: "Does it.", ...extensions })).toBe(
      `Does it.\n\n${line}`,
    );
    expect(descriptionOf(method, extensions)).toBe(line);
  });
});

describe("the sections of info.description", () => {
  it("come after what was written by hand, and name who may be sent again", () => {
    const text = infoOf(
      documentOf({
        "/things": {
          get: { operationId: "listThings" },
          post: { operationId: "createThing", "x-idempotent": false },
          delete: { operationId: "deleteThing", "x-idempotent": true },
        },
      }),
    );
    expect(text.split("\n\n").slice(0, 2)).toEqual(["Small.", "## Retry safety"]);
    expect(text).toContain("every GET, and `deleteThing`.");
    expect(text).toContain("read first: `createThing`.");
  });

  it("tell how lists are paged, those that are paged alike together", () => {
    const cursor = {
      style: "cursor",
      in: "query",
      request: { limit: "limit", cursor: "cursor" },
      response: { items: "data", cursor: "next", more: "more" },
    };
    const offset = {
      style: "offset",
      in: "body",
      request: { limit: "limit", offset: "skip" },
      response: { items: "data", total: "count" },
    };
    const text = infoOf(
      documentOf({
        "/a": { get: { operationId: "listA", "x-pagination": cursor } },
        "/b": { post: { operationId: "findB", "x-pagination": offset } },
        "/c": { get: { operationId: "listC", "x-pagination": cursor } },
        "/d": {
          get: {
            operationId: "listD",
            "x-pagination": { style: "single", response: { items: "d" } },
          },
        },
      }),
    );
    expect(text).toContain(
      [
        "- `listA`, `listC`: items in `data`; send `next` of the response as `cursor` (query) for the next page, until it is empty or `more` is false.",
        "- `findB`: items in `data`; `limit` and `skip` (body) choose the page, `count` counts all that match.",
        "- `listD`: a single page, items in `d`.",
      ].join("\n"),
    );
  });

  it("describe pages by number and by link, wherever their parts stand", () => {
    const lists = {
      listA: {
        style: "page",
        first: 0,
        request: { limit: "per_page", page: { header: "X-Page" } },
        response: { items: "/result/data", pages: { header: "X-Total-Pages" } },
      },
      listB: {
        style: "page",
        request: { page: "page" },
        response: { items: "", more: "more" },
      },
      listC: { style: "link", response: { items: "", next: { header: "Link" } } },
      listD: { style: "offset", request: { offset: "skip" }, response: { items: "data" } },
    };
    const paths = Object.entries(lists).map(([operationId, pagination]) => [
      `/${operationId}`,
      { get: { operationId, "x-pagination": pagination } },
    ]);
    expect(infoOf(documentOf(Object.fromEntries(paths)))).toContain(
      [
        "- `listA`: items in `/result/data`; `per_page` and header `X-Page`, from 0, choose the page, header `X-Total-Pages` counts the pages.",
        "- `listB`: items in the response itself; `page` (query), from 1, chooses the page, until one is empty or `more` is false.",
        "- `listC`: items in the response itself; header `Link` is the address of the next page, until it is absent.",
        "- `listD`: items in `data`; `skip` (query) chooses the page, until one is empty.",
      ].join("\n"),
    );
  });

  it("name every secret that a response holds, through references, lists and circles", () => {
    const thing = {
      properties: {
        password: { type: "string", "x-secret": true },
        envs: { items: { properties: { value: { "x-secret": true }, key: {} } } },
        parent: { $ref: "#/components/schemas/Thing" },
        access: { allOf: [{ properties: { token: { "x-secret": true } } }] },
      },
    };
    const text = infoOf(
      documentOf(
        {
          "/things": {
            get: {
              operationId: "getThing",
              responses: response({ $ref: "#/components/schemas/Thing" }),
            },
            put: {
              operationId: "putThing",
              requestBody: {},
              responses: response({ type: "object" }),
            },
          },
        },
        { components: { schemas: { Thing: thing } } },
      ),
    );
    expect(text).toContain("- `getThing`: `password`, `envs[].value`, `access.token`");
    expect(text).not.toContain("- `putThing`");
  });

  it("list the error codes, and which of them mean too many requests or never to retry", () => {
    const text = infoOf(
      documentOf(
        {},
        {
          "x-rate-limit-error": { codes: ["T.1"] },
          "x-permanent-error": { codes: ["T.2", "T.3"] },
          "x-error-codes": {
            "T.1": { status: 400, label: "too many requests" },
            "T.2": { status: 504, label: "no body" },
          },
        },
      ),
    );
    expect(text).toContain("the code `T.1` means too many requests, whatever the status");
    expect(text).toContain("the code `T.2` or `T.3` should never be retried");
    expect(text).toContain("| `T.1` | 400 | too many requests |\n| `T.2` | 504 | no body |");
  });

  it("leave out what the document has no word on", () => {
    expect(infoOf(documentOf({})).match(/^## .*$/gm)).toEqual(["## Retry safety"]);
  });
});

describe("describing a bundle", () => {
  const document = documentOf({
    "/things": { put: { operationId: "putThing", description: "Sets it.", "x-idempotent": false } },
  });

  it("leaves the document it was given alone", () => {
    const before = structuredClone(document);
    describeBundle(document);
    expect(document).toEqual(before);
  });

  it("adds nothing to a document that was described before", () => {
    const once = describeBundle(document);
    expect(describeBundle(once)).toEqual(once);
  });

  it("happens after the overlays, which therefore meet the words of the source", async () => {
    const repo = await tinyRepo();
    await repo.write(
      "specs/tiny/overlays/0009-word.yaml",
      "overlay: 1.0.0\nactions:\n  - target: $.paths['/things/{id}'].put\n    update: { description: Sets the parts., x-idempotent: true }\n",
    );
    await repo.run(generate);
    expect(await repo.read("specs/tiny/openapi.yaml")).toContain(
      "description: |-\n        Sets the parts.\n\n        Safe to retry.\n",
    );
  });
});
