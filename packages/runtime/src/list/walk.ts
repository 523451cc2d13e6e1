import { isCloudClientError } from "../errors/cloud-client-error.js";
import { PaginationError } from "../errors/pagination-error.js";
import { abortedError } from "../transport/time-limit.js";
import { type ListIdentity, type Resume, writeCheckpoint } from "./checkpoint.js";
import { cutPage } from "./cut-page.js";
import type { ListOptions, Page } from "./list.js";
import type { Arrived, PageSource } from "./page-source.js";

const defaultMaxPages = 10_000;

/** Walks a list once, page by page, requesting up to `prefetch` pages ahead. */
export async function* walk<Item>(
  list: ListIdentity,
  source: PageSource,
  start: Resume,
  options: ListOptions<Item>,
): AsyncGenerator<Page<Item>, void, undefined> {
  const { prefetch = 0, maxPages = defaultMaxPages, maxItems = Number.POSITIVE_INFINITY } = options;
  const ahead: Promise<Arrived | undefined>[] = [];
  const seen = new Set<unknown>();
  let { skip } = start;
  let left = maxItems;
  let arriving = -skip;
  let unseen = start;

  const request = async (previous?: Arrived): Promise<Arrived> => {
    const number = previous ? previous.number + 1 : 1;
    if (number > maxPages) {
      throw new PaginationError(
        `${list.operation}: passed maxPages (${maxPages}); raise it if the list really is that long`,
        { page: number - 1 },
      );
    }
    const before =
      options.overlap && previous?.items.length ? { item: previous.items.at(-1) } : undefined;
    const page = await source.request(previous ? previous.next : start.position, number, before);
    arriving += page.items.length;
    return page;
  };
  const follow = async (previous: Promise<Arrived | undefined>): Promise<Arrived | undefined> => {
    const page = await previous;
    if (page?.next === undefined || source.closed || arriving >= maxItems) return undefined;
    return request(page);
  };

  try {
    let current = await request();
    for (;;) {
      while (ahead.length < prefetch) {
        const next = follow(ahead.at(-1) ?? Promise.resolve(current));
        // Whoever reaches this page sees the failure; until then it must not count as unhandled.
        next.catch(() => {});
        ahead.push(next);
      }
      const cut = cutPage<Item>(current.items, skip, left, options.dedupeBy, seen);
      left -= cut.items.length;
      const whole = cut.consumed === current.items.length;
      skip = whole ? Math.max(0, skip - current.items.length) : 0;
      const ended = whole && current.next === undefined;
      unseen = whole
        ? { position: current.next, skip }
        : { position: current.position, skip: cut.consumed };
      yield {
        items: cut.items,
        number: current.number,
        checkpoint: ended ? undefined : writeCheckpoint(list, unseen),
        duplicates: cut.duplicates,
      };
      if (ended || left === 0) return;
      if (options.signal?.aborted) throw abortedError(list.operation, options.signal);
      current = (await ahead.shift()) ?? (await request(current));
    }
  } catch (error) {
    if (isCloudClientError(error)) error.checkpoint ??= writeCheckpoint(list, unseen);
    throw error;
  } finally {
    source.close();
  }
}
