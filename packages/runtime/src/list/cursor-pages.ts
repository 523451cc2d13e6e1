import { hash } from "./hash.js";
import { contradiction, type GetPage, itemsOf, type ReadPage, show } from "./pages.js";
import type { CursorRule, PaginationRule } from "./pagination-rule.js";

/**
 * Reads a list whose pages are linked by cursors. The end is what the API says: no more items, or no
 * cursor. What it says both ways, or not at all, is a contradiction and never a silent end.
 */
export function cursorPages(rule: PaginationRule & CursorRule, get: GetPage): ReadPage {
  const { response } = rule;
  // Numbers in an array, in place of cursors in a set, which would add up over many thousand pages.
  const followed: number[] = [];
  return async (at, number) => {
    const mark = hash(String(at));
    if (followed.includes(mark))
      throw contradiction(rule, number - 1, "its cursor was followed before");
    followed.push(mark);
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
