import { hash } from "../base/json.js";
import { show } from "../base/options.js";
import { type AnyClient, createList, type ListRequest } from "./create-list.js";
import type { List, ListOptions } from "./list.js";
import { contradiction, type GetPage, itemsOf, type ReadPage } from "./pages.js";
import type { CursorRule } from "./pagination-rule.js";

/**
 * Makes a {@link List} of an operation that is paged by cursor.
 *
 * @throws UsageError at once for an option, query or checkpoint that is not allowed.
 */
export function createCursorList<Item>(
  client: AnyClient,
  rule: CursorRule,
  request: ListRequest,
  options: ListOptions<Item> = {},
): List<Item> {
  return createList(client, rule, "string", request, options, (get) => cursorPages(rule, get));
}

/**
 * Reads a list whose pages are linked by cursors. The end is what the API says: no more items, or no
 * cursor. What it says both ways, or not at all, is a contradiction and never a silent end.
 */
function cursorPages(rule: CursorRule, get: GetPage): ReadPage {
  // Numbers in an array, in place of cursors in a set, which would add up over many thousand pages.
  const followed: number[] = [];
  return async (at, number) => {
    const mark = hash(at);
    if (followed.includes(mark)) {
      throw contradiction(rule, number - 1, "its cursor was followed before");
    }
    followed.push(mark);
    const fields = await get(at);
    const items = itemsOf(rule, fields, number);
    const next = fields[rule.next];
    const more = fields[rule.more];
    const silent = rule.silentEnd && (next ?? more ?? null) === null;
    if (more === false || silent || (more !== true && next === "")) return { items, next: null };
    if (next && typeof next === "string") return { items, next };
    const what = `${rule.more} is ${show(more)}, but ${rule.next} is ${show(next)}`;
    throw contradiction(rule, number, what);
  };
}
