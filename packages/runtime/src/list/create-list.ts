import { contextOf } from "../client/cloud-client.js";
import type { AnyCall } from "../client/guarded-call.js";
import { notify } from "../client/hooks.js";
import { unwrap } from "../client/unwrap.js";
import { type ListIdentity, readCheckpoint } from "./checkpoint.js";
import { hash, stableJson } from "./hash.js";
import type { List, ListOptions } from "./list.js";
import { checkListOptions } from "./list-options.js";
import { pageRequest } from "./page-request.js";
import { openPageSource, type ReadPage } from "./page-source.js";
import type { PaginationRule } from "./pagination-rule.js";
import { walk } from "./walk.js";

/** What the list functions ask of a client: any client of this package. */
export type ListClient = Parameters<typeof contextOf>[0] & object;

/**
 * Makes a {@link List} of an operation that is declared with `x-pagination`.
 *
 * @param rule - how the list is paged.
 * @param given - query of the first page (the body, for a list that is paged in it; numbers stay
 * numbers), and the path parameters that the client does not fill.
 * @throws UsageError at once for an option, query or checkpoint that is not allowed.
 */
export function createList<Item>(
  client: ListClient,
  rule: PaginationRule,
  given: { query?: object | undefined; path?: Record<string, string> },
  options: ListOptions<Item> = {},
): List<Item> {
  const context = contextOf(client);
  const query: Record<string, unknown> = { ...given.query };
  checkListOptions(rule, query, options);
  const { [rule.request.limit]: _, ...filter } = query;
  const identity: ListIdentity = {
    operation: rule.operation,
    baseUrl: context.baseUrl,
    query: hash(stableJson([filter, { ...context.pathDefaults, ...given.path }])),
    style: rule.style,
  };
  const start =
    options.from === undefined
      ? { position: undefined, skip: 0 }
      : readCheckpoint(identity, options.from);
  const { from, signal, dedupeBy, retry, attemptTimeoutMs, timeoutMs } = options;
  const calls = client as unknown as { GET: AnyCall; POST: AnyCall };
  const method = rule.in === "body" ? "POST" : "GET";

  const read: ReadPage = (at, pageSignal) =>
    unwrap(
      calls[method](rule.path, {
        ...pageRequest(rule, given.path, query, at),
        signal: pageSignal,
        retry,
        attemptTimeoutMs,
        timeoutMs,
      }),
    );
  const pages = async function* (limits: { maxItems?: number }) {
    const keyOf = (dedupeBy as ((item: unknown) => unknown) | undefined) ?? stableJson;
    const source = openPageSource(rule, read, signal, keyOf);
    for await (const page of walk<Item>(identity, source, start, { ...options, ...limits })) {
      notify(context.hooks.onPage, {
        operation: `${method} ${rule.path}`,
        page: page.number,
        items: page.items.length,
      });
      yield page;
    }
  };
  return {
    pages: () => pages({}),
    async *[Symbol.asyncIterator]() {
      for await (const page of pages({})) yield* page.items;
    },
    async collect(limits = {}) {
      checkListOptions(rule, {}, limits);
      const items: Item[] = [];
      let checkpoint = from;
      let duplicates = 0;
      for await (const page of pages(limits)) {
        for (const item of page.items) items.push(item);
        ({ checkpoint } = page);
        duplicates += page.duplicates;
      }
      return { items, truncated: checkpoint !== undefined, checkpoint, duplicates };
    },
  };
}
