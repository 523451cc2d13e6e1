import { type Filters, passes } from "../engine/filters.js";
import { cursorPage } from "../engine/paged-list.js";
import type { Call } from "../engine/service.js";
import type { SuccessResponse } from "../engine/success-response.js";

interface Dated {
  readonly created_at: number;
}

/** What one list has and how it shows it. */
export interface ListPageOptions<Item> {
  readonly filters: Filters<Item>;
  /** What tells items of the same age apart. */
  readonly id: (item: Item) => string;
  /** What the page shows of an item; all of it by default. */
  readonly show?: (item: Item) => unknown;
}

/** A page of what the filters leave, newest first, equal times by id. */
export function listPage<Item extends Dated>(
  call: Call<unknown>,
  things: Iterable<Item>,
  { filters, id, show = (item) => item }: ListPageOptions<Item>,
): SuccessResponse {
  return cursorPage(call, things, {
    fits: (item) => passes(item, call.query, filters),
    rank: (item) => [-item.created_at, id(item)],
    show,
    defaultLimit: 20,
    maxLimit: 100,
  });
}
