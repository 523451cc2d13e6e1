import type { CursorPagination } from "../spec/openapi-types.js";
import type { Rank } from "./cursor-codec.js";
import type { Call } from "./service.js";

/** How a list is put in order and cut into pages. */
export interface CursorPageOptions<Item> {
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
  matching: readonly Item[],
  options: CursorPageOptions<Item>,
): Record<string, unknown> {
  const pagination = cursorPaginationOf(call);
  const { [pagination.request.limit]: limit, ...rest } = inputOf(call, pagination);
  const { [pagination.request.cursor]: cursor, ...filters } = rest;
  const list = call.operation.id;
  const after =
    typeof cursor === "string" && cursor !== "" && call.cursors.decode(list, filters, cursor);
  const ranked = matching
    .map((item) => ({ item, rank: options.rank(item) }))
    .filter(({ rank }) => after === false || compareRanks(rank, after) > 0)
    .sort((a, b) => compareRanks(a.rank, b.rank));
  const size = Math.min(Number(limit ?? 0) || options.defaultLimit, options.maxLimit);
  const page = ranked.slice(0, size);
  const last = page.at(-1);
  const more = ranked.length > page.length;
  return {
    [pagination.response.items]: page.map(({ item }) => options.show(item)),
    [pagination.response.cursor]: more && last ? call.cursors.encode(list, filters, last.rank) : "",
    [pagination.response.more]: more,
  };
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
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.length - b.length;
}
