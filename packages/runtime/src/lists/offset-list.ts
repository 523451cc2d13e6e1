import { stableJson } from "../base/json.js";
import { show } from "../base/options.js";
import { UsageError } from "../errors/usage-error.js";
import { type AnyClient, createList, type ListRequest } from "./create-list.js";
import type { List, OffsetListOptions } from "./list.js";
import { contradiction, type Fields, type GetPage, itemsOf, type ReadPage } from "./pages.js";
import type { OffsetRule } from "./pagination-rule.js";

/**
 * Makes a {@link List} of an operation that is paged by offset.
 *
 * @throws UsageError at once for an option, query or checkpoint that is not allowed.
 */
export function createOffsetList<Item>(
  client: AnyClient,
  rule: OffsetRule,
  request: ListRequest,
  options: OffsetListOptions<Item> = {},
): List<Item> {
  const { limit } = rule;
  const { overlap, dedupeBy = stableJson } = options;
  if (overlap && (request.query as Fields | undefined)?.[limit] === 1) {
    throw new UsageError(`overlap needs a ${limit} of 2 or more: it reads one item again`);
  }
  const keyOf = overlap ? (dedupeBy as (item: unknown) => unknown) : undefined;
  const pages = (get: GetPage): ReadPage => offsetPages(rule, get, keyOf);
  const body = rule.in && ((fields: Fields) => (rule.digits ? digits(rule, fields) : fields));
  return createList(client, rule, "number", request, options, pages, body);
}

/**
 * Reads a list that is counted from its start. It ends when all that are counted were served; items
 * that are counted but do not come are a contradiction.
 *
 * @param keyOf - given: each page is read from one item before it, which must be the last one seen.
 */
function offsetPages(rule: OffsetRule, get: GetPage, keyOf?: (item: unknown) => unknown): ReadPage {
  let last: { key: unknown } | undefined;
  return async (at, number) => {
    const back = last ? 1 : 0;
    const from = Number(at) - back;
    const fields = await get(at === null ? at : from);
    const items = itemsOf(rule, fields, number);
    const total = fields[rule.total];
    const fail = (what: string): Error => contradiction(rule, number, what);
    if (!Number.isInteger(total) || Number(total) < 0) {
      throw fail(`${rule.total} is ${show(total)}, not a count`);
    }
    if (last && (!items.length || keyOf?.(items[0]) !== last.key)) {
      throw fail("the list has shifted: the item before this page is another one");
    }
    const next = from + items.length;
    const ended = next >= Number(total);
    if (!ended && items.length <= back) throw fail(`${total} items are counted, but none came`);
    if (keyOf && items.length) last = { key: keyOf(items.at(-1)) };
    return { items: items.slice(back), next: ended ? null : next };
  };
}

/** All that is asked, page size and position as strings of digits. */
function digits({ limit, position }: OffsetRule, fields: Fields): Fields {
  const entries = Object.entries(fields).map(([name, value]) => [
    name,
    [limit, position].includes(name) && value !== undefined ? String(value) : value,
  ]);
  return Object.fromEntries(entries);
}
