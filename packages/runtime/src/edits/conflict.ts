import { ConcurrentWriteError } from "../errors/concurrent-write-error.js";
import type { PlanTarget } from "./plan.js";
import { differences } from "./shown.js";
import type { AnyEntry } from "./write-rule.js";

/** The error for a list that somebody else has written in the meantime. */
export function conflictError(
  { rule, id }: PlanTarget,
  base: readonly AnyEntry[],
  desired: readonly AnyEntry[],
  observed: readonly AnyEntry[],
  what = "was written by somebody else during the edit; read `observed` and decide, or edit again",
): ConcurrentWriteError<AnyEntry> {
  return new ConcurrentWriteError(`${rule.list} of ${id} ${what}`, {
    base,
    desired,
    observed,
    ...differences(rule, observed, desired),
  });
}
