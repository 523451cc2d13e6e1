import { contradiction, type GetPage, itemsOf, type ReadPage, show } from "./pages.js";
import type { OffsetRule, PaginationRule } from "./pagination-rule.js";

/**
 * Reads a list that is counted from its start. It ends when all that are counted were served; items
 * that are counted but do not come are a contradiction.
 *
 * @param keyOf - given: each page is read from one item before it, which must be the last one seen.
 */
export function offsetPages(
  rule: PaginationRule & OffsetRule,
  get: GetPage,
  keyOf?: (item: unknown) => unknown,
): ReadPage {
  const { response } = rule;
  let last: { key: unknown } | undefined;
  return async (at, number) => {
    const back = last ? 1 : 0;
    const from = Number(at) - back;
    const fields = await get(at === null ? at : from);
    const items = itemsOf(rule, fields, number);
    const total = fields[response.total];
    const fail = (what: string): Error => contradiction(rule, number, what);
    if (!Number.isInteger(total) || Number(total) < 0)
      throw fail(`${response.total} is ${show(total)}, not a count`);
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
