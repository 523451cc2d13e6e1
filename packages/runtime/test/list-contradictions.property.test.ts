import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ListOptions, OffsetListOptions } from "../src/kit.js";
import {
  cursorPlans,
  type GeneratedService,
  generatedService,
  type ListPlan,
  limits,
  listOf,
  offsetPlans,
  pagesOf,
  plans,
  prefetches,
} from "./generated-list.js";
import { json } from "./tiny-api.js";

const runs = { numRuns: 1_000, seed: 20_261_126 };

interface Outcome {
  readonly seen: readonly number[];
  readonly error: unknown;
}

/** Walks until the end or an error, and keeps both. */
async function walk(
  plan: ListPlan,
  service: Pick<GeneratedService, "fetch">,
  options: OffsetListOptions<number> = {},
  query?: object,
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
  query?: object,
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

const withTotals = (plan: ListPlan, totals: readonly number[]): GeneratedService =>
  generatedService(plan, (page) => ({ total: totals[(page - 1) % totals.length] }));

const sizeOf = ({ pageSize, largest }: ListPlan): number => Math.min(pageSize, largest);

describe("law 9: a count that contradicts what arrives ends no walk silently", () => {
  it("too small, it is passed while pages come; too large, it is an error", () =>
    fc.assert(
      fc.asyncProperty(offsetPlans, prefetches, fc.nat(16), async (plan, prefetch, total) => {
        const length = plan.items.length;
        const pageEnds = pagesOf(plan).map((_, index) =>
          Math.min((index + 1) * sizeOf(plan), length),
        );
        const { seen, error } = await walk(plan, withTotals(plan, [total]), { prefetch });
        if (total > length) {
          expect(error).toMatchObject({ name: "PaginationError" });
          expect(seen).toEqual(plan.items);
        } else {
          expect(error).toBeUndefined();
          // A count that is reached exactly is believed: nothing contradicts it.
          const end = pageEnds.includes(total) ? total : length;
          expect(seen).toEqual(plan.items.slice(0, end));
        }
      }),
      runs,
    ));

  it("whatever is counted, page by page, in one walk or in parts, with overlap or without", () =>
    fc.assert(
      fc.asyncProperty(
        offsetPlans,
        prefetches,
        fc.array(fc.nat(16), { minLength: 1, maxLength: 6 }),
        fc.constantFrom("whole", "parts", "overlap"),
        async (plan, prefetch, totals, how) => {
          fc.pre(how !== "overlap" || sizeOf(plan) > 1);
          const service = withTotals(plan, totals);
          const options = { prefetch, overlap: how === "overlap" };
          const { seen, error } =
            how === "parts" ? await walkInParts(plan, service) : await walk(plan, service, options);
          expect(seen).toEqual(plan.items.slice(0, seen.length));
          const counted = totals[(service.requests - 1) % totals.length];
          if (error !== undefined) expect(error).toMatchObject({ name: "PaginationError" });
          else expect([plan.items.length, counted]).toContain(seen.length);
        },
      ),
      runs,
    ));

  it("parts and the whole come to the same", () =>
    fc.assert(
      fc.asyncProperty(
        offsetPlans,
        fc.array(fc.nat(16), { minLength: 1, maxLength: 6 }),
        async (plan, totals) => {
          const whole = await walk(plan, withTotals(plan, totals));
          const parts = await walkInParts(plan, withTotals(plan, totals));
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
        offsetPlans.filter((plan) => pagesOf(plan).length > 1),
        prefetches,
        fc.nat(12),
        async (plan, prefetch, kept) => {
          const service = generatedService(plan);
          service.onRequest = (page) => {
            if (page === 2) service.items.length = Math.min(kept, service.items.length);
          };
          const { seen, error } = await walk(plan, service, { prefetch });
          if (kept < sizeOf(plan)) {
            expect(String(error)).toMatch(/the count fell from \d+ to \d+.*has shrunk/);
            expect(seen).toEqual(plan.items.slice(0, sizeOf(plan)));
          } else {
            expect(error).toBeUndefined();
            expect(seen).toEqual(plan.items.slice(0, kept));
          }
        },
      ),
      runs,
    ));
});

describe("law 10: a page that repeats the one before it is no page of the list", () => {
  const severalPages = plans.filter(
    (plan) => pagesOf(plan).length > 1 && (pagesOf(plan)[0]?.items.length ?? 0) > 0,
  );

  /** A service that always answers the first page. */
  const deaf = (plan: ListPlan) => {
    const service = generatedService(plan);
    const fetch = (url: string, init: RequestInit): Promise<Response> => {
      const { origin, pathname, searchParams } = new URL(url);
      const limit = searchParams.get("limit");
      return service.fetch(`${origin}${pathname}${limit === null ? "" : `?limit=${limit}`}`, init);
    };
    return { fetch, service };
  };

  it("when the position is ignored", () =>
    fc.assert(
      fc.asyncProperty(severalPages, prefetches, limits, async (plan, prefetch, limit) => {
        fc.pre(pagesOf(plan, limit).length > 1);
        const { fetch } = deaf(plan);
        const { seen, error } = await walk(plan, { fetch }, { prefetch }, { limit });
        expect(error).toMatchObject({ name: "PaginationError", page: 2 });
        expect(String(error)).toMatch(
          /repeats the page before it: the service has ignored (cursor|offset)/,
        );
        expect(seen).toEqual(pagesOf(plan, limit)[0]?.items);
      }),
      runs,
    ));

  it("also across a checkpoint", () =>
    fc.assert(
      fc.asyncProperty(severalPages, async (plan) => {
        const { seen, error } = await walkInParts(plan, deaf(plan));
        expect(String(error)).toMatch(/repeats the page before it/);
        expect(seen).toEqual(pagesOf(plan)[0]?.items);
      }),
      runs,
    ));

  it("when every answer has a new cursor", () =>
    fc.assert(
      fc.asyncProperty(cursorPlans, prefetches, fc.nat(), async (plan, prefetch, at) => {
        const pages = pagesOf(plan);
        const repeated = at % pages.length;
        const items = pages[repeated]?.items ?? [];
        fc.pre(items.length > 0);
        const service = generatedService(plan, (page) =>
          page > repeated ? { data: items, next: `${repeated}.0.${page}`, more: true } : undefined,
        );
        const { seen, error } = await walk(plan, service, { prefetch });
        expect(error).toMatchObject({ name: "PaginationError", page: repeated + 2 });
        expect(seen).toEqual(pages.slice(0, repeated + 1).flatMap((page) => page.items));
      }),
      runs,
    ));

  it("but a list that has grown at its front by a page is believed, since its count says so", async () => {
    const service = { items: [1, 2, 3, 4] };
    let requests = 0;
    const fetch = async (url: string): Promise<Response> => {
      if (++requests === 2) service.items.unshift(-1, 0);
      const offset = Number(new URL(url).searchParams.get("offset") ?? 0);
      return json({ data: service.items.slice(offset, offset + 2), total: service.items.length });
    };
    const plan = { style: "offset" } as ListPlan;
    const options: ListOptions<number> = { dedupeBy: (item) => item };
    expect((await walk(plan, { fetch }, options)).seen).toEqual([1, 2, 3, 4]);
  });

  it("and empty pages may follow one another", async () => {
    let requests = 0;
    const fetch = async () => json({ data: [], next: `p${++requests}`, more: requests < 4 });
    const { seen, error } = await walk({ style: "cursor" } as ListPlan, { fetch });
    expect({ seen, error, requests }).toEqual({ seen: [], error: undefined, requests: 4 });
  });
});
