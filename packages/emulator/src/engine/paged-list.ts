import type { Rank } from "./cursor-codec.js";
import type { Call } from "./service.js";
import type { CursorPagination } from "./spec/operations.js";

/** How a list is put in order and cut into pages. */
export interface CursorPageOptions<Item> {
  /** Whether the filters of the request leave an item. @default all */
  readonly fits?: (item: Item) => boolean;
  /** Place of an item in the list; no two items may have the same. */
  readonly rank: (item: Item) => Rank;
  /** What the page shows of an item. */
  readonly show: (item: Item) => unknown;
  /** Items in a page when the request names no number, or 0. */
  readonly defaultLimit: number;
  /** A page never has more, whatever the request says. */
  readonly maxLimit: number;
}

/**
 * The answer of a list that is paged by cursor. The cursor holds the rank of the last item served,
 * so that a page starts behind it even when items have come or gone since.
 */
export function cursorPage<Item>(
  call: Call<unknown>,
  items: Iterable<Item>,
  options: CursorPageOptions<Item>,
): Record<string, unknown> {
  const pagination = cursorPaginationOf(call);
  const { [pagination.request.limit]: limit, ...rest } = inputOf(call, pagination);
  const { [pagination.request.cursor]: cursor, ...filters } = rest;
  const list = call.operation.id;
  const after =
    typeof cursor === "string" && cursor !== "" && call.cursors.decode(list, filters, cursor);
  const size = Math.min(Number(limit ?? 0) || options.defaultLimit, options.maxLimit);
  // One more than the page has says whether there are more.
  const found = firstBehind(items, after, size + 1, options);
  const page = found.slice(0, size);
  const last = page.at(-1);
  const more = found.length > size;
  return {
    [pagination.response.items]: page.map(({ item }) => options.show(item)),
    [pagination.response.cursor]: more && last ? call.cursors.encode(list, filters, last.rank) : "",
    [pagination.response.more]: more,
  };
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

function inputOf(call: Call<unknown>, pagination: CursorPagination): Record<string, unknown> {
  return { ...((pagination.in === "query" ? call.query : call.body) as object) };
}

function cursorPaginationOf(call: Call<unknown>): CursorPagination {
  const { pagination, id } = call.operation;
  if (pagination?.style !== "cursor") throw new Error(`${id} has no x-pagination of style cursor`);
  return pagination;
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

/**
 * The answer of a list that is paged by offset: a slice, and the number of all matches.
 *
 * @param sorted every match, in the order of the list
 * @param defaultLimit items in a page when neither the request nor the specification says
 */
export function offsetPage(
  call: Call<unknown>,
  sorted: readonly unknown[],
  defaultLimit: number,
): Record<string, unknown> {
  const { pagination, id } = call.operation;
  if (pagination?.style !== "offset") throw new Error(`${id} has no x-pagination of style offset`);
  const input = { ...((pagination.in === "query" ? call.query : call.body) as object) };
  const limit = Number(Reflect.get(input, pagination.request.limit) ?? defaultLimit);
  const offset = Number(Reflect.get(input, pagination.request.offset) ?? 0);
  return {
    [pagination.response.items]: sorted.slice(offset, offset + limit),
    [pagination.response.total]: sorted.length,
  };
}
