import type { AbortableOptions } from "../client/options.js";

/** How a list is walked. */
export interface ListOptions<Item> extends AbortableOptions {
  /** A checkpoint of an earlier walk over the same list: go on from there. */
  from?: string;
  /** End after this many items. Default: all. */
  maxItems?: number;
  /**
   * Give up with a `PaginationError` after this many pages.
   *
   * @default 10000
   */
  maxPages?: number;
  /**
   * How many pages are requested ahead while the caller works on one.
   *
   * @default 0
   */
  prefetch?: number;
  /**
   * Drops items whose key was seen before in this walk, and counts them: for lists that move while
   * they are walked. Keeps every key in memory.
   */
  dedupeBy?: (item: Item) => unknown;
}

/** How a list is walked that is counted from its start. */
export interface OffsetListOptions<Item> extends ListOptions<Item> {
  /**
   * Reads each page from one item before it, and rejects with a `PaginationError` when that item is
   * not the last one seen, because the list has shifted. Items are compared by `dedupeBy`, or whole.
   *
   * @default false
   */
  overlap?: boolean;
}

/** One page of a walk. */
export interface Page<Item> {
  /** The items in server order, without those that `dedupeBy` dropped. */
  items: Item[];
  /** Which page of this walk, counted from 1. */
  number: number;
  /** Where a later walk goes on after these items; `undefined` at the end of the list. */
  checkpoint: string | undefined;
  /** How many items `dedupeBy` dropped from this page. */
  duplicates: number;
}

/** What `collect` found. */
export interface Collected<Item> {
  items: Item[];
  /** Whether the service has more items than these. */
  truncated: boolean;
  /** Where a later walk goes on after these items; `undefined` at the end of the list. */
  checkpoint: string | undefined;
  /** How many items `dedupeBy` dropped. */
  duplicates: number;
}

/**
 * A list that is read page by page while it is iterated. Lazy: nothing is requested before the first
 * item is asked for. Reusable: each iteration is a walk of its own, from the start or from `from`.
 *
 * Walks reject with the error of the page that failed; its `checkpoint` says where to go on. A list
 * that contradicts itself rejects with a `PaginationError` and never ends short in silence.
 */
export interface List<Item> extends AsyncIterable<Item> {
  /** The same walk, a page at a time. One request a page. */
  pages(): AsyncIterableIterator<Page<Item>>;
  /**
   * Walks the list into an array, at most `maxItems` items long. When it rejects, none of the items
   * are handed over, so that the error's `checkpoint` is where the walk began.
   */
  collect(options?: { maxItems?: number }): Promise<Collected<Item>>;
}
