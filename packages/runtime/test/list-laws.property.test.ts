import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPaginationError, type ListOptions, type OffsetListOptions } from "../src/kit.js";
import { examples } from "./examples.js";
import {
  cursorPlans,
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
  turns,
  uncountedPlans,
} from "./generated-list.js";
import { connectionError, json } from "./tiny-api.js";
import { take } from "./tiny-list.js";

/** Fixed, so that a failure is the same tomorrow; fast-check prints the shrunk example. */
const runs = { numRuns: examples(1_000), seed: 20_261_121 };

/** Walks until the end or an error, and keeps both. */
async function walk(
  plan: ListPlan,
  service: ReturnType<typeof generatedService>,
  options: OffsetListOptions<number> = {},
  query?: Query,
): Promise<{ seen: number[]; error: unknown }> {
  const seen: number[] = [];
  try {
    for await (const item of listOf(plan, service, options, query)) seen.push(item);
    return { seen, error: undefined };
  } catch (error) {
    return { seen, error };
  }
}

const repeatsAPage = (plan: ListPlan): boolean =>
  pagesOf(plan).some(
    ({ items }, index, pages) =>
      items.length > 0 && String(items) === String(pages[index - 1]?.items),
  );

const checkpointOf = (error: unknown): string =>
  (error as { checkpoint?: string }).checkpoint ?? "no checkpoint";

describe("law 1: pages() flattened, the items and collect().items are the same, in server order", () => {
  it("whatever the pages", () =>
    fc.assert(
      fc.asyncProperty(plans, prefetches, limits, async (plan, prefetch, limit) => {
        const list = listOf(plan, generatedService(plan), { prefetch }, { limit });
        expect(await take(list)).toEqual(plan.items);
        const pages = await take(list.pages());
        expect(pages.flatMap(({ items }) => items)).toEqual(plan.items);
        expect(pages.map(({ items }) => items)).toEqual(
          pagesOf(plan, limit).map(({ items }) => items),
        );
        expect(pages.map(({ number }) => number)).toEqual(pages.map((_, index) => index + 1));
        expect(await list.collect()).toEqual({
          items: plan.items,
          truncated: false,
          checkpoint: expect.stringContaining('"end":true'),
          duplicates: 0,
        });
      }),
      runs,
    ));
});

describe("law 2: every item is seen once, and a split at any checkpoint changes nothing", () => {
  it("of any page, gone on from with another page size", () =>
    fc.assert(
      fc.asyncProperty(plans, prefetches, limits, limits, async (plan, prefetch, limit, other) => {
        const service = generatedService(plan);
        const seen: number[] = [];
        for await (const page of listOf(plan, service, { prefetch }, { limit }).pages()) {
          seen.push(...page.items);
          const from = JSON.parse(JSON.stringify(page.checkpoint)) as string;
          const again = { limit: plan.style === "page" ? limit : other };
          const rest = await take(listOf(plan, service, { from, prefetch }, again));
          expect([...seen, ...rest]).toEqual(plan.items);
        }
        expect(seen).toEqual(plan.items);
      }),
      runs,
    ));

  it("inside pages, as often as you like", () => {
    const part = fc.record({ maxItems: fc.integer({ min: 1, max: 6 }), limit: limits });
    return fc.assert(
      fc.asyncProperty(
        plans,
        prefetches,
        fc.array(part, { minLength: 1, maxLength: 4 }),
        async (plan, prefetch, parts) => {
          const service = generatedService(plan);
          const seen: number[] = [];
          let from: string | undefined;
          for (let turn = 0; ; turn++) {
            const first = parts[0] ?? { maxItems: 1, limit: 0 };
            const { maxItems, limit } =
              plan.style === "page" ? first : (parts[turn % parts.length] ?? first);
            const options = from === undefined ? { prefetch } : { prefetch, from };
            const part = await listOf(plan, service, options, { limit }).collect({ maxItems });
            seen.push(...part.items);
            from = part.checkpoint;
            if (!part.truncated) break;
            expect(turn).toBeLessThan(100);
          }
          expect(seen).toEqual(plan.items);
        },
      ),
      runs,
    );
  });
});

describe("law 2, for lists that repeat themselves", () => {
  it("dedupeBy drops the repeats and counts them", () =>
    fc.assert(
      fc.asyncProperty(
        plans.chain((plan) => fc.tuple(fc.constant(plan), fc.shuffledSubarray([...plan.items]))),
        prefetches,
        async ([plan, again], prefetch) => {
          const repeating = { ...plan, items: [...plan.items, ...again, ...plan.items] };
          // A page that repeats the one before it is refused: see law 10.
          fc.pre(!repeatsAPage(repeating));
          const service = generatedService(repeating);
          expect(await take(listOf(repeating, service, { prefetch }))).toEqual(repeating.items);
          const list = listOf(repeating, service, { prefetch, dedupeBy: (item) => item });
          const { items, duplicates } = await list.collect();
          expect(items).toEqual(plan.items);
          expect(duplicates).toBe(again.length + plan.items.length);
        },
      ),
      runs,
    ));

  it("so that a list which grows at its front while it is walked shows nothing twice", () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(offsetPlans, pagePlans),
        prefetches,
        fc.array(fc.nat(2), { maxLength: 4 }),
        async (plan, prefetch, growth) => {
          const service = generatedService(plan);
          let added = 100;
          service.onRequest = (page) => {
            const fresh = page < 2 ? 0 : (growth[page - 2] ?? 0);
            for (let one = 0; one < fresh; one++) service.items.unshift(added++);
          };
          const list = listOf(plan, service, { prefetch, dedupeBy: (item) => item });
          const { items } = await list.collect();
          expect(items.filter((item) => item < 100)).toEqual(plan.items);
          expect(new Set(items).size).toBe(items.length);
        },
      ),
      runs,
    ));
});

describe("law 3: the end is what the API says, and a contradiction is never a silent end", () => {
  /** What a page of such a list must not say. In a header everything is text, whatever it was. */
  const liesOf = ({ style, counts = "total", responds }: ListPlan): object[] => {
    const typed = responds !== "headers";
    const noItems = [{ data: null }, { data: "none" }, { data: {} }, { data: undefined }];
    const noFlag = [{ more: "maybe" }, { more: 1 }];
    const noCount = [-1, 1.5, "many", null, undefined, ...(typed ? ["12"] : [])];
    switch (style) {
      case "cursor":
        return [
          ...noItems,
          ...noFlag,
          { next: "", more: true },
          { next: null, more: true },
          { next: undefined, more: undefined },
          ...(typed
            ? [
                { next: 7, more: true },
                { next: "a\ud800", more: true },
              ]
            : []),
        ];
      case "link":
        return [
          ...noItems,
          ...[7, "javascript:alert(1)", "https://[", "/other?at=1", "/things/1?at=1", "/things"],
          ...["https://elsewhere.example.org/things?at=1", "http://api.example.org/things?at=1"],
          ...["https://me:mine@api.example.org/things?at=1", "//elsewhere.example.org/things?at=1"],
          ...["/things?access_token=mine", "/things#at=1"],
        ].map((lie) => (typeof lie === "object" ? lie : { next: lie }));
      case "single":
        return [...noItems, { next: "2" }, { more: true }, { pages: 2 }];
      default:
        if (counts === "nothing") return noItems;
        if (counts === "more") return [...noItems, ...noFlag];
        return [...noItems, ...[...noCount, 99].map((count) => ({ [counts]: count, data: [] }))];
    }
  };

  it("at any page", () =>
    fc.assert(
      fc.asyncProperty(plans, prefetches, fc.nat(), fc.nat(), async (plan, prefetch, at, which) => {
        const pages = pagesOf(plan);
        const lying = (at % pages.length) + 1;
        const lies = liesOf(plan);
        const lie = lies[which % lies.length];
        const service = generatedService(plan, (page) => (page === lying ? lie : undefined));
        const { seen, error } = await walk(plan, service, { prefetch });
        expect(error).toMatchObject({ name: "PaginationError", page: lying });
        expect(seen).toEqual(pages.slice(0, lying - 1).flatMap(({ items }) => items));
        const from = checkpointOf(error);
        const { seen: rest } = await walk(plan, generatedService(plan), { prefetch, from });
        expect([...seen, ...rest]).toEqual(plan.items);
      }),
      runs,
    ));

  it("nor is the overlap of a list that counts nothing taken for a page that repeats", () =>
    fc.assert(
      fc.asyncProperty(
        uncountedPlans.filter((plan) => plan.style === "offset" && sizeOf(plan) > 1),
        prefetches,
        async (plan, prefetch) => {
          const found = await walk(plan, generatedService(plan), { overlap: true, prefetch });
          expect(found).toEqual({ seen: plan.items, error: undefined });
        },
      ),
      runs,
    ));

  it("nor is a list by offset that shifts, with pages that overlap", () =>
    fc.assert(
      fc.asyncProperty(
        offsetPlans.filter(({ pageSize, largest }) => Math.min(pageSize, largest) > 1),
        prefetches,
        fc.array(
          fc.record({ page: fc.nat(2), at: fc.nat(8), removes: fc.nat(4), adds: fc.nat(1) }),
          { minLength: 1, maxLength: 3 },
        ),
        fc.boolean(),
        async (plan, prefetch, moves, byKey) => {
          const service = generatedService(plan);
          service.onRequest = (page) => {
            for (const [index, { page: after, at, removes, adds }] of moves.entries()) {
              if (after + 2 !== page) continue;
              service.items.splice(at, removes, ...[100 + index].slice(0, adds));
            }
          };
          const options = { overlap: true, prefetch };
          const keyed = { ...options, dedupeBy: (item: number) => item.toFixed() };
          const { seen, error } = await walk(plan, service, byKey ? keyed : options);
          const stayed = plan.items.filter((item) => service.items.includes(item));
          if (error !== undefined) {
            expect(isPaginationError(error)).toBe(true);
          } else {
            expect(new Set(seen).size).toBe(seen.length);
            expect(stayed.filter((item) => !seen.includes(item))).toEqual([]);
          }
        },
      ),
      runs,
    ));
});

describe("law 4: no walk is endless", () => {
  it("a cursor that leads back anywhere is an error that names the page", () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(cursorPlans, linkPlans).filter((plan) => pagesOf(plan).length > 1),
        prefetches,
        fc.nat(),
        fc.nat(),
        async (plan, prefetch, at, back) => {
          const pages = pagesOf(plan);
          const turning = (at % (pages.length - 1)) + 2;
          const next = pages[back % (turning - 1)]?.next;
          const service = generatedService(plan, (page) =>
            page === turning ? { next, ...(plan.style === "cursor" && { more: true }) } : undefined,
          );
          const { seen, error } = await walk(plan, service, { prefetch });
          expect(error).toMatchObject({ name: "PaginationError", page: turning });
          expect(seen).toEqual(pages.slice(0, turning).flatMap(({ items }) => items));
          expect(service.requests).toBe(turning);
        },
      ),
      runs,
    ));

  it("maxPages ends one that is longer, and only such a one", () =>
    fc.assert(
      fc.asyncProperty(
        plans,
        prefetches,
        fc.integer({ min: 1, max: 9 }),
        async (plan, prefetch, maxPages) => {
          const pages = pagesOf(plan);
          const service = generatedService(plan);
          const { seen, error } = await walk(plan, service, { prefetch, maxPages });
          expect(seen).toEqual(pages.slice(0, maxPages).flatMap(({ items }) => items));
          expect(service.requests).toBe(Math.min(pages.length, maxPages));
          if (pages.length <= maxPages) expect(error).toBeUndefined();
          else expect(error).toMatchObject({ name: "PaginationError", page: maxPages });
        },
      ),
      runs,
    ));
});

describe("law 5: at most maxItems items, and no page that is not needed", () => {
  it("and truncated says whether the service has more", () =>
    fc.assert(
      fc.asyncProperty(
        plans,
        prefetches,
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 1, max: 4 }),
        async (plan, prefetch, maxItems, repeats) => {
          const kept = (items: readonly number[]): number[] => [
            ...new Set(items.map((item) => Math.ceil(item / repeats) * repeats)),
          ];
          const pages = pagesOf(plan);
          let needed = 1;
          const after = (count: number) => pages.slice(0, count).flatMap(({ items }) => items);
          while (needed < pages.length && kept(after(needed)).length < maxItems) needed++;
          const raw = after(needed);
          const rest = pages[needed - 1]?.next !== undefined;
          const service = generatedService(plan);
          const list = listOf(plan, service, {
            prefetch,
            maxItems,
            dedupeBy: (item) => Math.ceil(item / repeats) * repeats,
          });
          const { items, truncated, checkpoint } = await list.collect();
          expect(service.requests).toBe(needed);
          expect(kept(items)).toEqual(kept(raw).slice(0, maxItems));
          expect(items).toHaveLength(Math.min(maxItems, kept(raw).length));
          const last = items.at(-1);
          const leftInPage = items.length === maxItems && last !== raw.at(-1);
          expect(truncated).toBe(rest || leftInPage);
          expect(checkpoint.includes('"end":true')).toBe(!truncated);
        },
      ),
      runs,
    ));

  it("and nothing is requested before the first item is asked for", () =>
    fc.assert(
      fc.asyncProperty(plans, prefetches, async (plan, prefetch) => {
        const service = generatedService(plan);
        const iterator = listOf(plan, service, { prefetch })[Symbol.asyncIterator]();
        await turns(2);
        expect(service.requests).toBe(0);
        await iterator.return?.();
      }),
      runs,
    ));
});

describe("law 6: a stop ends requests, those under way included", () => {
  const stops = fc.constantFrom("break", "throw", "abort");

  it("at any item", () =>
    fc.assert(
      fc.asyncProperty(plans, prefetches, fc.nat(14), stops, async (plan, prefetch, at, stop) => {
        const service = generatedService(plan);
        const controller = new AbortController();
        const mine = new Error("mine");
        const seen: number[] = [];
        let requests = 0;
        let underWay = 0;
        let stopped = false;
        const stopHere = (): void => {
          stopped = true;
          ({ requests, inFlight: underWay } = service);
          if (stop === "throw") throw mine;
          if (stop === "abort") controller.abort("enough");
        };
        const error = await (async () => {
          const options = { prefetch, signal: controller.signal };
          for await (const item of listOf(plan, service, options)) {
            seen.push(item);
            await turns(at % 3);
            if (seen.length !== at + 1) continue;
            stopHere();
            if (stop === "break") break;
          }
        })().catch((thrown: unknown) => thrown);
        await turns(4);
        if (!stopped) {
          expect({ error, seen }).toEqual({ error: undefined, seen: plan.items });
          return;
        }
        expect(service.requests).toBe(requests);
        expect(service.aborted).toBe(underWay);
        expect(service.inFlight).toBe(0);
        if (stop === "throw") expect(error).toBe(mine);
        if (stop === "break") expect(error).toBeUndefined();
        if (stop !== "abort") return;
        let pageEnd = 0;
        for (const { items } of pagesOf(plan)) if (pageEnd <= at) pageEnd += items.length;
        expect(seen, "no further page, though it may be there").toHaveLength(pageEnd);
        if (error === undefined) {
          expect(seen).toEqual(plan.items);
          return;
        }
        expect(error).toMatchObject({ name: "AbortedError", cause: "enough" });
        const from = checkpointOf(error);
        const { seen: rest } = await walk(plan, generatedService(plan), { from });
        expect([...seen, ...rest]).toEqual(plan.items);
      }),
      runs,
    ));

  it("at any wait for a response that never comes", () =>
    fc.assert(
      fc.asyncProperty(plans, prefetches, fc.nat(), async (plan, prefetch, at) => {
        const pages = pagesOf(plan);
        const hanging = (at % pages.length) + 1;
        const controller = new AbortController();
        const service = generatedService(plan, (page) => (page === hanging ? "hang" : undefined));
        service.onRequest = (page) => {
          if (page === hanging) setImmediate(() => controller.abort("enough"));
        };
        const { seen, error } = await walk(plan, service, { prefetch, signal: controller.signal });
        expect(error).toMatchObject({ name: "AbortedError", cause: "enough" });
        await turns(2);
        expect(service).toMatchObject({ requests: hanging, inFlight: 0, aborted: 1 });
        const from = checkpointOf(error);
        const { seen: rest } = await walk(plan, generatedService(plan), { prefetch, from });
        expect([...seen, ...rest]).toEqual(plan.items);
      }),
      runs,
    ));
});

describe("law 7: what is under way is bounded", () => {
  it("by one request and the pages ahead, and no listener stays on the signal", () =>
    fc.assert(
      fc.asyncProperty(plans, prefetches, limits, async (plan, prefetch, limit) => {
        const service = generatedService(plan);
        const { signal } = new AbortController();
        let listeners = 0;
        let most = 0;
        const { addEventListener, removeEventListener } = signal;
        signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
          most = Math.max(most, ++listeners);
          addEventListener.apply(signal, args);
        };
        signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
          listeners--;
          removeEventListener.apply(signal, args);
        };
        const list = listOf(plan, service, { prefetch, signal }, { limit });
        for await (const page of list.pages()) {
          await turns(5 * prefetch);
          expect(service.requests).toBeLessThanOrEqual(page.number + prefetch);
        }
        expect(service.mostInFlight).toBeLessThanOrEqual(1 + prefetch);
        expect(most).toBeLessThanOrEqual(1 + prefetch);
        expect(listeners).toBe(0);
      }),
      runs,
    ));
});

describe("law 8: a failed page rejects with what went wrong and where to go on", () => {
  const failures: [name: string, make: () => Response | Error][] = [
    ["ServerError", () => json({ message: "down" }, { status: 500 })],
    ["RateLimitError", () => json({}, { status: 429 })],
    ["AuthenticationError", () => json({}, { status: 401 })],
    ["NetworkError", () => connectionError("ECONNRESET")],
    ["ResponseParseError", () => new Response("<html>", { status: 200 })],
    ["PaginationError", () => json({ data: null })],
  ];

  it("however often pages fail, items or pages taken", () =>
    fc.assert(
      fc.asyncProperty(
        plans,
        prefetches,
        fc.array(fc.constantFrom(0, 0, 0, 1, 2, 3, 4, 5, 6), { maxLength: 30 }),
        fc.boolean(),
        async (plan, prefetch, failing, byPage) => {
          const failure = (page: number) => failures[(failing[page] ?? 0) - 1];
          const service = generatedService(plan, (page) => failure(page)?.[1]());
          const seen: number[] = [];
          let options: ListOptions<number> = { prefetch };
          for (let again = true; again; ) {
            again = false;
            const before = service.requests;
            try {
              const list = listOf(plan, service, options);
              if (byPage) for await (const { items } of list.pages()) seen.push(...items);
              else for await (const item of list) seen.push(item);
            } catch (error) {
              again = true;
              const names = failing
                .slice(before + 1, service.requests + 1)
                .map((kind) => failures[kind - 1]?.[0]);
              expect(names).toContain((error as Error).name);
              options = { prefetch, from: checkpointOf(error) };
            }
          }
          expect(seen).toEqual(plan.items);
        },
      ),
      runs,
    ));

  it("which, for collect, is where it began, since it hands over nothing", () =>
    fc.assert(
      fc.asyncProperty(plans, prefetches, fc.nat(), fc.nat(5), async (plan, prefetch, at, skip) => {
        const begin =
          skip === 0
            ? undefined
            : await listOf(plan, generatedService(plan)).collect({ maxItems: skip });
        const start: ListOptions<number> = { from: begin?.checkpoint };
        const before = begin?.items ?? [];
        const failing = (at % pagesOf(plan).length) + 1;
        const service = generatedService(plan, (page) =>
          page === failing ? connectionError("ECONNRESET") : undefined,
        );
        const error = await listOf(plan, service, { ...start, prefetch })
          .collect()
          .then(({ items }) => {
            expect([...before, ...items]).toEqual(plan.items);
          })
          .catch((thrown: unknown) => thrown);
        if (error === undefined) return;
        const from = checkpointOf(error);
        const { items } = await listOf(plan, service, { from, prefetch }).collect();
        expect([...before, ...items]).toEqual(plan.items);
      }),
      runs,
    ));
});
