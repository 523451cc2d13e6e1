import { describe, expect, it } from "vitest";
import {
  type CursorRule,
  createList,
  type ListOptions,
  PaginationError,
  type SingleRule,
} from "../src/kit.js";
import { cursorRule, json, tinyClient } from "./tiny-api.js";

const quietRule: CursorRule = { ...cursorRule, silentEnd: true };
const singleRule: SingleRule = {
  operation: "listThings",
  path: "/things",
  style: "single",
  items: "data",
  unless: ["next", "more"],
};

/** A list over these responses, one a request, and the queries that were sent. */
function listOf(
  rule: CursorRule | SingleRule,
  responses: object[],
  options?: ListOptions<unknown>,
) {
  const sent: string[] = [];
  const fetch = async (url: string) => json(responses[sent.push(new URL(url).search) - 1] ?? {});
  const client = tinyClient({ fetch, retry: false });
  const request = { query: { name: "a" } };
  return { sent, list: createList<unknown>(client, rule, request, options) };
}

describe("a cursor list whose responses need not say whether there is more", () => {
  it.each([{}, { next: null }, { more: null }, { next: "" }, { more: false }])(
    "ends with a page that says %j",
    async (end) => {
      const first = { data: [1], next: "p1" };
      const { list } = listOf(quietRule, [first, { data: [2], ...end }]);
      expect(await list.collect()).toMatchObject({ items: [1, 2], truncated: false });
    },
  );

  it.each([{ more: true }, { next: 3 }, { next: "", more: true }, { more: "no" }])(
    "takes no contradiction for an end: %j",
    async (twist) => {
      const { list } = listOf(quietRule, [{ data: [1], ...twist }]);
      await expect(list.collect()).rejects.toThrow(PaginationError);
    },
  );
});

describe("a cursor that reads null", () => {
  it("is a cursor like any other, not the first page again", async () => {
    const { list, sent } = listOf(cursorRule, [
      { data: [1], next: "null", more: true },
      { data: [2], next: "", more: false },
    ]);
    expect((await list.collect()).items).toEqual([1, 2]);
    expect(sent).toEqual(["?name=a", "?name=a&cursor=null"]);
  });
});

describe("a list of one page", () => {
  it("is one request, with the query of the caller alone", async () => {
    const { list, sent } = listOf(singleRule, [{ data: [1, 2], next: "", more: false }]);
    expect(await list.collect()).toEqual({
      items: [1, 2],
      truncated: false,
      checkpoint: expect.stringContaining('"end":true'),
      duplicates: 0,
    });
    expect(sent).toEqual(["?name=a"]);
  });

  it.each([{ next: "p1" }, { more: true }, { next: 7 }])(
    "rejects a response that promises more, %j",
    async (promise) => {
      const { list } = listOf(singleRule, [{ data: [1], ...promise }]);
      await expect(list.collect()).rejects.toThrow(
        /page 1: (next|more) is set, but the list is documented to have one page/,
      );
    },
  );

  it("can be cut and gone on with", async () => {
    const response = { data: [1, 2, 3] };
    const { list } = listOf(singleRule, [response]);
    const { items, truncated, checkpoint } = await list.collect({ maxItems: 2 });
    expect([items, truncated]).toEqual([[1, 2], true]);
    const rest = listOf(singleRule, [response], { from: checkpoint });
    expect((await rest.list.collect()).items).toEqual([3]);
  });

  it("refuses the position of another list", async () => {
    const start = (options: object) => () => listOf(singleRule, [], options);
    const { checkpoint } = await listOf(singleRule, [{ data: [1, 2] }]).list.collect({
      maxItems: 1,
    });
    expect(start({ from: checkpoint })).not.toThrow();
    for (const at of ['"at":7', '"at":"p1"']) {
      const from = checkpoint.replace('"skip"', `${at},"before":1,"skip"`);
      expect(start({ from })).toThrow(/damaged/);
    }
  });
});
