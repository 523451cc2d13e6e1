import { isCloudClientError } from "../errors/cloud-client-error.js";
import { abortedError } from "../transport/time-limit.js";
import { type ListIdentity, type Position, writeCheckpoint } from "./checkpoint.js";
import { cutPage } from "./cut-page.js";
import type { ListOptions, Page } from "./list.js";
import { contradiction, type RawPage, type ReadPage } from "./pages.js";
import type { ListRule } from "./pagination-rule.js";

/** What one walk works with. */
export interface Walk<Item> {
  readonly rule: ListRule;
  readonly start: Position;
  readonly read: ReadPage;
  /** What the walk's checkpoints belong to. */
  readonly identity: ListIdentity;
  /** Ends the requests under way. */
  readonly stop: AbortController;
  /** Is told of every page before the caller gets it. */
  readonly onPage: (page: Page<Item>) => void;
}

/** A walk as its caller sees it. */
export type Walking<T> = AsyncGenerator<T, void, undefined>;

interface Arrived extends RawPage {
  readonly number: number;
}

/** Walks a list once, page by page, requesting up to `prefetch` pages ahead. */
export async function* walk<Item>(
  { rule, start, read, identity, stop, onPage }: Walk<Item>,
  options: ListOptions<Item>,
): Walking<Page<Item>> {
  const { prefetch = 0, maxPages = 10_000, maxItems = Number.POSITIVE_INFINITY, signal } = options;
  const ahead: Promise<Arrived | undefined>[] = [];
  const seen = new Set<unknown>();
  let at = start;
  let left = maxItems;
  let arriving = -start.skip;

  const request = async (from: Position["at"], number: number): Promise<Arrived> => {
    if (number > maxPages) {
      throw contradiction(rule, number - 1, `is the last that maxPages (${maxPages}) allows`);
    }
    const page = { ...(await read(from, number)), number };
    arriving += page.items.length;
    return page;
  };
  const follow = async (previous: Promise<Arrived | undefined>): Promise<Arrived | undefined> => {
    const page = await previous;
    const wanted = page && page.next !== null && arriving < maxItems && !stop.signal.aborted;
    return wanted ? request(page.next, page.number + 1) : undefined;
  };
  const relay = (): void => stop.abort(signal?.reason);
  signal?.addEventListener("abort", relay);
  if (signal?.aborted) relay();
  try {
    let current = await request(at.at, 1);
    for (;;) {
      while (ahead.length < prefetch) {
        const next = follow(ahead.at(-1) ?? Promise.resolve(current));
        // Whoever reaches this page sees the failure; until then it must not count as unhandled.
        next.catch(() => {});
        ahead.push(next);
      }
      const { items: raw, next, number } = current;
      const cut = cutPage<Item>(raw, at.skip, left, options.dedupeBy, seen);
      const { items, duplicates, consumed } = cut;
      left -= items.length;
      const whole = consumed === raw.length;
      at = whole
        ? { at: next, skip: Math.max(0, at.skip - raw.length) }
        : { at: at.at, skip: consumed };
      const ended = whole && next === null;
      const checkpoint = ended ? undefined : writeCheckpoint(identity, at);
      const page = { items, number, duplicates, checkpoint };
      onPage(page);
      yield page;
      if (ended || left === 0) return;
      if (signal?.aborted) throw abortedError(rule.operation, signal);
      current = (await ahead.shift()) ?? (await request(next, number + 1));
    }
  } catch (error) {
    if (isCloudClientError(error)) error.checkpoint ??= writeCheckpoint(identity, at);
    throw error;
  } finally {
    signal?.removeEventListener("abort", relay);
    stop.abort();
  }
}
