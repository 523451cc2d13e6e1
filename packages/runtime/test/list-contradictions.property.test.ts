import fc from "fast-check";
import type { Middleware } from "openapi-fetch";
import { beforeEach, describe, expect, it } from "vitest";
import {
  createList,
  type ListOptions,
  type NetworkError,
  type OffsetListOptions,
  type OffsetRule,
  type PageRule,
} from "../src/kit.js";
import { examples } from "./examples.js";
import {
  cursorPlans,
  type GeneratedService,
  generatedService,
  type ListPlan,
  limits,
  linkPlans,
  listOf,
  offsetPlans,
  pagePlans,
  pagesOf,
  plans,
  prefetches,
  type Query,
  sizeOf,
} from "./generated-list.js";
import { cursorRule, json, offsetRule, tinyClient } from "./tiny-api.js";
import { cursorList, cursorService, take } from "./tiny-list.js";

const runs = { numRuns: examples(1_000), seed: 20_261_126 };

interface Outcome {
  readonly seen: readonly number[];
  readonly error: unknown;
}

/** Walks until the end or an error, and keeps both. */
async function walk(
  plan: ListPlan,
  service: Pick<GeneratedService, "fetch">,
  options: OffsetListOptions<number> = {},
  query?: Query,
): Promise<Outcome> {
  const seen: number[] = [];
  try {
    for await (const item of listOf(plan, service, options, query)) seen.push(item);
    return { seen, error: undefined };
  } catch (error) {
    return { seen, error };
  }
}

/** The same walk in parts: each page by a list of its own, gone on with by checkpoint. */
async function walkInParts(
  plan: ListPlan,
  service: Pick<GeneratedService, "fetch">,
  query?: Query,
): Promise<Outcome> {
  const seen: number[] = [];
  let from: string | undefined;
  for (let part = 0; part < 100; part++) {
    const pages = listOf(plan, service, { from }, query).pages();
    try {
      const { value, done } = await pages.next();
      await pages.return?.();
      if (done === true) return { seen, error: undefined };
      seen.push(...value.items);
      from = value.checkpoint;
    } catch (error) {
      return { seen, error };
    }
  }
  throw new Error("no end after 100 parts");
}

const countedPlans = fc.oneof(offsetPlans, pagePlans);

const withCounts = (plan: ListPlan, counts: readonly number[]): GeneratedService =>
  generatedService(plan, (page) => ({
    [plan.counts ?? "total"]: counts[(page - 1) % counts.length],
  }));

describe("law 9: a count that contradicts what arrives ends no walk silently", () => {
  it("too small, it is passed while pages come; too large, it is an error", () =>
    fc.assert(
      fc.asyncProperty(countedPlans, prefetches, fc.nat(16), async (plan, prefetch, count) => {
        const length = plan.items.length;
        const full = Math.ceil(length / sizeOf(plan));
        const pageEnds = Array.from({ length: full }, (_, index) =>
          Math.min((index + 1) * sizeOf(plan), length),
        );
        const byPages = plan.counts === "pages";
        const { seen, error } = await walk(plan, withCounts(plan, [count]), { prefetch });
        // A last page that is empty is still a page.
        if (byPages ? count > full + 1 : count > length) {
          expect(error).toMatchObject({ name: "PaginationError" });
          expect(seen).toEqual(plan.items);
        } else {
          expect(error).toBeUndefined();
          // A count that is reached exactly is believed: nothing contradicts it.
          const reached = byPages ? pageEnds[count - 1] : pageEnds.find((end) => end === count);
          expect(seen).toEqual(plan.items.slice(0, reached ?? length));
        }
      }),
      runs,
    ));

  it("whatever is counted, page by page, in one walk or in parts, with overlap or without", () =>
    fc.assert(
      fc.asyncProperty(
        countedPlans,
        prefetches,
        fc.array(fc.nat(16), { minLength: 1, maxLength: 6 }),
        fc.constantFrom("whole", "parts", "overlap"),
        async (plan, prefetch, counts, how) => {
          fc.pre(how !== "overlap" || (plan.style === "offset" && sizeOf(plan) > 1));
          const service = withCounts(plan, counts);
          const options = how === "overlap" ? { prefetch, overlap: true } : { prefetch };
          const { seen, error } =
            how === "parts" ? await walkInParts(plan, service) : await walk(plan, service, options);
          expect(seen).toEqual(plan.items.slice(0, seen.length));
          if (error !== undefined) {
            expect(error).toMatchObject({ name: "PaginationError" });
            return;
          }
          const counted = counts[(service.requests - 1) % counts.length] ?? 0;
          const believed = plan.counts === "pages" ? counted * sizeOf(plan) : counted;
          expect([plan.items.length, believed]).toContain(seen.length);
        },
      ),
      runs,
    ));

  it("parts and the whole come to the same", () =>
    fc.assert(
      fc.asyncProperty(
        countedPlans,
        fc.array(fc.nat(16), { minLength: 1, maxLength: 6 }),
        async (plan, counts) => {
          const whole = await walk(plan, withCounts(plan, counts));
          const parts = await walkInParts(plan, withCounts(plan, counts));
          expect(parts.seen).toEqual(whole.seen);
          expect(String(parts.error).replace(/page \d+/, "")).toBe(
            String(whole.error).replace(/page \d+/, ""),
          );
        },
      ),
      runs,
    ));

  it("fallen below what was seen, with nothing left to come, it is an error", () =>
    fc.assert(
      fc.asyncProperty(
        countedPlans.filter((plan) => pagesOf(plan).length > 1),
        prefetches,
        fc.nat(12),
        async (plan, prefetch, kept) => {
          // A count of pages cannot tell how many of the first page's items are left.
          const fewest = plan.counts === "pages" ? 1 : sizeOf(plan);
          const service = generatedService(plan);
          service.onRequest = (page) => {
            if (page === 2) service.items.length = Math.min(kept, service.items.length);
          };
          const { seen, error } = await walk(plan, service, { prefetch });
          if (kept < fewest) {
            expect(String(error)).toMatch(/the count fell from \d+ to \d+.*has shrunk/);
            expect(seen).toEqual(plan.items.slice(0, sizeOf(plan)));
          } else {
            expect(error).toBeUndefined();
            expect(seen).toEqual(plan.items.slice(0, Math.max(kept, sizeOf(plan))));
          }
        },
      ),
      runs,
    ));

  it.each([
    { style: "offset", counts: "total", said: [1, 4, 6] },
    { style: "page", counts: "total", said: [1, 4, 6] },
    { style: "page", counts: "pages", said: [0, 2, 3] },
  ] as const)("nor one that fits after one that was passed: $style, $counts", async (kind) => {
    const items = [1, 2, 3, 4, 5, 6];
    const plan = { ...kind, items, pageSize: 2, largest: 2, empty: [], end: {}, turns: [0] };
    expect(await walk(plan, withCounts(plan, kind.said))).toEqual({
      seen: items,
      error: undefined,
    });
  });

  const contradicted = (responses: readonly object[], rule: Partial<PageRule>) => {
    let requests = 0;
    const fetch = async () => json(responses[requests++] ?? { data: [] });
    const things = { operation: "listThings", path: "/things", items: "data" };
    const numbered = { ...things, style: "page", position: "page", first: 1, ...rule } as const;
    return createList(tinyClient({ fetch }), numbered, {}).collect();
  };

  it("nor does a page that says both that there is more and that there is not", async () => {
    const both = { more: "more", total: "total" };
    const page = { data: [1, 2], more: false };
    expect((await contradicted([{ ...page, total: 2 }], both)).items).toEqual([1, 2]);
    await expect(contradicted([{ ...page, total: 3 }], both)).rejects.toThrow(
      "listThings: page 1: 3 items are counted, but more is false",
    );
    await expect(
      contradicted([{ ...page, pages: 2 }], { more: "more", pages: "pages" }),
    ).rejects.toThrow("listThings: page 1: 2 pages are counted, but more is false");
    const responses = [
      { data: [1], more: true, total: 1 },
      { data: [2], more: false, total: 2 },
    ];
    expect((await contradicted(responses, both)).items).toEqual([1, 2]);
  });

  it("nor does a count that falls below what was seen, though the page says that it is the last", async () => {
    const responses = [
      { data: [1, 2], more: true, total: 4 },
      { data: [], more: false, total: 1 },
    ];
    await expect(contradicted(responses, { more: "more", total: "total" })).rejects.toThrow(
      /page 2: the count fell from 4 to 1, below the 2 items/,
    );
  });

  it("and a page by number that is empty is not the end while there is more", async () => {
    const responses = [{ data: [1], more: true }, { data: [], more: true }, { data: [2] }];
    const found = await contradicted(responses, { more: "more" });
    expect(found.items).toEqual([1, 2]);
  });

  it("but by offset it would be asked for again without an end", async () => {
    const fetch = async () => json({ data: [], more: true });
    const rule: OffsetRule = { ...offsetRule, more: "more" };
    const { total: _, ...uncounted } = rule;
    const list = createList(tinyClient({ fetch }), uncounted, {});
    await expect(list.collect()).rejects.toThrow(
      "page 1: more is true, but no items were returned",
    );
  });
});

describe("law 10: a page that repeats the one before it is no page of the list", () => {
  const severalPages = plans.filter(
    (plan) => pagesOf(plan).length > 1 && (pagesOf(plan)[0]?.items.length ?? 0) > 0,
  );

  /** A service that always returns the first page. */
  const deaf = (plan: ListPlan): GeneratedService =>
    Object.assign(generatedService(plan), { deaf: true });

  it("when the position is ignored", () =>
    fc.assert(
      fc.asyncProperty(severalPages, prefetches, limits, async (plan, prefetch, limit) => {
        fc.pre(pagesOf(plan, limit).length > 1);
        const { seen, error } = await walk(plan, deaf(plan), { prefetch }, { limit });
        expect(error).toMatchObject({ name: "PaginationError", page: 2 });
        expect(String(error)).toMatch(
          /repeats the previous page: the service has ignored (at|X-At|\/paging\/at|its own link)/,
        );
        expect(seen).toEqual(pagesOf(plan, limit)[0]?.items);
      }),
      runs,
    ));

  it("also across a checkpoint", () =>
    fc.assert(
      fc.asyncProperty(severalPages, async (plan) => {
        const { seen, error } = await walkInParts(plan, deaf(plan));
        expect(String(error)).toMatch(/repeats the previous page/);
        expect(seen).toEqual(pagesOf(plan)[0]?.items);
      }),
      runs,
    ));

  const linkedPlans = fc.oneof(cursorPlans, linkPlans);
  const more = ({ style }: ListPlan): object => (style === "cursor" ? { more: true } : {});

  it("when every response has a new cursor", () =>
    fc.assert(
      fc.asyncProperty(linkedPlans, prefetches, fc.nat(), async (plan, prefetch, at) => {
        const pages = pagesOf(plan);
        const repeated = at % pages.length;
        const items = pages[repeated]?.items ?? [];
        fc.pre(items.length > 0);
        const service = generatedService(plan, (page) =>
          page > repeated
            ? { ...more(plan), data: items, next: `${repeated}.0.${page}` }
            : undefined,
        );
        const { seen, error } = await walk(plan, service, { prefetch });
        expect(error).toMatchObject({ name: "PaginationError", page: repeated + 2 });
        expect(seen).toEqual(pages.slice(0, repeated + 1).flatMap((page) => page.items));
      }),
      runs,
    ));

  it.each([{ style: "offset" }, { style: "page" }, { style: "page", counts: "pages" }] as const)(
    "but a list that has grown at its front by a page is believed: %j",
    async (kind) => {
      const items = [1, 2, 3, 4];
      const plan = { ...kind, items, pageSize: 2, largest: 2, empty: [], end: {}, turns: [0] };
      const service = generatedService(plan);
      service.onRequest = (page) => {
        if (page === 2) service.items.unshift(-1, 0);
      };
      const options: ListOptions<number> = { dedupeBy: (item) => item };
      expect((await walk(plan, service, options)).seen).toEqual([1, 2, 3, 4]);
    },
  );

  describe("whatever becomes of the items that the caller was given", () => {
    interface Thing {
      big: string;
      ports: number[];
    }
    let requests = 0;
    beforeEach(() => {
      requests = 0;
    });
    const page = (): string =>
      `{"data":[{"big":422321321312321321,"ports":[2,1]},{"big":7,"ports":[]}],"next":"p${++requests}","more":true}`;
    const change = (thing: Thing): void => {
      thing.big = "0";
      thing.ports.sort();
    };
    const unwrapping: Middleware = {
      onResponse: async ({ response }) =>
        new Response(JSON.stringify((await response.json()).wrapped), {
          headers: json({}).headers,
        }),
    };
    it.each([
      ["by item", page, []],
      ["by item, behind a middleware", () => `{"wrapped":${page()}}`, [unwrapping]],
    ])("%s", async (_, body, middlewares) => {
      const client = tinyClient({ fetch: async () => new Response(body()), retry: false });
      client.use(...middlewares);
      const given: Thing[] = [];
      const walking = (async () => {
        for await (const thing of createList<Thing>(client, cursorRule, {})) {
          given.push({ ...thing });
          change(thing);
        }
      })();
      await expect(walking).rejects.toThrow(/page 2: it repeats the previous page/);
      expect(given.map(({ big }) => big)).toEqual(["422321321312321321", "7"]);
    });

    it("by page", async () => {
      const client = tinyClient({ fetch: async () => new Response(page()), retry: false });
      const walking = (async () => {
        const pages = createList<Thing>(client, cursorRule, {}).pages();
        for await (const { items } of pages) items.splice(0).forEach(change);
      })();
      await expect(walking).rejects.toThrow(/page 2: it repeats the previous page/);
    });
  });

  it("but one that only begins with the same item, or has as many, is", async () => {
    const pages = [["a", "b"], ["a", "c"], ["a"], ["b"], ["b", "b"]];
    const list = cursorList(cursorService(pages));
    expect(await take(list)).toEqual(pages.flat());
    expect((await list.collect()).items).toEqual(pages.flat());
    expect((await take(list.pages())).flatMap(({ items }) => items)).toEqual(pages.flat());
  });

  it("and is remembered in a checkpoint alike, whoever makes it", async () => {
    const pages = [[1, 2], [3, 4], [5]];
    const service = cursorService(pages, (page) => (page === 2 ? new Error("lost") : undefined));
    const list = cursorList(service);
    const seen: string[] = [];
    const byPage = await (async () => {
      for await (const { checkpoint } of list.pages()) seen.push(checkpoint);
    })().catch((error: NetworkError) => error.checkpoint);
    const byItem = await take(list).catch((error: NetworkError) => error.checkpoint);
    const collected = await list.collect({ maxItems: 4 });
    expect(byPage).toBe(seen.at(-1));
    expect(byItem).toBe(byPage);
    expect(collected.checkpoint).toBe(byPage);
  });

  it("and empty pages may follow one another", async () => {
    let requests = 0;
    const fetch = async () => json({ data: [], next: `p${++requests}`, more: requests < 4 });
    const { seen, error } = await walk({ style: "cursor" } as ListPlan, { fetch });
    expect({ seen, error, requests }).toEqual({ seen: [], error: undefined, requests: 4 });
  });
});
