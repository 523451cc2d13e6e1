import fc from "fast-check";
import {
  createList,
  type List,
  type ListRequest,
  type OffsetListOptions,
  type PaginationRule,
  type ResponsePlace,
} from "../src/kit.js";
import { json, type StubInit, tinyClient } from "./tiny-api.js";

/** What a generated list service holds, how it pages, and where the parts of its messages stand. */
export interface ListPlan {
  readonly style: PaginationRule["style"];
  readonly items: readonly number[];
  /** Page size when the request names none, and the largest that is served. */
  readonly pageSize: number;
  readonly largest: number;
  /** Empty pages before the item at each index, the end included; only linked pages can say so. */
  readonly empty: readonly number[];
  /** How the last page of a linked list says that it is the last. */
  readonly end: object;
  /** Turns of the event loop that the responses take, over and over. */
  readonly turns: readonly number[];
  /** Where page size and position stand in the request. Default: in the query. */
  readonly asks?: "query" | "header" | "body";
  /** Where everything stands in the response. Default: in fields of its body. */
  readonly responds?: "fields" | "pointers" | "headers";
  /** What a counted list says on each page. Default: how many items there are. */
  readonly counts?: "total" | "pages" | "more" | "nothing";
  /** Number of the first page. Default: 1. */
  readonly first?: 0 | 1;
  /** How links are written. Default: as whole addresses. */
  readonly links?: "whole" | "path" | "query";
}

/** A response of the service before anything is twisted. */
export interface PlannedPage {
  readonly items: readonly number[];
  /** Where the next page begins; `undefined` on the last one. */
  readonly next: string | undefined;
}

/** Makes one page go wrong: other parts, another response, a broken connection, no response at all. */
export type Twist = (page: number) => object | Response | Error | "hang" | undefined;

/** Serves a plan, and keeps a record of what was asked. */
export function generatedService(plan: ListPlan, twist: Twist = () => undefined) {
  const service = {
    items: [...plan.items],
    requests: 0,
    inFlight: 0,
    mostInFlight: 0,
    aborted: 0,
    /** Returns the first page, whatever is asked for. */
    deaf: false,
    onRequest: undefined as undefined | ((page: number) => void),
    async fetch(url: string, init: StubInit): Promise<Response> {
      const page = ++service.requests;
      service.mostInFlight = Math.max(service.mostInFlight, ++service.inFlight);
      const onAbort = (): void => {
        service.aborted++;
      };
      init.signal?.addEventListener("abort", onAbort);
      try {
        service.onRequest?.(page);
        const { at, limit } = askedFor(plan, url, init);
        const response = responseOf(plan, service.items, service.deaf ? undefined : at, limit);
        const twisted = twist(page);
        if (twisted === "hang") await new Promise((_, reject) => rejectOn(init.signal, reject));
        await turns(plan.turns[page % plan.turns.length] ?? 0);
        init.signal?.throwIfAborted();
        if (twisted instanceof Error) throw twisted;
        if (twisted instanceof Response) return twisted;
        return written(plan, { ...response, ...Object(twisted) }, url);
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
  service: { fetch: (url: string, init: StubInit) => Promise<Response> },
  { overlap, ...options }: OffsetListOptions<number> = {},
  query: Query = {},
): List<number> {
  const client = tinyClient({ fetch: service.fetch, retry: false });
  const rule = ruleOf(plan);
  const request = requestOf(plan, query);
  return rule.style === "offset"
    ? createList<number>(client, rule, request, { ...options, overlap })
    : createList<number>(client, rule, request, options);
}

/** What a list is asked for; 0 leaves the page size to the service. */
export interface Query {
  limit?: number;
  name?: string;
}

function requestOf(plan: ListPlan, { limit = 0, ...filters }: Query): ListRequest {
  const size = plan.style === "single" ? 0 : limit;
  if (plan.asks === "header") return { query: filters, header: size ? { "x-limit": size } : {} };
  if (plan.asks === "body") return { body: { ...filters, ...(size && { paging: { size } }) } };
  return { query: { ...filters, ...(size && { limit: size }) } };
}

const responsePlaces: Record<NonNullable<ListPlan["responds"]>, (name: string) => ResponsePlace> = {
  fields: (name) => name,
  pointers: (name) => `/result/paging/${name}`,
  headers: (name) => ({ header: name === "link" ? "Link" : `X-${name}` }),
};

/** The rule that declares a plan. */
export function ruleOf(plan: ListPlan): PaginationRule {
  const { style, asks = "query", responds = "fields", counts = "total", first = 1 } = plan;
  const response = responsePlaces[responds];
  const shared = {
    operation: "listThings",
    path: "/things",
    items: { fields: "data", pointers: "/result/data", headers: "" }[responds],
    ...(asks === "body" && { in: "body" as const }),
  };
  const limit = { query: "limit", header: { header: "X-Limit" }, body: "/paging/size" }[asks];
  const position = { query: "at", header: { header: "X-At" }, body: "/paging/at" }[asks];
  const counted = {
    limit,
    position,
    ...((counts === "total" || counts === "pages") && { [counts]: response(counts) }),
    ...(counts === "more" && { more: response("more") }),
  };
  switch (style) {
    case "cursor":
      return { ...shared, style, limit, position, next: response("next"), more: response("more") };
    case "offset":
      return { ...shared, style, ...counted };
    case "page":
      return { ...shared, style, first, ...counted };
    case "link":
      return { ...shared, style, limit, next: response(responds === "headers" ? "link" : "next") };
    case "single":
      return { ...shared, style, unless: ["next", "more", "pages"].map(response) };
  }
}

/** The pages of an undisturbed walk. */
export function pagesOf(plan: ListPlan, limit = 0): PlannedPage[] {
  const pages: PlannedPage[] = [];
  for (let at: string | undefined, first = true; first || at !== undefined; first = false) {
    const page = pageAt(plan, plan.items, at, limit);
    pages.push(page);
    at = page.next;
  }
  return pages;
}

/** Whether each page names the next one. */
export function isLinked({ style }: ListPlan): boolean {
  return style === "cursor" || style === "link";
}

/** How many items a page has. */
export function sizeOf({ pageSize, largest }: ListPlan, limit = 0): number {
  return Math.min(limit || pageSize, largest);
}

/** What is asked for: a position, if any, and a page size, which may be 0. */
function askedFor(plan: ListPlan, url: string, { headers, body }: StubInit) {
  const { searchParams } = new URL(url);
  const { asks = "query" } = plan;
  const sent = asks === "body" && JSON.parse(body ?? "{}").paging;
  const at = { query: searchParams.get("at"), header: headers?.["x-at"], body: sent?.at };
  const size = { query: searchParams.get("limit"), header: headers?.["x-limit"], body: sent?.size };
  const position = at[plan.style === "link" ? "query" : asks] ?? undefined;
  return {
    at: position === undefined ? undefined : String(position),
    limit: Number(size[asks] ?? 0),
  };
}

/** The parts of a plan's response, by their names; {@link written} puts them where they stand. */
function responseOf(
  plan: ListPlan,
  items: readonly number[],
  at: string | undefined,
  limit: number,
): object {
  const { items: data, next } = pageAt(plan, items, at, limit);
  if (plan.style === "single") return { data, pages: 1 };
  if (isLinked(plan)) {
    if (next === undefined) return { data, ...plan.end };
    return { data, next, ...(plan.style === "cursor" && { more: true }) };
  }
  const counts = {
    total: { total: items.length },
    pages: { pages: Math.ceil(items.length / sizeOf(plan, limit)) },
    more: { more: next !== undefined },
    nothing: {},
  };
  return { data, ...counts[plan.counts ?? "total"] };
}

/** A response with each part where the plan says. The next page of a list of links becomes an address. */
function written(
  plan: ListPlan,
  { data, ...parts }: Record<string, unknown>,
  url: string,
): Response {
  const said: Record<string, unknown> = { ...parts };
  if (plan.style === "link" && said.next) said.next = linkTo(plan, said.next, url);
  if (plan.responds === "pointers") return json({ result: { data, paging: said } });
  if (plan.responds !== "headers") return json({ data, ...said });
  const headers = new Headers();
  for (const [name, value] of Object.entries(said)) {
    if (value === undefined || value === null) continue;
    if (plan.style !== "link" || name !== "next") headers.set(`x-${name}`, String(value));
    else if (value !== "") headers.set("link", `<?a=1,2>; rel="first prev", <${value}>; rel=next`);
  }
  return json(data, { headers });
}

/** The address of a page, with all else that was asked; what is no position stays as it is. */
function linkTo({ links = "whole" }: ListPlan, next: unknown, url: string): unknown {
  if (typeof next !== "string" || !/^[\d.]+$/.test(next)) return next;
  const link = new URL(url);
  link.searchParams.set("at", next);
  return { whole: link.href, path: link.pathname + link.search, query: link.search }[links];
}

/** A page. A position is an index, and after a dot how many of its empty pages were served; or a number. */
function pageAt(
  plan: ListPlan,
  items: readonly number[],
  at: string | undefined,
  limit: number,
): PlannedPage {
  if (plan.style === "single") return { items, next: undefined };
  const { counts = "total", first = 1 } = plan;
  const size = sizeOf(plan, limit);
  const numbered = plan.style === "page";
  const [place = 0, served = 0] = (at ?? (numbered ? `${first}` : "0")).split(".").map(Number);
  const index = numbered ? (place - first) * size : place;
  const emptyBefore = (place: number): number => (isLinked(plan) ? (plan.empty[place] ?? 0) : 0);
  if (served < emptyBefore(index)) {
    const left = index < items.length || served + 1 < emptyBefore(index);
    return { items: [], next: left ? `${index}.${served + 1}` : undefined };
  }
  const end = Math.min(index + size, items.length);
  const unsaid = !isLinked(plan) && counts === "nothing";
  const left = end < items.length || (end > index && (unsaid || emptyBefore(end) > 0));
  const next = numbered ? place + 1 : end;
  return { items: items.slice(index, end), next: left ? `${next}` : undefined };
}

const shape = {
  pageSize: fc.integer({ min: 1, max: 5 }),
  largest: fc.integer({ min: 1, max: 6 }),
  turns: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }),
  asks: fc.constantFrom("query" as const, "query" as const, "header" as const, "body" as const),
  responds: fc.constantFrom("fields" as const, "pointers" as const, "headers" as const),
};

const count = fc.integer({ min: 0, max: 13 });
const emptyPages = (length: number) =>
  fc.array(fc.constantFrom(0, 0, 0, 1, 2), { minLength: 1, maxLength: length + 1 });

export const cursorPlans: fc.Arbitrary<ListPlan> = count.chain((length) =>
  fc.record({
    ...shape,
    style: fc.constant("cursor" as const),
    items: fc.constant(upTo(length)),
    empty: emptyPages(length),
    end: fc.constantFrom(
      { next: "", more: false },
      { next: "left over", more: false },
      { next: "" },
      { more: false },
      { next: null, more: false },
    ),
  }),
);

export const linkPlans: fc.Arbitrary<ListPlan> = count.chain((length) =>
  fc.record({
    ...shape,
    style: fc.constant("link" as const),
    asks: fc.constantFrom("query" as const, "header" as const),
    items: fc.constant(upTo(length)),
    empty: emptyPages(length),
    end: fc.constantFrom({}, { next: null }, { next: "" }),
    links: fc.constantFrom("whole" as const, "path" as const, "query" as const),
  }),
);

const counted = count.chain((length) =>
  fc.record({
    ...shape,
    items: fc.constant(upTo(length)),
    empty: fc.constant([]),
    end: fc.constant({}),
  }),
);

/** Lists by offset that say how many items there are. */
export const offsetPlans: fc.Arbitrary<ListPlan> = counted.map((plan) => ({
  ...plan,
  style: "offset",
}));

/** Lists by page number that say how many items or pages there are. */
export const pagePlans: fc.Arbitrary<ListPlan> = fc
  .tuple(counted, fc.constantFrom("total", "pages"), fc.constantFrom(0, 1))
  .map(([plan, counts, first]) => ({ ...plan, style: "page", counts, first }));

/** Lists by offset or page number that count nothing. */
export const uncountedPlans: fc.Arbitrary<ListPlan> = fc
  .tuple(fc.oneof(offsetPlans, pagePlans), fc.constantFrom("more" as const, "nothing" as const))
  .map(([plan, counts]) => ({ ...plan, counts }));

export const singlePlans: fc.Arbitrary<ListPlan> = counted.map((plan) => ({
  ...plan,
  style: "single",
  pageSize: plan.items.length + 1,
  largest: plan.items.length + 1,
}));

/** Any well-behaved server, of any style. */
export const plans: fc.Arbitrary<ListPlan> = fc.oneof(
  cursorPlans,
  offsetPlans,
  pagePlans,
  linkPlans,
  uncountedPlans,
  singlePlans,
);
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
