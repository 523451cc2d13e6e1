import { UsageError } from "../errors/usage-error.js";
import type { ListOptions } from "./list.js";
import { type PaginationRule, walkParameters } from "./pagination-rule.js";

/**
 * Checks how a list is to be walked.
 *
 * @throws UsageError naming the option or query parameter that is not allowed.
 */
export function checkListOptions<Item>(
  rule: PaginationRule,
  query: Record<string, unknown>,
  options: ListOptions<Item>,
): void {
  const { limit, position } = walkParameters(rule);
  if (position !== undefined && query[position] !== undefined) {
    throw new UsageError(
      `${position} belongs to the walk: to start elsewhere pass a checkpoint as "from"`,
    );
  }
  if (limit !== undefined) count(limit, query[limit], 0);
  count("maxItems", options.maxItems, 1);
  count("maxPages", options.maxPages, 1);
  count("prefetch", options.prefetch, 0);
  if (options.overlap && rule.style !== "offset") {
    throw new UsageError("overlap is for offset lists; this list is not paged by offset");
  }
}

function count(name: string, value: unknown, least: number): void {
  if (value === undefined || (Number.isInteger(value) && (value as number) >= least)) return;
  throw new UsageError(`${name} must be a whole number, ${least} or more`);
}
