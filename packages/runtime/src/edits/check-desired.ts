import { UsageError } from "../errors/usage-error.js";
import { checkEntries } from "./check-entries.js";
import type { EditOptions } from "./edit-options.js";
import type { AnyEntry, WriteRule } from "./write-rule.js";

/**
 * Checks the list that an edit wants, before it is written.
 *
 * @throws UsageError for an entry that is not allowed, and for emptying a list unasked.
 */
export function checkDesired(
  rule: WriteRule,
  desired: readonly AnyEntry[],
  base: readonly AnyEntry[],
  { allowEmpty }: EditOptions,
): void {
  checkEntries(rule, desired, rule.list, false, base);
  if (!desired.length && base.length && !allowEmpty) {
    throw new UsageError(`${rule.list} would be emptied; if that is meant, pass allowEmpty: true`);
  }
}
