import { type Filter, type Filters, passes } from "../engine/filters.js";
import { listPage } from "../engine/paged-list.js";
import type { Call } from "../engine/service.js";
import type { SuccessResponse } from "../engine/success-response.js";

/** How a list is sorted, as the query says. */
export interface TimeOrder {
  readonly sort_key?: "create_at" | "update_at";
  readonly sort_dir?: "asc" | "desc";
}

interface Timed {
  readonly id: string;
  readonly created_at: string;
  readonly updated_at?: string;
}

/** A sorted copy; newest first unless the order says otherwise, equal times by id. */
export function sortByTime<Item extends Timed>(items: Iterable<Item>, order: TimeOrder): Item[] {
  const sign = order.sort_dir === "asc" ? 1 : -1;
  const timeOf = (item: Item): string =>
    (order.sort_key === "update_at" ? item.updated_at : undefined) ?? item.created_at;
  return [...items].sort(
    (a, b) => sign * compare(timeOf(a), timeOf(b)) || sign * compare(a.id, b.id),
  );
}

/** A page of what the filters leave, in the order that the query asks for. */
export function pageByTime<Item extends Timed>(
  call: Call<unknown> & { readonly query: TimeOrder },
  items: Iterable<Item>,
  filters: Filters<Item>,
  show: (item: Item) => unknown = (item) => item,
): SuccessResponse {
  const matching = [...items].filter((item) => passes(item, call.query, filters));
  return listPage(call, sortByTime(matching, call.query).map(show), { defaultLimit: 10 });
}

/** The value contains the wanted text; case matters. */
export function includes<Item>(fieldOf: (item: Item) => string): Filter<Item> {
  return (item, wanted) => fieldOf(item).includes(wanted);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
