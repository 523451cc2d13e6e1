import { WriteNotAppliedError } from "../errors/write-not-applied-error.js";
import type { Judge } from "./edit-target.js";
import type { WriteRule } from "./write-rule.js";

/**
 * For a service that says in a success answer what of the write failed.
 *
 * @returns what rejects with a `WriteNotAppliedError`, after one more read, when it says so.
 */
export function judgeFailures({ list, failures: field = "" }: WriteRule, id: string): Judge {
  return async (answer, desired, read) => {
    const failures = answer[field];
    if (Array.isArray(failures) && failures.length) {
      throw new WriteNotAppliedError(
        `${list} of ${id}: the service did only part of the write, see "failures" and "observed"`,
        { desired, observed: (await read()).entries, failures },
      );
    }
  };
}
