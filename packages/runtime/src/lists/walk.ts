import { abortedError } from "../base/time.js";
import { isCloudClientError } from "../errors/any-error.js";
import type { Position } from "./checkpoint.js";
import type { ListOptions, Page } from "./list.js";
import type { RawPage, ReadPage } from "./pages.js";
import type { Stop } from "./stop.js";

/** What one walk works with. */
export interface Walk {
  /** The list's operationId. */
  readonly operation: string;
  readonly start: Position;
  /** Makes the one request for a page. */
  readonly read: ReadPage;
  /** Makes a checkpoint. */
  readonly save: (position: Position) => string;
  readonly stop: Stop;
  /** Is told of every page before the caller gets it. */
  readonly onPage: (number: number, items: number) => void;
  /** Where a later walk goes on when this one fails, if not after what was handed out. */
  readonly failed?: Position | undefined;
}

/** Options that must be there. */
interface Bounds {
  readonly prefetch: number;
  readonly maxItems: number;
}

/** A walk as its caller sees it. */
export type Walking<T> = AsyncGenerator<T, void, undefined>;

/** Walks a list once, page by page, requesting up to `prefetch` pages ahead. */
export async function* walk<Item>(
  { operation, start, read, save, stop, onPage, failed }: Walk,
  { prefetch, maxItems, dedupeBy, signal }: ListOptions<Item> & Bounds,
): Walking<Page<Item>> {
  const ahead: Promise<RawPage | undefined>[] = [];
  const seen = new Set<unknown>();
  let at = start;
  let left = maxItems;
  let number = 1;
  let arriving = -start.skip;

  const follow = async (
    previous: RawPage | undefined | Promise<RawPage | undefined>,
    following: number,
  ): Promise<RawPage | undefined> => {
    const page = await previous;
    arriving += page?.items.length ?? 0;
    const wanted = page && page.next !== null && arriving < maxItems && !stop.signal.aborted;
    return wanted ? read(page.next, following) : undefined;
  };
  const relay = (): void => stop.abort(signal?.reason);
  signal?.addEventListener("abort", relay);
  if (signal?.aborted) relay();
  try {
    let current = await read(at.at, number);
    for (;;) {
      while (ahead.length < prefetch) {
        const next = follow(ahead.at(-1) ?? current, number + ahead.length + 1);
        // Whoever reaches this page sees the failure; until then it must not count as unhandled.
        next.catch(() => {});
        ahead.push(next);
      }
      const { items: raw, next } = current;
      const items: Item[] = [];
      let duplicates = 0;
      let { skip } = at;
      for (; skip < raw.length && items.length < left; skip++) {
        const item = raw[skip] as Item;
        const key = dedupeBy?.(item);
        if (dedupeBy && seen.has(key)) duplicates++;
        else items.push(item);
        seen.add(key);
      }
      left -= items.length;
      const whole = skip >= raw.length;
      const ended = whole && next === null;
      at = whole ? { at: next, skip: skip - raw.length } : { at: at.at, skip };
      onPage(number, items.length);
      stop.idle = true;
      yield { items, number, duplicates, checkpoint: ended ? undefined : save(at) };
      stop.idle = false;
      if (ended || !left) return;
      if (signal?.aborted) throw abortedError(operation, signal);
      number++;
      current = (await ahead.shift()) ?? (await read(next, number));
    }
  } catch (error) {
    if (isCloudClientError(error)) error.checkpoint = save(failed ?? at);
    throw error;
  } finally {
    signal?.removeEventListener("abort", relay);
    stop.abort();
  }
}
