import type { AbortableOptions } from "../client/options.js";

/** Options of a list. */
export interface ListOptions<Item> extends AbortableOptions {
  /** A checkpoint of an earlier walk over the same list, to continue from. */
  from?: string | undefined;
  /** Maximum number of items. Default: all. */
  maxItems?: number | undefined;
  /**
   * Maximum number of pages; a walk that needs more rejects with a `PaginationError`.
   *
   * @default 10000
   */
  maxPages?: number | undefined;
  /**
   * How many pages to request ahead while the caller works on one; at most 100.
   *
   * @default 0
   */
  prefetch?: number | undefined;
  /**
   * Drops and counts items whose key was already seen in this walk, for lists that change during a walk.
   * Keeps every key in memory.
   */
  dedupeBy?: ((item: Item) => unknown) | undefined;
}

/** Options of a list that is paged by offset. */
export interface OffsetListOptions<Item> extends ListOptions<Item> {
  /**
   * Starts each page one item early, and rejects with a `PaginationError` if that item is not the last one
   * seen, because the list has shifted. Items are compared by `dedupeBy`, or as a whole.
   *
   * @default false
   */
  overlap?: boolean | undefined;
}

/** One page of a walk. */
export interface Page<Item> {
  /** The items in the service's order, without those that `dedupeBy` dropped. */
  items: Item[];
  /** Number of the page in this walk, from 1. */
  number: number;
  /**
   * Checkpoint for a later walk that continues after these items. After the last ones that walk ends at once.
   */
  checkpoint: string;
  /** Whether the list ends with these items. */
  last: boolean;
  /** How many items `dedupeBy` dropped from this page. */
  duplicates: number;
}

/** Options of `collect`. */
export interface CollectOptions {
  /** Maximum number of items. Default: the `maxItems` of the list. */
  maxItems?: number | undefined;
}

/** The result of `collect`. */
export interface Collected<Item> {
  items: Item[];
  /** Whether the service has more items than these. */
  truncated: boolean;
  /**
   * Checkpoint for a later walk that continues after these items. After the last ones that walk ends at once.
   */
  checkpoint: string;
  /** How many items `dedupeBy` dropped. */
  duplicates: number;
}

/**
 * A list that is read page by page during iteration. Makes one request per page, and none until you start
 * iterating. Reusable: each iteration is a separate walk, from the start or from `from`.
 *
 * A walk rejects with the error of the page that failed; its `checkpoint` says where to continue. A list that
 * contradicts itself rejects with a `PaginationError`; it never ends short without an error.
 *
 * `return()` of an iterator ends its walk at once, including requests in flight. A pending `next()` then
 * resolves as done.
 */
export interface List<Item> extends AsyncIterable<Item> {
  /** The same walk, a page at a time. Makes one request per page. */
  pages(): AsyncIterableIterator<Page<Item>>;
  /**
   * Collects the list into an array of at most `maxItems` items. If it rejects, you get no items, so the
   * error's `checkpoint` is where the walk began.
   */
  collect(options?: CollectOptions): Promise<Collected<Item>>;
}
