import { askedData, copyJson, hash, stableJson } from "../base/json.js";
import { checkOptions, type OptionNames, refuse, show, withDefaults } from "../base/options.js";
import { abortedError } from "../base/time.js";
import { fillPath } from "../client/address.js";
import { newCallId } from "../client/call-options.js";
import { contextOf } from "../client/cloud-client.js";
import { notify } from "../client/hooks.js";
import { resolveLimits } from "../client/limits.js";
import { abortableOptionNames, callOptionsOf, checkCallOptions } from "../client/options.js";
import { unwrap } from "../client/unwrap.js";
import { UsageError } from "../errors/usage-error.js";
import { requestIdOf } from "../transport/error-body.js";
import {
  type ListIdentity,
  type Place,
  type Position,
  readCheckpoint,
  writeCheckpoint,
} from "./checkpoint.js";
import { withoutCredentials } from "./follow-link.js";
import type { CollectOptions, List, ListOptions, OffsetListOptions } from "./list.js";
import { isPlaceOf, type PageWithIds, type ReadPage, readPages } from "./pages.js";
import type { OffsetRule, PaginationRule } from "./pagination-rule.js";
import { type Asked, askedAt, asking, type ListResponse, nameOf } from "./places.js";
import { endAtOnce, itemsOf, type Walk, walk } from "./walk.js";

/** The clients that list and edit functions accept: any client of these packages. */
export type AnyClient = Parameters<typeof contextOf>[0];

/** What to request: the first page, without its position. */
export interface ListRequest {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: object | undefined;
  readonly header?: object | undefined;
  /** Only for a POST. */
  readonly body?: object | undefined;
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
 * Pages ahead are requested one after another and held in memory. More would not make a walk faster; 100
 * pages of a thousand items are already 100 000 items.
 */
const mostAhead = 100;

/**
 * Creates a {@link List} for an operation, with the paging style that its rule declares. Makes no request.
 *
 * @throws UsageError immediately for an option, query or checkpoint that is not allowed.
 */
export function createList<Item>(
  client: AnyClient,
  rule: OffsetRule,
  request: ListRequest,
  options?: OffsetListOptions<Item>,
): List<Item>;
export function createList<Item>(
  client: AnyClient,
  rule: Exclude<PaginationRule, OffsetRule>,
  request: ListRequest,
  options?: ListOptions<Item>,
): List<Item>;
export function createList<Item>(
  client: AnyClient,
  rule: PaginationRule,
  request: ListRequest,
  options: OffsetListOptions<Item> = {},
): List<Item> {
  const context = contextOf(client);
  const { call, hooks, limits, rules, baseUrl: service, pathDefaults } = context;
  const { operation } = rule;
  const { path } = request;
  const { asked, filter, pageSize } = readRequest(rule, request);
  const bounds = readBounds(rule, pageSize, options);
  const { from, dedupeBy, overlap, signal = context.signal } = options;
  const callOptions = callOptionsOf(options);
  resolveLimits(callOptions, limits);
  const identity: ListIdentity = {
    version: 1,
    operation,
    service,
    query: hash(stableJson([pathDefaults, path, filter])),
    ...(rule.style === "page" && { pageSize: pageSize ?? 0 }),
  };
  const start =
    from === undefined
      ? { place: null, skip: 0 }
      : readCheckpoint(identity, from, (place) => isPlaceOf(rule, place));
  const save: Walk<Item>["save"] = (where) => writeCheckpoint(identity, keepable(rule, where));
  const method = methodOf(rule);
  const onPage: Walk<Item>["onPage"] = (page, items, { callId, requestId }) =>
    notify(hooks.onPage, {
      callId,
      operation: `${method} ${rule.path}`,
      page,
      items,
      requestId,
    });
  const keyOf = dedupeBy ? (item: unknown) => dedupeBy(item as Item) : stableJson;

  /** @param checkpoints - whether every page is made into a checkpoint, for which its text is no help. */
  const pages = (stop: AbortController, checkpoints: boolean, own: Partial<Walk<Item>> = {}) => {
    let callId = "";
    let requestId: string | undefined;
    const ask = async (at: Place["at"] | undefined): Promise<ListResponse> => {
      if (stop.signal.aborted) throw abortedError(operation, stop.signal);
      const { query, header, body } = at === undefined ? asked : askingFor(rule, asked, at);
      callId = newCallId();
      let text: string | undefined;
      const keepText = (json: string): void => {
        text = json;
      };
      const result = call(method, rule.path, {
        ...callOptions,
        callId,
        params: { path, query, header },
        body: method === "POST" ? body : undefined,
        // The query of a link is sent exactly as the service wrote it.
        ...(rule.style === "link" && at !== undefined && { querySerializer: () => String(at) }),
        signal: stop.signal,
        ...(!checkpoints && { onJson: keepText }),
      });
      const { headers } = (await result).response;
      requestId = requestIdOf(rules, headers);
      return { body: await unwrap(result), headers, text };
    };
    const readPage = readPages({
      rule,
      ask,
      addressOf: () => service + fillPath(rule.path, path ?? {}, pathDefaults),
      keyOf: overlap ? keyOf : undefined,
    });
    const read: ReadPage<PageWithIds> = async (place, number) => {
      const page = await readPage(place, number);
      return { ...page, callId, requestId };
    };
    const shared = { operation, start, read, save, onPage, dedupeBy, signal };
    return walk<Item>({ ...shared, ...bounds, ...own }, stop);
  };
  return {
    pages: () =>
      endAtOnce(async function* (stop) {
        for await (const { position, ...page } of pages(stop, true)) {
          yield { ...page, checkpoint: save(position) };
        }
      }),
    [Symbol.asyncIterator]: () => itemsOf(endAtOnce((stop) => pages(stop, false))),
    async collect(most = {}) {
      checkOptions("collect", most, collectOptionNames, {
        ...hintsFor(rule),
        ...Object.fromEntries(Object.keys(offsetListOptionNames).map((name) => [name, forList])),
      });
      const { maxItems } = withDefaults({ maxItems: bounds.maxItems }, most);
      const found: Item[] = [];
      let duplicates = 0;
      let last = start === "end";
      let end = start;
      // When it fails, the caller gets none of the items: the first of them is the next unseen one.
      const walking = pages(new AbortController(), false, { maxItems, failed: start });
      for await (const page of walking) {
        for (const item of page.items) found.push(item);
        duplicates += page.duplicates;
        ({ position: end, last } = page);
      }
      return { items: found, duplicates, checkpoint: save(end), truncated: !last };
    },
  };
}

const forList = "pass it to the list function";

/** Hints for options that a list does not have but people may look for. */
function hintsFor(rule: PaginationRule): Record<string, string> {
  const { limit, position, style } = rule;
  const size =
    limit === undefined
      ? "the service sets the page size"
      : `the page size is the ${rule.in ?? "query"}'s ${nameOf(limit)}`;
  const go = "pass a checkpoint as from";
  const hints: Record<string, string> = {
    limit: style === "single" ? "the list has one page" : size,
    pageSize: size,
    perPage: size,
    cursor: go,
    offset: go,
    checkpoint: go,
    page: go,
    concurrency: "pages are requested one after another; prefetch says how many ahead",
  };
  if (position !== undefined) hints[nameOf(position)] = go;
  if (style === "page") hints.overlap = "numbered pages cannot start one item early";
  else if (style !== "offset") hints.overlap = "only lists paged by offset can shift";
  return hints;
}

/** Checks the options of a list, and applies defaults to the limits of a walk. */
function readBounds<Item>(
  rule: PaginationRule,
  pageSize: unknown,
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
  if (overlap && rule.limit !== undefined && pageSize === 1) {
    throw new UsageError(
      `overlap needs a ${nameOf(rule.limit)} of 2 or more: it reads one item again`,
    );
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
 * Copies the request of a list, so that later changes to it do not affect a walk.
 *
 * @returns the whole request, the part that is neither page size nor position, and the page size.
 * @throws UsageError naming what is not allowed.
 */
function readRequest(
  rule: PaginationRule,
  { query, header, body }: ListRequest,
): { asked: Asked; filter: Asked; pageSize: number | undefined } {
  const { operation, limit, position, fixed = {}, digits } = rule;
  if (body !== undefined && methodOf(rule) === "GET") {
    throw new UsageError(`${operation} is a GET, which has no body: pass its filters as the query`);
  }
  let asked: Asked = {
    query: copyOf(`the query of ${operation}`, "query", query),
    header: copyOf(`the headers of ${operation}`, "header", header),
    body: copyOf(`the body of ${operation}`, "body", body),
  };
  if (position !== undefined && askedAt(rule, asked, position) !== undefined) {
    throw new UsageError(
      `${nameOf(position)} is set by the walk: pass a checkpoint as the option "from"`,
    );
  }
  for (const [name, value] of Object.entries(fixed)) {
    const given = askedAt(rule, asked, name);
    if (given !== undefined && given !== value) {
      throw new UsageError(`${name} of ${operation} is always ${show(value)}: leave it out`);
    }
    asked = asking(rule, asked, name, value);
  }
  if (limit === undefined) return { asked, filter: asked, pageSize: undefined };
  const size = askedAt(rule, asked, limit);
  withDefaults({ [nameOf(limit)]: 0 }, { [nameOf(limit)]: size }, 0);
  const filter = asking(rule, asked, limit, undefined);
  if (size === undefined) return { asked, filter, pageSize: undefined };
  asked = asking(rule, asked, limit, digits ? String(size) : size);
  return { asked, filter, pageSize: Number(size) };
}

function copyOf(what: string, name: string, given: object = {}): Asked["query"] {
  // Lists, maps and URLSearchParams would be read as no filter at all.
  if (typeof given !== "object" || given === null || Symbol.iterator in given) {
    refuse(what, "a plain object", given);
  }
  return copyJson(name, given, askedData) as Asked["query"];
}

function methodOf(rule: PaginationRule): "GET" | "POST" {
  return rule.method ?? (rule.in === "body" ? "POST" : "GET");
}

/** The request for a page. A link replaces the whole query. */
function askingFor(rule: PaginationRule, asked: Asked, at: Place["at"]): Asked {
  if (rule.style === "link") return { ...asked, query: {} };
  if (rule.position === undefined) return asked;
  return asking(rule, asked, rule.position, rule.digits ? String(at) : at);
}

/** Where a walk continues, without what a checkpoint must not contain. */
function keepable(rule: PaginationRule, where: Position | "end"): Position | "end" {
  if (rule.style !== "link" || where === "end" || where.place === null) return where;
  const at = withoutCredentials(String(where.place.at));
  return { ...where, place: { ...where.place, at } };
}
