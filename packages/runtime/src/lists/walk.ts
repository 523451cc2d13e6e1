import { whenAborted } from "../base/signals.js";
import { abortedError } from "../base/time.js";
import { isCloudClientError } from "../errors/any-error.js";
import type { Position } from "./checkpoint.js";
import type { Page } from "./list.js";
import { contradiction, type PageWithIds, type ReadPage } from "./pages.js";

/** What one walk needs. */
export interface Walk<Item> {
  /** The list's operationId. */
  readonly operation: string;
  readonly start: Position | "end";
  readonly read: ReadPage<PageWithIds>;
  /** Creates a checkpoint. */
  readonly save: (position: Position | "end") => string;
  /** Called with every page before the caller gets it. */
  readonly onPage: (number: number, items: number, page: PageWithIds) => void;
  readonly prefetch: number;
  readonly maxPages: number;
  readonly maxItems: number;
  readonly dedupeBy: ((item: Item) => unknown) | undefined;
  /** The caller's. */
  readonly signal: AbortSignal | undefined;
  /** Where a later walk continues if this one fails, if not after the last item the caller got. */
  readonly failed?: Position | "end";
}

/** A page with the position after it, of which a checkpoint is made. */
export interface WalkedPage<Item> extends Omit<Page<Item>, "checkpoint"> {
  readonly position: Position | "end";
}

/** The bare walk; users get it wrapped by {@link endAtOnce}. */
type Walking<T> = AsyncGenerator<T, void, undefined>;

/**
 * Walks a list once, page by page, requesting up to `prefetch` pages ahead.
 *
 * @param stop - aborted when the walk ends; aborting it ends the walk. `read` listens to it.
 */
export async function* walk<Item>(
  list: Walk<Item>,
  stop: AbortController,
): Walking<WalkedPage<Item>> {
  const { operation, start, read, save, signal, prefetch, maxPages, maxItems, dedupeBy } = list;
  if (start === "end") return;
  const ahead: Promise<PageWithIds | undefined>[] = [];
  const seen = new Set<unknown>();
  let position: Position | "end" = start;
  let { place, skip } = start;
  let left = maxItems;
  let arriving = -skip;

  const load: ReadPage<PageWithIds> = async (place, number) => {
    if (number <= maxPages) return read(place, number);
    throw contradiction(operation, maxPages, `is the last that maxPages (${maxPages}) allows`);
  };
  const follow = async (
    previous: PageWithIds | undefined | Promise<PageWithIds | undefined>,
    number: number,
  ): Promise<PageWithIds | undefined> => {
    const page = await previous;
    arriving += page?.items.length ?? 0;
    const wanted = page?.next && arriving < maxItems && !stop.signal.aborted;
    return wanted ? load(page.next, number) : undefined;
  };
  const release = signal && whenAborted(signal, () => stop.abort(signal.reason));
  try {
    let current = await load(place, 1);
    for (let number = 1; ; number++) {
      while (ahead.length < prefetch) {
        const next = follow(ahead.at(-1) ?? current, number + ahead.length + 1);
        // Whoever reaches this page sees the failure; until then it must not count as unhandled.
        next.catch(() => {});
        ahead.push(next);
      }
      const { items: raw, next } = current;
      const items: Item[] = [];
      let duplicates = 0;
      for (; skip < raw.length && items.length < left; skip++) {
        const item = raw[skip] as Item;
        const key = dedupeBy?.(item);
        if (dedupeBy && seen.has(key)) duplicates++;
        else items.push(item);
        if (dedupeBy) seen.add(key);
      }
      left -= items.length;
      const whole = skip >= raw.length;
      if (whole) {
        skip -= raw.length;
        place = next;
      }
      const last = whole && next === null;
      if (last && skip > 0) {
        const what = `the checkpoint lies ${skip} items past the end: the list has shrunk, and items may have been skipped`;
        throw contradiction(operation, number, what);
      }
      position = last ? "end" : { place, skip };
      list.onPage(number, items.length, current);
      yield { items, number, position, last, duplicates };
      if (last || left === 0) return;
      if (signal?.aborted) throw abortedError(operation, signal);
      current = (await ahead.shift()) ?? (await load(next, number + 1));
    }
  } catch (error) {
    if (isCloudClientError(error) && Object.isExtensible(error))
      error.checkpoint = save(list.failed ?? position);
    throw error;
  } finally {
    release?.();
    stop.abort();
  }
}

/**
 * Creates an iterator whose `return()` ends its walk at once: it aborts requests in flight, and a pending
 * `next()` resolves as done. A plain generator would first wait for the page.
 *
 * @param begin - starts the walk, which must end when `stop` is aborted.
 */
export function endAtOnce<T>(
  begin: (stop: AbortController) => Walking<T>,
): AsyncIterableIterator<T> {
  const stop = new AbortController();
  const walking = begin(stop);
  const done = { done: true, value: undefined } as const;
  const pending = new Set<() => void>();
  let left = false;
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      if (left) return done;
      return new Promise((resolve, reject) => {
        const giveUp = (): void => resolve(done);
        pending.add(giveUp);
        walking
          .next()
          .then(resolve, reject)
          .finally(() => pending.delete(giveUp));
      });
    },
    async return() {
      left = true;
      stop.abort();
      for (const giveUp of pending) giveUp();
      // Frees what the walk holds when its turn comes. Nobody waits for it, nor for what it rejects with.
      walking.return().catch(() => {});
      return done;
    },
  };
}

/** The items of some pages, one by one. Most of them are at hand, and cost no more than a promise. */
export function itemsOf<Item>(
  pages: AsyncIterableIterator<{ readonly items: readonly Item[] }>,
): AsyncIterableIterator<Item> {
  let items: readonly Item[] = [];
  let at = 0;
  /** The last of those who wait for a page, if any: whoever comes then has to queue. */
  let waiting: Promise<unknown> | undefined;
  const take = async (): Promise<IteratorResult<Item>> => {
    while (at >= items.length) {
      const page = await pages.next();
      if (page.done) return page;
      ({ items } = page.value);
      at = 0;
    }
    return { done: false, value: items[at++] as Item };
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next() {
      if (!waiting && at < items.length) return take();
      const taken = waiting ? waiting.then(take, take) : take();
      const leave = (): void => {
        if (waiting === taken) waiting = undefined;
      };
      waiting = taken;
      taken.then(leave, leave);
      return taken;
    },
    async return() {
      items = [];
      await pages.return?.();
      return { done: true, value: undefined };
    },
  };
}
