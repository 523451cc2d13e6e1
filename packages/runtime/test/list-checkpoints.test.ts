import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createList,
  isUsageError,
  type ListOptions,
  type OffsetRule,
  UsageError,
} from "../src/kit.js";
import { examples } from "./examples.js";
import { json, offsetRule, tinyClient } from "./tiny-api.js";
import { cursorList, cursorService, offsetList, offsetService, take } from "./tiny-list.js";

const pages = [[1, 2], [], [3, 4, 5], [6]];

/** A checkpoint inside the third page, and what goes on from it, for both styles. */
const styles = {
  cursor: {
    checkpoint: async () =>
      (await cursorList(cursorService(pages)).collect({ maxItems: 4 })).checkpoint,
    start: (from: unknown) => () =>
      cursorList(cursorService(pages), { from } as ListOptions<unknown>),
  },
  offset: {
    checkpoint: async () =>
      (await offsetList(offsetService([1, 2, 3, 4, 5, 6, 7])).collect({ maxItems: 5 })).checkpoint,
    start: (from: unknown) => () =>
      offsetList(offsetService([1, 2, 3, 4, 5, 6, 7]), { from } as ListOptions<unknown>),
  },
};

describe.each(Object.entries(styles))(
  "law 11: a checkpoint of a list by %s",
  (style, { checkpoint, start }) => {
    it("has this form, small and without secrets", async () => {
      const parsed = JSON.parse(await checkpoint());
      expect(parsed).toEqual({
        version: 1,
        operation: "listThings",
        service: "https://api.example.org",
        query: expect.any(Number),
        at: style === "cursor" ? "p2" : 3,
        before: expect.any(Number),
        ...(style === "offset" && { total: 7 }),
        skip: 2,
      });
    });

    const damages: [part: string, values: unknown[]][] = [
      ["skip", [null, true, [], 0.5, "5", -1, 1e9, 1e300, {}, undefined]],
      ["before", [null, true, [], 0.5, "5", -1, 2 ** 53, undefined]],
      ["at", [null, true, [], {}, undefined, "", -1, 1.5, style === "cursor" ? 3 : "x"]],
      ["total", style === "cursor" ? [7, null, "7"] : [null, -1, 1.5, "7", undefined]],
      ["version", [0, 2, "1", null, undefined]],
      ["operation", ["listOther", null, 5, undefined]],
      ["service", ["https://other.example", null, undefined]],
      ["query", [0, "x", null, undefined]],
      ["end", [true, false, null]],
      ["extra", [1, "x".repeat(10)]],
      ["constructor", ["x"]],
    ];
    it.each(damages.flatMap(([part, values]) => values.map((value) => [part, value] as const)))(
      "is refused when its %s is %j",
      async (part, value) => {
        const damaged = { ...JSON.parse(await checkpoint()), [part]: value };
        expect(start(JSON.stringify(damaged))).toThrow(UsageError);
        expect(start(JSON.stringify(damaged))).toThrow(
          /^the checkpoint (is damaged or truncated|belongs to another \w+)$/,
        );
      },
    );

    it("is refused with a prototype of its own", async () => {
      const text = await checkpoint();
      expect(start(text.replace("{", '{"__proto__":{"skip":0},'))).toThrow(/damaged/);
      expect(start(text.replace(/,"skip":\d+/, ',"__proto__":{"skip":0}'))).toThrow(/damaged/);
    });

    it("is refused when it is no text, nothing, no object or endless", async () => {
      for (const from of [null, 5, true, {}, [], () => "x"]) {
        expect(start(from)).toThrow(/from must be a checkpoint string, not/);
      }
      expect(start("")).toThrow(/from is "".*leave it out to begin at the start/);
      for (const from of ["null", "[]", "5", '"x"', "{}", " ", "undefined", "[".repeat(50_000)]) {
        expect(start(from)).toThrow(/damaged or truncated/);
      }
      const whole = await checkpoint();
      expect(start(`${whole}${" ".repeat(1_000_000)}`)).toThrow(/damaged or truncated/);
    });

    it("is refused however it was changed, or names a page of such a list", async () => {
      const parsed = JSON.parse(await checkpoint()) as Record<string, unknown>;
      fc.assert(
        fc.property(fc.constantFrom(...Object.keys(parsed)), fc.jsonValue(), (part, value) => {
          fc.pre(JSON.stringify(value) !== JSON.stringify(parsed[part]));
          const fits =
            part === "at"
              ? typeof value === (style === "cursor" ? "string" : "number") && value !== ""
              : ["skip", "before", "total"].includes(part) && typeof value === "number";
          try {
            start(JSON.stringify({ ...parsed, [part]: value }))();
            expect(fits).toBe(true);
          } catch (error) {
            expect(isUsageError(error)).toBe(true);
          }
        }),
        { numRuns: examples(2_000), seed: 20_261_126 },
      );
    });

    it("is refused by a list of another style", async () => {
      const other = style === "cursor" ? styles.offset : styles.cursor;
      expect(other.start(await checkpoint())).toThrow(/damaged/);
    });

    it("may be written anew with its parts in another order", async () => {
      const parts = Object.entries(JSON.parse(await checkpoint())).reverse();
      const list = start(JSON.stringify(Object.fromEntries(parts), null, 2))();
      expect((await list.collect()).items.length).toBeGreaterThan(0);
    });
  },
);

describe("the end of a walk", () => {
  it("has a checkpoint of its own, from which nothing is yielded and nothing requested", async () => {
    const service = cursorService(pages);
    const { checkpoint: from, truncated } = await cursorList(service).collect();
    expect(truncated).toBe(false);
    const before = service.requests.length;
    const again = cursorList(service, { from, prefetch: 2 });
    expect(await take(again)).toEqual([]);
    expect(await take(again.pages())).toEqual([]);
    expect(await again.collect()).toEqual({
      items: [],
      duplicates: 0,
      checkpoint: from,
      truncated: false,
    });
    expect(service.requests).toHaveLength(before);
  });

  it("is told from the beginning by the loop that the documentation shows", async () => {
    const service = cursorService(pages);
    const stored: string[] = [];
    const seen: unknown[] = [];
    for (let run = 0; run < 3; run++) {
      for await (const page of cursorList(service, { from: stored.at(-1) }).pages()) {
        seen.push(...page.items);
        stored.push(page.checkpoint);
      }
    }
    expect(seen).toEqual(pages.flat());
  });

  it("says so on the last page, and on no other", async () => {
    const all = await take(cursorList(cursorService(pages)).pages());
    expect(all.map(({ last }) => last)).toEqual([false, false, false, true]);
    const cut = await take(cursorList(cursorService(pages), { maxItems: 4 }).pages());
    expect(cut.map(({ last }) => last)).toEqual([false, false, false]);
  });

  it("is of one list only", async () => {
    const { checkpoint: from } = await cursorList(cursorService(pages)).collect();
    expect(() => cursorList(cursorService(pages), { from }, { name: "b" })).toThrow(
      /another query/,
    );
  });
});

describe("a checkpoint inside a page that has become too short", () => {
  it.each([
    ["cursor", (from: string) => cursorList(cursorService([[5, 6]]), { from })],
    ["offset", (from: string) => offsetList(offsetService([6]), { from })],
  ] as const)("is a contradiction by %s, not a silent end", async (style, resumed) => {
    const { checkpoint } =
      style === "cursor"
        ? await cursorList(cursorService([[3, 4, 5, 6]])).collect({ maxItems: 3 })
        : await offsetList(offsetService([4, 5, 6])).collect({ maxItems: 2 });
    await expect(take(resumed(checkpoint))).rejects.toMatchObject({
      name: "PaginationError",
      message: expect.stringMatching(/the checkpoint lies 1 items past the end/),
      checkpoint,
    });
  });
});

describe("the query that a checkpoint belongs to", () => {
  const inBody: OffsetRule = { ...offsetRule, in: "body" };
  const client = tinyClient({
    fetch: async () => json({ data: [1, 2], total: 2, next: "", more: false }),
  });
  const checkpointOf = async (body?: object) =>
    (await createList(client, inBody, { body }).collect({ maxItems: 1 })).checkpoint;
  const goesOn = (from: string, body?: object) => () =>
    createList(client, inBody, { body }, { from });

  it("is the same with what is undefined, in another order, with another page size", async () => {
    const from = await checkpointOf({ name: "a", tags: [{ key: "k", values: ["x"] }] });
    for (const query of [
      { tags: [{ values: ["x"], key: "k" }], name: "a" },
      { name: "a", tags: [{ key: "k", values: ["x"], other: undefined }], status: undefined },
      { name: "a", tags: [{ key: "k", values: ["x"] }], limit: 7 },
    ]) {
      expect(goesOn(from, query)).not.toThrow();
    }
    expect(goesOn(await checkpointOf(), { status: undefined })).not.toThrow();
    expect(goesOn(await checkpointOf({ status: undefined }))).not.toThrow();
  });

  it("is another with other values, and with lists in another order", async () => {
    const from = await checkpointOf({ name: ["a", "b"] });
    for (const query of [
      { name: ["b", "a"] },
      { name: ["a"] },
      { name: "a,b" },
      {},
      { named: ["a", "b"] },
    ]) {
      expect(goesOn(from, query)).toThrow(/another query/);
    }
  });

  it("is kept apart though keys and values run into one another", async () => {
    const from = await checkpointOf({ a: "b,c", "a,b": "c" });
    expect(goesOn(from, { "a,b": "c", a: "b,c" })).not.toThrow();
    expect(goesOn(from, { "a,b": "b,c", a: "c" })).toThrow(/another query/);
  });
});

describe("a list by offset that goes on", () => {
  it("judges its first page by what the checkpoint remembers of the one before", async () => {
    const service = offsetService([1, 2, 3, 4, 5, 6, 7]);
    const { checkpoint: from } = await offsetList(service).collect({ maxItems: 6 });
    const emptied = createList(
      tinyClient({ fetch: async () => json({ data: [], total: 0 }) }),
      offsetRule,
      {},
      { from },
    );
    await expect(take(emptied)).rejects.toThrow(
      /page 1: the count fell from 7 to 0, below the 6 items before this page/,
    );
  });
});
