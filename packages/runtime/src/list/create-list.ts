import { contextOf } from "../client/cloud-client.js";
import { fillIn } from "../client/fill-in.js";
import { notify } from "../client/hooks.js";
import { unwrap } from "../client/unwrap.js";
import { isCloudClientError } from "../errors/cloud-client-error.js";
import { UsageError } from "../errors/usage-error.js";
import { type ListIdentity, readCheckpoint, writeCheckpoint } from "./checkpoint.js";
import { hash } from "./hash.js";
import type { List, ListOptions, Page } from "./list.js";
import type { Fields, GetPage, ReadPage } from "./pages.js";
import type { ListRule } from "./pagination-rule.js";
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
  const { limit = "", position = "" } = rule;
  const { [limit]: size, [position]: taken, ...filter } = { ...query } as Fields;
  if (taken !== undefined) {
    throw new UsageError(`${position} belongs to the walk: pass a checkpoint as "from"`);
  }
  const { from, prefetch, maxPages, maxItems } = options;
  fillIn({}, { [limit]: size, prefetch }, 0);
  fillIn({}, { maxPages, maxItems });
  const identity: ListIdentity = {
    version: 1,
    operation: rule.operation,
    service,
    query: hash([pathDefaults, path, Object.entries(filter).sort()]),
  };
  const start = from === undefined ? { at: null, skip: 0 } : readCheckpoint(identity, from, type);
  const method = body ? "POST" : "GET";

  const pages = (stop: AbortController, limits?: { maxItems?: number }): Walking<Page<Item>> => {
    const read = pagesOf((at) => {
      const all = at === null ? { ...query } : { ...query, [position]: at };
      const asked = body ? { params: { path }, body: body(all) } : { params: { path, query: all } };
      const page = call(method, rule.path, { ...options, ...asked, signal: stop.signal });
      return unwrap(page) as Promise<Fields>;
    });
    const onPage = ({ number, items }: Page<Item>): void => {
      const operation = `${method} ${rule.path}`;
      notify(hooks.onPage, { operation, page: number, items: items.length });
    };
    return walk({ rule, start, identity, read, stop, onPage }, { ...options, ...limits });
  };
  async function* items(stop: AbortController): Walking<Item> {
    for await (const { items } of pages(stop)) yield* items;
  }
  return {
    pages: () => endedAtOnce(pages),
    [Symbol.asyncIterator]: () => endedAtOnce(items),
    async collect(limits = {}) {
      fillIn({}, limits);
      const found: Item[] = [];
      let checkpoint: string | undefined;
      let duplicates = 0;
      try {
        for await (const page of pages(new AbortController(), limits)) {
          for (const item of page.items) found.push(item);
          duplicates += page.duplicates;
          ({ checkpoint } = page);
        }
      } catch (error) {
        // The caller gets none of the items, so that the first of them is the next unseen one.
        if (isCloudClientError(error)) error.checkpoint = writeCheckpoint(identity, start);
        throw error;
      }
      return { items: found, duplicates, checkpoint, truncated: checkpoint !== undefined };
    },
  };
}

/** A generator cleans up microtasks after its loop was left; until then a page could be followed. */
function endedAtOnce<T>(generate: (stop: AbortController) => Walking<T>): Walking<T> {
  const stop = new AbortController();
  const walking = generate(stop);
  const close = walking.return.bind(walking);
  walking.return = (value) => {
    stop.abort();
    return close(value);
  };
  return walking;
}
