import { checkJson, hash, stableJson } from "../base/json.js";
import { checkOptions, type OptionNames, refuse, withDefaults } from "../base/options.js";
import { abortedError } from "../base/time.js";
import { contextOf } from "../client/cloud-client.js";
import { notify } from "../client/hooks.js";
import { resolveLimits } from "../client/limits.js";
import { abortableOptionNames, callOptionsOf, checkCallOptions } from "../client/options.js";
import { unwrap } from "../client/unwrap.js";
import { UsageError } from "../errors/usage-error.js";
import { requestIdOf } from "../transport/error-body.js";
import { type ListIdentity, type Place, readCheckpoint, writeCheckpoint } from "./checkpoint.js";
import type { CollectOptions, List, ListOptions, OffsetListOptions } from "./list.js";
import { type Fields, isPlaceOf, type ReadPage, readPages } from "./pages.js";
import type {
  CursorRule,
  ListRule,
  OffsetRule,
  PaginationRule,
  SingleRule,
} from "./pagination-rule.js";
import { endAtOnce, type Walk, walk } from "./walk.js";

/** What the list and edit functions ask of a client: any client of this package. */
export type AnyClient = Parameters<typeof contextOf>[0];

/** What a list is asked for: the query of the first page, and path parameters of its own. */
export interface ListRequest {
  readonly query?: object | undefined;
  readonly path?: Readonly<Record<string, string>>;
}

const listOptionNames: OptionNames<ListOptions<unknown>> = {
  ...abortableOptionNames,
  from: true,
  maxItems: true,
  maxPages: true,
  prefetch: true,
  dedupeBy: true,
};

const offsetListOptionNames: OptionNames<OffsetListOptions<unknown>> = {
  ...listOptionNames,
  overlap: true,
};

const collectOptionNames: OptionNames<CollectOptions> = { maxItems: true };

/**
 * Pages ahead are requested one after another and held in memory: more of them than that make no walk
 * faster, and of pages of a thousand items they already hold a hundred thousand.
 */
const mostAhead = 100;

/**
 * Makes a {@link List} of an operation, in the style of paging that its rule declares. Makes no request.
 *
 * @throws UsageError at once for an option, query or checkpoint that is not allowed.
 */
export function createList<Item>(
  client: AnyClient,
  rule: OffsetRule,
  request: ListRequest,
  options?: OffsetListOptions<Item>,
): List<Item>;
export function createList<Item>(
  client: AnyClient,
  rule: CursorRule | SingleRule,
  request: ListRequest,
  options?: ListOptions<Item>,
): List<Item>;
export function createList<Item>(
  client: AnyClient,
  rule: PaginationRule,
  { path, query = {} }: ListRequest,
  options: OffsetListOptions<Item> = {},
): List<Item> {
  const { call, hooks, limits, rules, baseUrl: service, pathDefaults } = contextOf(client);
  const { operation, position } = rule;
  const { asked, filter } = readQuery(rule, query);
  const bounds = readBounds(rule, asked, options);
  const { from, dedupeBy, overlap, signal } = options;
  const callOptions = callOptionsOf(options);
  resolveLimits(callOptions, limits);
  const identity: ListIdentity = {
    version: 1,
    operation,
    service,
    query: hash(stableJson([pathDefaults, path, filter])),
  };
  const start =
    from === undefined
      ? { place: null, skip: 0 }
      : readCheckpoint(identity, from, (at, total) => isPlaceOf(rule, at, total));
  const save: Walk<Item>["save"] = (where) => writeCheckpoint(identity, where);
  const method = rule.in === "body" ? "POST" : "GET";
  const onPage: Walk<Item>["onPage"] = (page, items, requestId) =>
    notify(hooks.onPage, { operation: `${method} ${rule.path}`, page, items, requestId });
  const keyOf = dedupeBy ? (item: unknown) => dedupeBy(item as Item) : stableJson;

  const pages = (stop: AbortController, own: Partial<Walk<Item>> = {}) => {
    let requestId: string | undefined;
    const ask = async (at: Place["at"] | undefined): Promise<unknown> => {
      if (stop.signal.aborted) throw abortedError(operation, stop.signal);
      const from = at === undefined || position === undefined ? {} : { [position]: at };
      const all = { ...asked, ...rule.fixed, ...from };
      const sent = rule.digits ? inDigits(rule, all) : all;
      const params = method === "POST" ? { path } : { path, query: sent };
      const body = method === "POST" ? sent : undefined;
      const init = { ...callOptions, params, body, signal: stop.signal };
      const result = call(method, rule.path, init);
      requestId = requestIdOf(rules, (await result).response.headers);
      return unwrap(result);
    };
    const readPage = readPages(rule, ask, overlap ? keyOf : undefined);
    const read: ReadPage = async (place, number) => {
      const page = await readPage(place, number);
      return { ...page, requestId };
    };
    const shared = { operation, start, read, save, onPage, dedupeBy, signal };
    return walk<Item>({ ...shared, ...bounds, ...own }, stop);
  };
  return {
    pages: () => endAtOnce(pages),
    [Symbol.asyncIterator]: () =>
      endAtOnce(async function* (stop) {
        for await (const { items } of pages(stop)) yield* items;
      }),
    async collect(most = {}) {
      checkOptions("collect", most, collectOptionNames, {
        ...hintsFor(rule),
        ...Object.fromEntries(Object.keys(offsetListOptionNames).map((name) => [name, forList])),
      });
      const { maxItems } = withDefaults({ maxItems: bounds.maxItems }, most);
      const found: Item[] = [];
      let duplicates = 0;
      let last = start === "end";
      let checkpoint = save(start);
      // When it fails, the caller gets none of the items: the first of them is the next unseen one.
      for await (const page of pages(new AbortController(), { maxItems, failed: start })) {
        for (const item of page.items) found.push(item);
        duplicates += page.duplicates;
        ({ checkpoint, last } = page);
      }
      return { items: found, duplicates, checkpoint, truncated: !last };
    },
  };
}

const forList = "give it to the list function";

/** Where to find what people look for among the options of a list. */
function hintsFor({ limit, position, style }: ListRule): Record<string, string> {
  const size = limit ? `the page size is the query's ${limit}` : "the list has one page";
  const go = "pass a checkpoint as from";
  return {
    limit: size,
    pageSize: size,
    perPage: size,
    cursor: go,
    offset: go,
    checkpoint: go,
    page: go,
    concurrency: "pages are requested one after another; prefetch says how many ahead",
    ...(position && { [position]: go }),
    ...(style !== "offset" && { overlap: "only lists that are paged by offset can shift" }),
  };
}

/** Checks the options of a list, and fills in those that bound a walk. */
function readBounds<Item>(
  rule: ListRule,
  asked: Fields,
  options: OffsetListOptions<Item>,
): { prefetch: number; maxPages: number; maxItems: number } {
  const offset = rule.style === "offset";
  const names = offset ? offsetListOptionNames : listOptionNames;
  checkCallOptions(rule.operation, options, names, hintsFor(rule));
  const { prefetch, maxPages, maxItems, dedupeBy, overlap } = options;
  if (dedupeBy !== undefined && typeof dedupeBy !== "function") {
    refuse("dedupeBy", "a function", dedupeBy);
  }
  if (overlap !== undefined && typeof overlap !== "boolean") {
    refuse("overlap", "true or false", overlap);
  }
  if (overlap && rule.limit !== undefined && asked[rule.limit] === 1) {
    throw new UsageError(`overlap needs a ${rule.limit} of 2 or more: it reads one item again`);
  }
  return {
    ...withDefaults({ prefetch: 0 }, { prefetch }, 0, mostAhead),
    ...withDefaults(
      { maxPages: 10_000, maxItems: Number.POSITIVE_INFINITY },
      { maxPages, maxItems },
    ),
  };
}

/**
 * Copies the query of a list, so that a walk asks for what it said when the list was made.
 *
 * @returns all that is asked, and what of it is neither page size nor position.
 * @throws UsageError naming what is not allowed.
 */
function readQuery(rule: ListRule, query: object): { asked: Fields; filter: Fields } {
  const { operation, limit = "", position = "" } = rule;
  // Lists, maps and URLSearchParams would be read as no filter at all.
  if (typeof query !== "object" || query === null || Symbol.iterator in query) {
    refuse(`the query of ${operation}`, "a plain object", query);
  }
  checkJson("query", query);
  const asked = JSON.parse(JSON.stringify(query)) as Fields;
  const { [limit]: size, [position]: taken, ...filter } = asked;
  if (taken !== undefined) {
    throw new UsageError(`${position} belongs to the walk: pass a checkpoint as the option "from"`);
  }
  withDefaults({ [limit]: 0 }, { [limit]: size }, 0);
  return { asked, filter };
}

/** All that is asked, page size and position as strings of digits. */
function inDigits({ limit, position }: ListRule, fields: Fields): Fields {
  const entries = Object.entries(fields).map(([name, value]) => [
    name,
    name === limit || name === position ? String(value) : value,
  ]);
  return Object.fromEntries(entries);
}
