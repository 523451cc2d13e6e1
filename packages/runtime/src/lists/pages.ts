import { show } from "../base/options.js";
import { PaginationError } from "../errors/pagination-error.js";
import type { Position } from "./checkpoint.js";
import type { ListRule } from "./pagination-rule.js";

/** A page as it came from the service. */
export interface RawPage {
  readonly items: readonly unknown[];
  /** Where the next page begins; `null` at the end of the list. */
  readonly next: Position["at"];
}

/** Makes the one request for the page at a position, and judges the answer. */
export type ReadPage = (at: Position["at"], number: number) => Promise<RawPage>;

/** Makes one request with the position's parameter set; gives the fields of the answer. */
export type Fields = Readonly<Record<string, unknown>>;
export type GetPage = (at: Position["at"]) => Promise<Fields>;

/**
 * The error for a list that contradicts itself.
 *
 * @param page - which page of the walk says so.
 */
export function contradiction(rule: ListRule, page: number, what: string): PaginationError {
  return new PaginationError(`${rule.operation}: page ${page}: ${what}`, { page });
}

/** The items of an answer. */
export function itemsOf(rule: ListRule, fields: Fields, page: number): readonly unknown[] {
  const items = fields?.[rule.items];
  if (Array.isArray(items)) return items;
  throw contradiction(rule, page, `${rule.items} is ${show(items)}, not a list`);
}
