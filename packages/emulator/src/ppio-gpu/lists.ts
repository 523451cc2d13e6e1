import { cursorPage } from "../engine/paged-list.js";
import type { Reply } from "../engine/reply.js";
import type { Call } from "../engine/service.js";

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
): Reply {
  return cursorPage(call, things, {
    fits,
    rank: (item) => [-item.created_at, id(item)],
    show,
    defaultLimit: 20,
    maxLimit: 100,
  });
}

/** Whether any of the texts contains the wanted one, in any case. An empty one is contained in all. */
export function contains(wanted: string | undefined, ...texts: string[]): boolean {
  if (wanted === undefined || wanted === "") return true;
  const needle = wanted.toLowerCase();
  return texts.some((text) => text.toLowerCase().includes(needle));
}

/** Whether the value is the wanted one; no wanted one, or an empty one, fits all. */
export function equals(wanted: string | undefined, value: string): boolean {
  return wanted === undefined || wanted === "" || wanted === value;
}

/** Whether a list with commas names any of the values; no list, or an empty one, fits all. */
export function listed(wanted: string | undefined, ...values: string[]): boolean {
  if (wanted === undefined || wanted === "") return true;
  const named = wanted.split(",").map((one) => one.trim());
  return values.some((value) => named.includes(value));
}
