import { getAt, type Place } from "@cloud-clients/openapi-model";
import type { Rank } from "./cursor-codec.js";
import type { Call } from "./service.js";
import type { PagedList } from "./spec/operations.js";
import { SuccessResponse } from "./success-response.js";
import { withValueAt } from "./value-at.js";

/** How large the pages of a list are. */
export interface PageSize {
  /** Items in a page when the request names no number, or 0. */
  readonly defaultLimit: number;
  /** A page never has more, whatever the request says. @default no limit */
  readonly maxLimit?: number;
}

/** How a list is put in order and cut into pages. */
export interface CursorPageOptions<Item> extends PageSize {
  /** Whether the filters of the request leave an item. @default all */
  readonly fits?: (item: Item) => boolean;
  /** Place of an item in the list; no two items may have the same. */
  readonly rank: (item: Item) => Rank;
  /** What the page shows of an item. */
  readonly show: (item: Item) => unknown;
}

/**
 * The response of a list that is paged by cursor. The cursor holds the rank of the last item served,
 * so that a page starts behind it even when items have come or gone since.
 */
export function cursorPage<Item>(
  call: Call<unknown>,
  items: Iterable<Item>,
  options: CursorPageOptions<Item>,
): SuccessResponse {
  const list = listOf(call, "cursor");
  const after = rankAfter(call, list, readPlace(call, list.position));
  const size = pageSize(call, list, options);
  // One more than the page has says whether there are more.
  const found = firstBehind(items, after, size + 1, options);
  const page = found.slice(0, size);
  const last = page.at(-1);
  const more = found.length > size;
  return writePage(list, {
    items: page.map(({ item }) => options.show(item)),
    next: more && last ? encodeRank(call, list, last.rank) : undefined,
    more,
    total: undefined,
    size,
  });
}

/**
 * The response of a list of any style: the page that the request asks for.
 *
 * @param sorted every match, in the order of the list
 * @param around what the response has beside the items and the paging
 */
export function listPage(
  call: Call<unknown>,
  sorted: readonly unknown[],
  sizes: PageSize,
  around: unknown = {},
): SuccessResponse {
  const list = listOf(call);
  const size = list.style === "single" ? sorted.length : pageSize(call, list, sizes);
  const start = startOf(call, list, size);
  const end = start + size;
  const more = end < sorted.length;
  const page = { items: sorted.slice(start, end), more, total: sorted.length, size };
  const next = more ? nextOf(call, list, end) : undefined;
  return writePage(list, { ...page, next }, around);
}

/** Whether a request asks for the list, and not for something else that its operation does as well. */
export function asksForList(call: Call<unknown>): boolean {
  return listOf(call).fixed.every(({ place, value }) => readPlace(call, place) === value);
}

/** A parameter of our own, in the addresses that a list of style `link` hands out. */
const linkParameter = "after_item";

/** How many items come before the page that a request asks for. */
function startOf(call: Call<unknown>, list: PagedList, size: number): number {
  switch (list.style) {
    case "cursor":
      return Number((rankAfter(call, list, readPlace(call, list.position)) || [0])[0]);
    case "offset":
      return Number(readPlace(call, list.position) ?? 0);
    case "page":
      return (Number(readPlace(call, list.position) ?? list.first) - list.first) * size;
    case "link":
      return Number((rankAfter(call, list, call.url.searchParams.get(linkParameter)) || [0])[0]);
    case "single":
      return 0;
  }
}

/** What leads to the next page: a cursor, or an address. */
function nextOf(call: Call<unknown>, list: PagedList, start: number): string | undefined {
  if (list.style === "cursor") return encodeRank(call, list, [start]);
  if (list.style !== "link") return undefined;
  const address = new URL(call.url);
  address.searchParams.set(linkParameter, encodeRank(call, list, [start]));
  return address.href;
}

/** A page before it is put into the form of its list. */
interface Page {
  readonly items: readonly unknown[];
  /** What leads to the next page. */
  readonly next: string | undefined;
  readonly more: boolean;
  /** Items of all pages. */
  readonly total: number | undefined;
  readonly size: number;
}

function writePage(list: PagedList, page: Page, around: unknown = {}): SuccessResponse {
  const headers: Record<string, string> = {};
  let body = withValueAt(around, list.items.keys, page.items);
  const write = (place: Place | undefined, value: unknown): void => {
    if (place?.in === "body") body = withValueAt(body, place.keys, value);
    else if (place && value !== undefined && value !== null) headers[place.name] = String(value);
  };
  write(list.more, page.more);
  if (list.style === "offset" || list.style === "page") write(list.total, page.total);
  if (list.style === "page") {
    write(list.pages, Math.ceil((page.total ?? 0) / Math.max(page.size, 1)));
  }
  if (list.style === "cursor") write(list.next, page.next ?? list.end);
  if (list.style === "link") write(list.next, inLinkHeader(list.next, page.next) ?? list.end);
  return new SuccessResponse(body, headers);
}

/** An address as RFC 8288 has it in a header called Link; elsewhere as it is. */
function inLinkHeader(place: Place, address: string | undefined): string | undefined {
  const named = place.in === "header" && place.name.toLowerCase() === "link";
  return named && address !== undefined ? `<${address}>; rel="next"` : address;
}

function listOf(call: Call<unknown>): PagedList;
function listOf<Style extends PagedList["style"]>(
  call: Call<unknown>,
  style: Style,
): Extract<PagedList, { style: Style }>;
function listOf(call: Call<unknown>, style?: PagedList["style"]): PagedList {
  const { pagination, id } = call.operation;
  if (pagination === undefined || (style !== undefined && pagination.style !== style)) {
    throw new Error(`${id} has no x-pagination${style ? ` of style ${style}` : ""}`);
  }
  return pagination;
}

/** What a request has at a place. */
function readPlace(call: Call<unknown>, place: Place): unknown {
  if (place.in === "body") return getAt(call.body, place.keys);
  if (place.in === "header") return call.headers.get(place.name) ?? undefined;
  return call.query[place.name];
}

function pageSize(
  call: Call<unknown>,
  { limit }: PagedList,
  { defaultLimit, maxLimit = Number.POSITIVE_INFINITY }: PageSize,
): number {
  const asked = limit === undefined ? undefined : (readPlace(call, limit) ?? limit.schema.default);
  return Math.min(Number(asked ?? 0) || defaultLimit, maxLimit);
}

/** The rank that a token holds; false for none. @throws ProblemError when it is not of this list */
function rankAfter(call: Call<unknown>, list: PagedList, token: unknown): Rank | false {
  if (typeof token !== "string" || token === "") return false;
  return call.cursors.decode(call.operation.id, filtersOf(call, list), token);
}

function encodeRank(call: Call<unknown>, list: PagedList, rank: Rank): string {
  return call.cursors.encode(call.operation.id, filtersOf(call, list), rank);
}

/** What a request asks for beside the page: a cursor is good for nothing else. */
function filtersOf(call: Call<unknown>, list: PagedList): Record<string, unknown> {
  let { query, body }: { query: unknown; body: unknown } = call;
  for (const place of [list.limit, list.style === "cursor" ? list.position : undefined]) {
    if (place?.in === "query") query = withValueAt(query, [place.name], undefined);
    if (place?.in === "body") body = withValueAt(body, place.keys, undefined);
  }
  return { ...Object(query), ...Object(body) };
}

interface Ranked<Item> {
  readonly item: Item;
  readonly rank: Rank;
}

/**
 * The first `count` items behind a place, in order. Most items of a long list are passed over after
 * one comparison: they are neither filtered nor sorted.
 */
function firstBehind<Item>(
  items: Iterable<Item>,
  after: Rank | false,
  count: number,
  { rank: rankOf, fits = () => true }: CursorPageOptions<Item>,
): Ranked<Item>[] {
  const found: Ranked<Item>[] = [];
  // What was made last comes first in most lists: from there, few items have to make room again.
  for (const item of Array.from(items).reverse()) {
    const rank = rankOf(item);
    if (after !== false && compareRanks(rank, after) <= 0) continue;
    const last = found[count - 1];
    if (last !== undefined && compareRanks(rank, last.rank) > 0) continue;
    if (!fits(item)) continue;
    const at = found.findLastIndex((each) => compareRanks(each.rank, rank) < 0) + 1;
    found.splice(at, 0, { item, rank });
    if (found.length > count) found.pop();
  }
  return found;
}

function compareRanks(a: Rank, b: Rank): number {
  for (let index = 0; index < a.length; index += 1) {
    const left = a[index];
    const right = b[index];
    if (left === undefined || right === undefined) return left === right ? 0 : 1;
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.length - b.length;
}
