import { type AnyClient, createList, type ListRequest } from "./create-list.js";
import type { List, ListOptions } from "./list.js";
import { contradiction, type GetPage, itemsOf, type ReadPage } from "./pages.js";
import type { SingleRule } from "./pagination-rule.js";

/**
 * Makes a {@link List} of an operation that is answered whole.
 *
 * @throws UsageError at once for an option or checkpoint that is not allowed.
 */
export function createSingleList<Item>(
  client: AnyClient,
  rule: SingleRule,
  request: ListRequest,
  options: ListOptions<Item> = {},
): List<Item> {
  return createList(client, rule, "null", request, options, (get) => singlePage(rule, get));
}

/** Reads a list that is documented to be answered whole; an answer that promises more is refused. */
function singlePage(rule: SingleRule, get: GetPage): ReadPage {
  return async (at, number) => {
    const fields = await get(at);
    const promise = rule.unless.find((name) => fields[name]);
    if (promise) {
      const what = `${promise} is set, but the list is documented to have one page`;
      throw contradiction(rule, number, what);
    }
    return { items: itemsOf(rule, fields, number), next: null };
  };
}
