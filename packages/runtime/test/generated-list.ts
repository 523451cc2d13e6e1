import fc from "fast-check";
import { createList, type List, type OffsetListOptions } from "../src/kit.js";
import { cursorRule, json, offsetRule, tinyClient } from "./tiny-api.js";

/** What a generated list service holds, and how it pages. */
export interface ListPlan {
  readonly style: "cursor" | "offset";
  readonly items: readonly number[];
  /** Page size when the request names none, and the largest that is served. */
  readonly pageSize: number;
  readonly largest: number;
  /** Empty pages before the item at each index, the end included; only cursors can say so. */
  readonly empty: readonly number[];
  /** How the last page of a cursor list says that it is the last. */
  readonly end: object;
  /** Turns of the event loop that the answers take, over and over. */
  readonly turns: readonly number[];
}

/** An answer of the service before anything is twisted. */
export interface PlannedPage {
  readonly items: readonly number[];
  /** Where the next page begins; `undefined` on the last one. */
  readonly next: string | undefined;
}

/** Makes one page go wrong: other fields, another answer, a broken connection, no answer at all. */
export type Twist = (page: number) => object | Response | Error | "hang" | undefined;

/** Serves a plan, and keeps a record of what was asked. */
export function generatedService(plan: ListPlan, twist: Twist = () => undefined) {
  const service = {
    items: [...plan.items],
    requests: 0,
    inFlight: 0,
    mostInFlight: 0,
    aborted: 0,
    onRequest: undefined as undefined | ((page: number) => void),
    async fetch(url: string, init: RequestInit): Promise<Response> {
      const page = ++service.requests;
      service.mostInFlight = Math.max(service.mostInFlight, ++service.inFlight);
      const onAbort = (): void => {
        service.aborted++;
      };
      init.signal?.addEventListener("abort", onAbort);
      try {
        service.onRequest?.(page);
        const answer = answerOf(plan, service.items, url);
        const twisted = twist(page);
        if (twisted === "hang") await new Promise((_, reject) => rejectOn(init.signal, reject));
        await turns(plan.turns[page % plan.turns.length] ?? 0);
        init.signal?.throwIfAborted();
        if (twisted instanceof Error) throw twisted;
        return twisted instanceof Response ? twisted : json({ ...answer, ...Object(twisted) });
      } finally {
        service.inFlight--;
        init.signal?.removeEventListener("abort", onAbort);
      }
    },
  };
  return service;
}

export type GeneratedService = ReturnType<typeof generatedService>;

/** A list over a service, each with a client of its own. */
export function listOf(
  plan: ListPlan,
  service: { fetch: (url: string, init: RequestInit) => Promise<Response> },
  options: OffsetListOptions<number> = {},
  query?: object,
): List<number> {
  const client = tinyClient({ fetch: service.fetch, retry: false });
  return plan.style === "cursor"
    ? createList<number>(client, cursorRule, { query }, options)
    : createList<number>(client, offsetRule, { query }, options);
}

/** The pages of an undisturbed walk. */
export function pagesOf(plan: ListPlan, limit = 0): PlannedPage[] {
  const pages: PlannedPage[] = [];
  for (let at: string | undefined = "0"; at !== undefined; ) {
    const page = pageAt(plan, plan.items, at, limit);
    pages.push(page);
    at = page.next;
  }
  return pages;
}

function answerOf(plan: ListPlan, items: readonly number[], url: string): object {
  const query = new URL(url).searchParams;
  const at = query.get(plan.style === "cursor" ? "cursor" : "offset") ?? "0";
  const page = pageAt(plan, items, at, Number(query.get("limit") ?? 0));
  if (plan.style === "offset") return { data: page.items, total: items.length };
  if (page.next === undefined) return { data: page.items, ...plan.end };
  return { data: page.items, next: page.next, more: true };
}

/** A position is an index, and after a dot how many of its empty pages were served. */
function pageAt(plan: ListPlan, items: readonly number[], at: string, limit: number): PlannedPage {
  const [index = 0, served = 0] = at.split(".").map(Number);
  const size = Math.min(limit || plan.pageSize, plan.largest);
  const emptyBefore = (place: number): number =>
    plan.style === "cursor" ? (plan.empty[place] ?? 0) : 0;
  if (served < emptyBefore(index)) {
    const left = index < items.length || served + 1 < emptyBefore(index);
    return { items: [], next: left ? `${index}.${served + 1}` : undefined };
  }
  const end = Math.min(index + size, items.length);
  const left = end < items.length || (end > index && emptyBefore(end) > 0);
  return { items: items.slice(index, end), next: left ? `${end}` : undefined };
}

const shape = {
  pageSize: fc.integer({ min: 1, max: 5 }),
  largest: fc.integer({ min: 1, max: 6 }),
  turns: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }),
};

const count = fc.integer({ min: 0, max: 13 });

const cursorPlan: fc.Arbitrary<ListPlan> = count.chain((length) =>
  fc.record({
    ...shape,
    style: fc.constant("cursor" as const),
    items: fc.constant(upTo(length)),
    empty: fc.array(fc.constantFrom(0, 0, 0, 1, 2), { minLength: 1, maxLength: length + 1 }),
    end: fc.constantFrom(
      { next: "", more: false },
      { next: "left over", more: false },
      { next: "" },
      { more: false },
      { next: null, more: false },
    ),
  }),
);

const offsetPlan: fc.Arbitrary<ListPlan> = count.chain((length) =>
  fc.record({
    ...shape,
    style: fc.constant("offset" as const),
    items: fc.constant(upTo(length)),
    empty: fc.constant([]),
    end: fc.constant({}),
  }),
);

/** Any well-behaved server, of either style. */
export const plans: fc.Arbitrary<ListPlan> = fc.oneof(cursorPlan, offsetPlan);
export const cursorPlans = cursorPlan;
export const offsetPlans = offsetPlan;
export const prefetches = fc.integer({ min: 0, max: 3 });
/** Page sizes as a caller may ask for them; 0 leaves it to the service. */
export const limits = fc.integer({ min: 0, max: 6 });

function upTo(length: number): number[] {
  return Array.from({ length }, (_, index) => index + 1);
}

/** Lets the event loop turn, so that whatever was started gets on. */
export async function turns(times: number): Promise<void> {
  for (let turn = 0; turn < times; turn++) await new Promise((resolve) => setImmediate(resolve));
}

function rejectOn(signal: AbortSignal | null | undefined, reject: (reason: unknown) => void): void {
  if (signal?.aborted) reject(signal.reason);
  else signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
}
