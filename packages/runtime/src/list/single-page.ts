import { contradiction, type GetPage, itemsOf, type ReadPage } from "./pages.js";
import type { PaginationRule, SingleRule } from "./pagination-rule.js";

/** Reads a list that is documented to be answered whole; an answer that promises more is refused. */
export function singlePage(rule: PaginationRule & SingleRule, get: GetPage): ReadPage {
  return async (at, number) => {
    const fields = await get(at);
    const promise = rule.unless?.find((name) => fields[name]);
    if (promise) {
      throw contradiction(
        rule,
        number,
        `${promise} is set, but the list is documented to have one page`,
      );
    }
    return { items: itemsOf(rule, fields, number), next: null };
  };
}
