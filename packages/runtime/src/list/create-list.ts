import { contextOf } from "../client/cloud-client.js";
import { notify } from "../client/hooks.js";
import { unwrap } from "../client/unwrap.js";
import { UsageError } from "../errors/usage-error.js";
import { type ListIdentity, readCheckpoint } from "./checkpoint.js";
import { cursorPages } from "./cursor-pages.js";
import { hash } from "./hash.js";
import type { List, ListOptions, OffsetListOptions, Page } from "./list.js";
import { offsetPages } from "./offset-pages.js";
import type { Fields, GetPage, ReadPage } from "./pages.js";
import type { CursorRule, OffsetRule, PaginationRule } from "./pagination-rule.js";
import { stableJson } from "./stable-json.js";
import { walk } from "./walk.js";

/** What the list and edit functions ask of a client: any client of this package. */
export type AnyClient = Parameters<typeof contextOf>[0];

/** What a list is asked for: the query of the first page, and path parameters of its own. */
export interface ListRequest {
  readonly query?: object | undefined;
  readonly path?: Readonly<Record<string, string>>;
}

/**
 * Makes a {@link List} of an operation that is paged by cursor.
 *
 * @throws UsageError at once for an option, query or checkpoint that is not allowed.
 */
export function createCursorList<Item>(
  client: AnyClient,
  rule: PaginationRule & CursorRule,
  request: ListRequest,
  options: ListOptions<Item> = {},
): List<Item> {
  const pages = (get: GetPage): ReadPage => cursorPages(rule, get);
  return createList(client, rule, rule.request.cursor, "string", request, options, pages);
}

/**
 * Makes a {@link List} of an operation that is paged by offset.
 *
 * @throws UsageError at once for an option, query or checkpoint that is not allowed.
 */
export function createOffsetList<Item>(
  client: AnyClient,
  rule: PaginationRule & OffsetRule,
  request: ListRequest,
  options: OffsetListOptions<Item> = {},
): List<Item> {
  const { overlap, dedupeBy = stableJson } = options;
  const pages = (get: GetPage): ReadPage =>
    offsetPages(rule, get, overlap ? (dedupeBy as (item: unknown) => unknown) : undefined);
  return createList(client, rule, rule.request.offset, "number", request, options, pages);
}

function createList<Item>(
  client: AnyClient,
  rule: PaginationRule,
  parameter: string,
  type: "string" | "number",
  { path, query: given }: ListRequest,
  options: ListOptions<Item>,
  pagesOf: (get: GetPage) => ReadPage,
): List<Item> {
  const { call, hooks, baseUrl: service, pathDefaults } = contextOf(client);
  const { from, prefetch, maxPages, maxItems } = options;
  const query = { ...given } as Fields;
  const { [rule.request.limit]: limit, [parameter]: position, ...filter } = query;
  if (position !== undefined) {
    throw new UsageError(`${parameter} belongs to the walk: pass a checkpoint as "from"`);
  }
  checkCounts({ [rule.request.limit]: limit, prefetch, maxPages, maxItems });
  const identity: ListIdentity = {
    version: 1,
    operation: rule.operation,
    service,
    query: hash(JSON.stringify([pathDefaults, path, Object.entries(filter).sort()])),
  };
  const start = from === undefined ? { at: null, skip: 0 } : readCheckpoint(identity, from, type);

  const pages = (limits?: { maxItems?: number }): AsyncGenerator<Page<Item>, void, undefined> => {
    const stop = new AbortController();
    const get: GetPage = (at) => {
      const params = { path, query: at === null ? query : { ...query, [parameter]: at } };
      const page = call("GET", rule.path, { ...options, params, signal: stop.signal });
      return unwrap(page) as Promise<Fields>;
    };
    const onPage = ({ number, items }: Page<Item>): unknown =>
      notify(hooks.onPage, { operation: `GET ${rule.path}`, page: number, items: items.length });
    const read = pagesOf(get);
    return walk({ rule, start, identity, read, stop, onPage }, { ...options, ...limits });
  };
  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const { items } of pages()) yield* items;
    },
    async collect(limits = {}) {
      checkCounts(limits);
      const items: Item[] = [];
      let checkpoint = from;
      let duplicates = 0;
      for await (const page of pages(limits)) {
        for (const item of page.items) items.push(item);
        duplicates += page.duplicates;
        checkpoint = page.checkpoint;
      }
      return { items, duplicates, checkpoint, truncated: checkpoint !== undefined };
    },
  };
}

function checkCounts(counts: object): void {
  for (const [name, value] of Object.entries(counts)) {
    const least = name.startsWith("max") ? 1 : 0;
    if (value !== undefined && !(Number.isInteger(value) && value >= least)) {
      throw new UsageError(`${name} must be a whole number, ${least} or more`);
    }
  }
}
