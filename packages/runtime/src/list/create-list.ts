import { contextOf } from "../client/cloud-client.js";
import { notify } from "../client/hooks.js";
import { unwrap } from "../client/unwrap.js";
import { isCloudClientError } from "../errors/cloud-client-error.js";
import { UsageError } from "../errors/usage-error.js";
import { type ListIdentity, readCheckpoint, writeCheckpoint } from "./checkpoint.js";
import { cursorPages } from "./cursor-pages.js";
import { hash } from "./hash.js";
import type { List, ListOptions, OffsetListOptions, Page } from "./list.js";
import { offsetPages } from "./offset-pages.js";
import type { Fields, GetPage, ReadPage } from "./pages.js";
import type { CursorRule, OffsetRule, PaginationRule, SingleRule } from "./pagination-rule.js";
import { singlePage } from "./single-page.js";
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
  const { limit, cursor } = rule.request;
  const pages = (get: GetPage): ReadPage => cursorPages(rule, get);
  return createList(client, rule, [limit, cursor], "string", request, options, pages);
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
  const { limit, offset } = rule.request;
  const { overlap, dedupeBy = stableJson } = options;
  if (overlap && (request.query as Fields | undefined)?.[limit] === 1) {
    throw new UsageError(`overlap needs a ${limit} of 2 or more: it reads one item again`);
  }
  const pages = (get: GetPage): ReadPage =>
    offsetPages(rule, get, overlap ? (dedupeBy as (item: unknown) => unknown) : undefined);
  return createList(client, rule, [limit, offset], "number", request, options, pages);
}

/**
 * Makes a {@link List} of an operation that is answered whole.
 *
 * @throws UsageError at once for an option or checkpoint that is not allowed.
 */
export function createSingleList<Item>(
  client: AnyClient,
  rule: PaginationRule & SingleRule,
  request: ListRequest,
  options: ListOptions<Item> = {},
): List<Item> {
  const pages = (get: GetPage): ReadPage => singlePage(rule, get);
  return createList(client, rule, [], "null", request, options, pages);
}

function createList<Item>(
  client: AnyClient,
  rule: PaginationRule,
  [limit = "", position = ""]: readonly string[],
  type: string,
  { path, query }: ListRequest,
  options: ListOptions<Item>,
  pagesOf: (get: GetPage) => ReadPage,
): List<Item> {
  const { call, hooks, baseUrl: service, pathDefaults } = contextOf(client);
  const { from, prefetch, maxPages, maxItems } = options;
  const asked = { ...query } as Fields;
  const { [limit]: size, [position]: taken, ...filter } = asked;
  if (taken !== undefined) {
    throw new UsageError(`${position} belongs to the walk: pass a checkpoint as "from"`);
  }
  checkCounts({ [limit]: size, prefetch, maxPages, maxItems });
  const identity: ListIdentity = {
    version: 1,
    operation: rule.operation,
    service,
    query: hash(JSON.stringify([pathDefaults, path, Object.entries(filter).sort()])),
  };
  const start = from === undefined ? { at: null, skip: 0 } : readCheckpoint(identity, from, type);
  const method = rule.in ? "POST" : "GET";

  const begin = (stop: AbortController, limits?: { maxItems?: number }): Walking<Page<Item>> => {
    const get: GetPage = (at) => {
      const all = at === null ? asked : { ...asked, [position]: at };
      const where = rule.in
        ? { params: { path }, body: rule.digits ? digits(all, [limit, position]) : all }
        : { params: { path, query: all } };
      const page = call(method, rule.path, { ...options, ...where, signal: stop.signal });
      return unwrap(page) as Promise<Fields>;
    };
    const onPage = ({ number, items }: Page<Item>): unknown =>
      notify(hooks.onPage, {
        operation: `${method} ${rule.path}`,
        page: number,
        items: items.length,
      });
    const read = pagesOf(get);
    return walk({ rule, start, identity, read, stop, onPage }, { ...options, ...limits });
  };
  const pages = (limits?: { maxItems?: number }): Walking<Page<Item>> =>
    endedAtOnce((stop) => begin(stop, limits));
  async function* items(stop: AbortController): Walking<Item> {
    for await (const { items } of begin(stop)) yield* items;
  }
  return {
    pages: () => pages(),
    [Symbol.asyncIterator]: () => endedAtOnce(items),
    async collect(limits = {}) {
      checkCounts(limits);
      const items: Item[] = [];
      let checkpoint = from;
      let duplicates = 0;
      try {
        for await (const page of pages(limits)) {
          for (const item of page.items) items.push(item);
          duplicates += page.duplicates;
          checkpoint = page.checkpoint;
        }
      } catch (error) {
        // The caller gets none of the items, so that the first of them is the next unseen one.
        if (isCloudClientError(error)) error.checkpoint = writeCheckpoint(identity, start);
        throw error;
      }
      return { items, duplicates, checkpoint, truncated: checkpoint !== undefined };
    },
  };
}

type Walking<T> = AsyncGenerator<T, void, undefined>;

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

function digits(body: Fields, names: readonly string[]): object {
  const entries = Object.entries(body).map(([name, value]) => [
    name,
    names.includes(name) && value !== undefined ? String(value) : value,
  ]);
  return Object.fromEntries(entries);
}

function checkCounts(counts: object): void {
  for (const [name, value] of Object.entries(counts)) {
    const least = name.startsWith("max") ? 1 : 0;
    if (value !== undefined && !(Number.isInteger(value) && value >= least)) {
      throw new UsageError(`${name} must be a whole number, ${least} or more`);
    }
  }
}
