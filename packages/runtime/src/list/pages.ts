import { PaginationError } from "../errors/pagination-error.js";
import type { Position } from "./checkpoint.js";
import type { PaginationRule } from "./pagination-rule.js";

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
export function contradiction(rule: PaginationRule, page: number, what: string): PaginationError {
  return new PaginationError(`${rule.operation}: page ${page}: ${what}`, { page });
}

/** The items of an answer. */
export function itemsOf(rule: PaginationRule, fields: Fields, page: number): readonly unknown[] {
  const { items } = rule.response;
  const found = fields?.[items];
  if (!Array.isArray(found))
    throw contradiction(rule, page, `${items} is ${show(found)}, not a list`);
  return found;
}

/** A value in a message: only its kind, where it could be long. */
export function show(value: unknown): string {
  return typeof value === "object" && value ? "an object" : (JSON.stringify(value) ?? "missing");
}
