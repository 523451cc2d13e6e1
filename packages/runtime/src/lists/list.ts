import type { AbortableOptions } from "../client/options.js";

/** How a list is walked. */
export interface ListOptions<Item> extends AbortableOptions {
  /** A checkpoint of an earlier walk over the same list: go on from there. */
  from?: string | undefined;
  /** End after this many items. Default: all. */
  maxItems?: number | undefined;
  /**
   * Give up with a `PaginationError` after this many pages.
   *
   * @default 10000
   */
  maxPages?: number | undefined;
  /**
   * How many pages are requested ahead while the caller works on one; at most 100.
   *
   * @default 0
   */
  prefetch?: number | undefined;
  /**
   * Drops items whose key was seen before in this walk, and counts them: for lists that move while
   * they are walked. Keeps every key in memory.
   */
  dedupeBy?: ((item: Item) => unknown) | undefined;
}

/** How a list is walked that is counted from its start. */
export interface OffsetListOptions<Item> extends ListOptions<Item> {
  /**
   * Reads each page from one item before it, and rejects with a `PaginationError` when that item is
   * not the last one seen, because the list has shifted. Items are compared by `dedupeBy`, or whole.
   *
   * @default false
   */
  overlap?: boolean | undefined;
}

/** One page of a walk. */
export interface Page<Item> {
  /** The items in server order, without those that `dedupeBy` dropped. */
  items: Item[];
  /** Which page of this walk, counted from 1. */
  number: number;
  /** Where a later walk goes on after these items. After the last ones that walk is over at once. */
  checkpoint: string;
  /** Whether the list ends with these items. */
  last: boolean;
  /** How many items `dedupeBy` dropped from this page. */
  duplicates: number;
}

/** What `collect` is told. */
export interface CollectOptions {
  /** End after this many items. Default: the `maxItems` of the list. */
  maxItems?: number | undefined;
}

/** What `collect` found. */
export interface Collected<Item> {
  items: Item[];
  /** Whether the service has more items than these. */
  truncated: boolean;
  /** Where a later walk goes on after these items. After the last ones that walk is over at once. */
  checkpoint: string;
  /** How many items `dedupeBy` dropped. */
  duplicates: number;
}

/**
 * A list that is read page by page while it is iterated. Lazy: nothing is requested before the first
 * item is asked for. Reusable: each iteration is a walk of its own, from the start or from `from`.
 *
 * Walks reject with the error of the page that failed; its `checkpoint` says where to go on. A list
 * that contradicts itself rejects with a `PaginationError` and never ends short in silence.
 *
 * `return()` of an iterator ends its walk at once, requests under way included. A `next()` that is
 * pending then resolves as done.
 */
export interface List<Item> extends AsyncIterable<Item> {
  /** The same walk, a page at a time. Makes one request per page. */
  pages(): AsyncIterableIterator<Page<Item>>;
  /**
   * Walks the list into an array, at most `maxItems` items long. When it rejects, none of the items
   * are handed over, so that the error's `checkpoint` is where the walk began.
   */
  collect(options?: CollectOptions): Promise<Collected<Item>>;
}
