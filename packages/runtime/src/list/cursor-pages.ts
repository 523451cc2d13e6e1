import { contradiction, type GetPage, itemsOf, type ReadPage, show } from "./pages.js";
import type { CursorRule, PaginationRule } from "./pagination-rule.js";

/**
 * Reads a list whose pages are linked by cursors. The end is what the API says: no more items, or no
 * cursor. What it says both ways, or not at all, is a contradiction and never a silent end.
 */
export function cursorPages(rule: PaginationRule & CursorRule, get: GetPage): ReadPage {
  const { response } = rule;
  const followed = new Set<unknown>();
  return async (at, number) => {
    if (followed.has(at)) throw contradiction(rule, number - 1, "its cursor was followed before");
    followed.add(at);
    const fields = await get(at);
    const items = itemsOf(rule, fields, number);
    const cursor = fields[response.cursor];
    const more = fields[response.more];
    const silent = rule.silentEnd && (cursor ?? more ?? null) === null;
    if (more === false || silent || (more !== true && cursor === "")) return { items, next: null };
    const fail = (what: string): Error => contradiction(rule, number, what);
    if (typeof cursor !== "string" || cursor === "") {
      throw fail(`${response.more} is ${show(more)}, but ${response.cursor} is ${show(cursor)}`);
    }
    return { items, next: cursor };
  };
}
