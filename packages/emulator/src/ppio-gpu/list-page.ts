import { cursorPage } from "../service/cursor-page.js";
import type { Call } from "../service/service.js";

interface Dated {
  readonly created_at: number;
}

/** How one list shows its items. */
export interface ListPageOptions<Item> {
  /** What tells items of the same age apart. */
  readonly id: (item: Item) => string;
  /** What the page shows of an item; all of it by default. */
  readonly show?: (item: Item) => unknown;
}

/** A page of what the filters leave, newest first, equal times by id. */
export function listPage<Item extends Dated>(
  call: Call<unknown>,
  things: Iterable<Item>,
  fits: (item: Item) => boolean,
  { id, show = (item) => item }: ListPageOptions<Item>,
): Record<string, unknown> {
  return cursorPage(call, things, {
    fits,
    rank: (item) => [-item.created_at, id(item)],
    show,
    defaultLimit: 20,
    maxLimit: 100,
  });
}
