import { describe, expect, it } from "vitest";
import { createCursorCodec, type Rank } from "../../src/engine/cursor-codec.js";
import { cursorPage } from "../../src/engine/paged-list.js";
import { createRandom } from "../../src/engine/random.js";
import type { Call } from "../../src/engine/service.js";
import type { Operation } from "../../src/engine/spec/operations.js";

interface Item {
  readonly at: number;
  readonly id: string;
}

const operation: Operation = {
  id: "listThings",
  method: "get",
  path: "/things",
  parameters: { path: [], query: [], header: [] },
  responses: new Map(),
  successStatus: 200,
  security: [],
  pagination: {
    style: "cursor",
    method: "get",
    in: "query",
    limit: { in: "query", name: "limit", schema: {} },
    position: { in: "query", name: "cursor", schema: {} },
    fixed: [],
    items: { in: "body", keys: ["items"], schema: {} },
    next: { in: "body", keys: ["next"], schema: {} },
    more: { in: "body", keys: ["more"], schema: {} },
    silentEnd: false,
    end: "",
  },
};

function call(query: Call<unknown>["query"]): Call<unknown> {
  return {
    operation,
    path: {},
    query,
    header: {},
    body: undefined,
    url: new URL("https://list.example/things"),
    headers: new Headers(),
    state: {},
    now: 0,
    cursors: createCursorCodec("secret"),
  };
}

interface Page {
  readonly items: readonly Item[];
  readonly next: string;
  readonly more: boolean;
}

function walk(items: readonly Item[], fits: (item: Item) => boolean, limit: number): Item[] {
  const rank = ({ at, id }: Item): Rank => [-at, id];
  const options = { rank, fits, show: (item: Item) => item, defaultLimit: 20, maxLimit: 100 };
  const found: Item[] = [];
  for (let cursor = "", pages = 0; pages <= items.length; pages += 1) {
    const page = cursorPage(call({ limit, cursor }), items, options).body as Page;
    found.push(...page.items);
    expect(page.items.length).toBe(page.more ? limit : page.items.length);
    if (!page.more) return found;
    cursor = page.next;
  }
  throw new Error("the walk has no end");
}

describe("a list that is paged by cursor", () => {
  it.each([1, 2, 3, 4, 5])(
    "has every item that fits once and in order, however it is kept (%d)",
    (seed) => {
      const random = createRandom(seed);
      const items = Array.from({ length: random.below(80) }, () => ({
        at: random.below(12),
        id: random.hex(6),
      }));
      const fits = ({ at }: Item): boolean => at % 3 !== 0;
      const expected = items.filter(fits).sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
      for (const limit of [1, 7, 100]) expect(walk(items, fits, limit)).toEqual(expected);
    },
  );

  it("asks the filter about little more than a page of a long list", () => {
    const items = Array.from({ length: 10_000 }, (_, at) => ({ at, id: String(at) }));
    let asked = 0;
    const fits = (): boolean => {
      asked += 1;
      return true;
    };
    const rank = ({ at }: Item): Rank => [-at];
    const options = { rank, fits, show: (item: Item) => item, defaultLimit: 20, maxLimit: 100 };
    cursorPage(call({ limit: 50 }), items, options);
    expect(asked).toBe(51);
  });
});
