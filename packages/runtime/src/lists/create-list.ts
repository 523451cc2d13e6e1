import { hash } from "../base/json.js";
import { withDefaults } from "../base/options.js";
import { contextOf } from "../client/cloud-client.js";
import { notify } from "../client/hooks.js";
import { unwrap } from "../client/unwrap.js";
import { UsageError } from "../errors/usage-error.js";
import { type ListIdentity, type Position, readCheckpoint } from "./checkpoint.js";
import type { List, ListOptions, Page } from "./list.js";
import { contradiction, type Fields, type GetPage, type ReadPage } from "./pages.js";
import type { ListRule } from "./pagination-rule.js";
import { endedAtOnce, newStop, type Stop } from "./stop.js";
import { type Walking, walk } from "./walk.js";

/** What the list and edit functions ask of a client: any client of this package. */
export type AnyClient = Parameters<typeof contextOf>[0];

/** What a list is asked for: the query of the first page, and path parameters of its own. */
export interface ListRequest {
  readonly query?: object | undefined;
  readonly path?: Readonly<Record<string, string>>;
}

/**
 * Makes a {@link List}: the part that all styles of paging share.
 *
 * @param type - what `typeof` says of a position, when it is not that of the first page.
 * @param pagesOf - reads and judges the pages of one walk.
 * @param body - makes the body of a POST of what is asked; without it, that is the query of a GET.
 * @throws UsageError at once for an option, query or checkpoint that is not allowed.
 */
export function createList<Item>(
  client: AnyClient,
  rule: ListRule,
  type: string,
  { path, query }: ListRequest,
  options: ListOptions<Item>,
  pagesOf: (get: GetPage) => ReadPage,
  body?: (fields: Fields) => Fields,
): List<Item> {
  const { call, hooks, baseUrl: service, pathDefaults } = contextOf(client);
  const { operation, limit = "", position = "" } = rule;
  const asked = { ...query } as Fields;
  const { [limit]: size, [position]: taken, ...filter } = asked;
  if (taken !== undefined) {
    throw new UsageError(`${position} belongs to the walk: pass a checkpoint as "from"`);
  }
  const { from, prefetch, maxPages, maxItems } = options;
  const ahead = withDefaults({ prefetch: 0 }, { prefetch, [limit]: size }, 0);
  const most = withDefaults(
    { maxPages: 10_000, maxItems: Number.POSITIVE_INFINITY },
    { maxPages, maxItems },
  );
  const identity: ListIdentity = {
    version: 1,
    operation,
    service,
    query: hash([pathDefaults, path, Object.entries(filter).sort()]),
  };
  const start = from === undefined ? { at: null, skip: 0 } : readCheckpoint(identity, from, type);
  const save = (at: Position): string => JSON.stringify({ ...identity, ...at });
  const method = body ? "POST" : "GET";

  const pages = (
    stop: Stop,
    { maxPages, maxItems } = most,
    failed?: Position,
  ): Walking<Page<Item>> => {
    const { signal } = stop;
    const page = pagesOf((at) => {
      const all = { ...asked, [position]: at ?? undefined };
      const init = body ? { params: { path }, body: body(all) } : { params: { path, query: all } };
      return unwrap(call(method, rule.path, { ...options, ...init, signal })) as Promise<Fields>;
    });
    const read: ReadPage = async (at, number) => {
      if (number > maxPages) {
        throw contradiction(rule, maxPages, `is the last that maxPages (${maxPages}) allows`);
      }
      return page(at, number);
    };
    const onPage = (number: number, items: number): void =>
      notify(hooks.onPage, { operation: `${method} ${rule.path}`, page: number, items });
    const bounds = { ...options, ...ahead, maxItems };
    return walk({ operation, start, read, save, stop, onPage, failed }, bounds);
  };
  async function* items(stop: Stop): Walking<Item> {
    for await (const { items } of pages(stop)) yield* items;
  }
  return {
    pages: () => endedAtOnce(pages),
    [Symbol.asyncIterator]: () => endedAtOnce(items),
    async collect(limits = {}) {
      const found: Item[] = [];
      let checkpoint: string | undefined;
      let duplicates = 0;
      // When it fails, the caller gets none of the items: the first of them is the next unseen one.
      for await (const page of pages(newStop(), withDefaults(most, limits), start)) {
        for (const item of page.items) found.push(item);
        duplicates += page.duplicates;
        ({ checkpoint } = page);
      }
      return { items: found, duplicates, checkpoint, truncated: checkpoint !== undefined };
    },
  };
}
