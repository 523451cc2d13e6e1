import { UsageError } from "../errors/usage-error.js";
import { checkDesired } from "./check-desired.js";
import { checkEntries } from "./check-entries.js";
import { conflictError } from "./conflict.js";
import type { EditTarget } from "./edit-entries.js";
import { editList, planTarget } from "./edit-list.js";
import type { EditResult } from "./edit-options.js";
import { applyIntent, type Change } from "./intent.js";
import { openList } from "./list-access.js";
import { asWanted, fingerprintOf, makePlan, type Plan, sameList, shows, subtract } from "./plan.js";
import { changeOf, type PlanIntent } from "./plan-intent.js";
import type { AnyEntry, EntryShape } from "./write-rule.js";

/** What a read of the list says of entries that should be there. */
export interface Verification<Entry> {
  /** Whether the list is exactly the one that was given. */
  matches: boolean;
  observed: readonly Entry[];
  /** Entries that were given but are not there. */
  missing: readonly Entry[];
  /** Entries that are there but were not given. */
  unexpected: readonly Entry[];
}

/** Reads a list and plans a change of it. One request, no write. */
export async function planList<Entry extends EntryShape>(
  { client, rule, id, options = {} }: EditTarget,
  intent: PlanIntent<Entry, EntryShape, EntryShape>,
): Promise<Plan<Entry>> {
  const change = changeOf(rule, intent);
  const { entries: base } = await openList(client, rule, id, options).read();
  const { entries: desired } = await applyIntent(change, base);
  checkDesired(rule, desired, base, options);
  return makePlan(planTarget(client, rule, id), base, desired) as unknown as Plan<Entry>;
}

/**
 * Carries out a plan, if the list is still the one that was planned for.
 *
 * @throws UsageError when the plan belongs to another service or was altered.
 * @throws ConcurrentWriteError when the list has moved, or the plan was applied already.
 */
export async function applyListPlan<Entry extends EntryShape>(
  { client, rule, options, also }: Omit<EditTarget, "id">,
  plan: Plan<Entry>,
): Promise<EditResult<Entry>> {
  if (typeof plan?.fingerprint !== "number" || !Array.isArray(plan.desired)) {
    throw new UsageError("the plan is cut short or is none: pass it on exactly as it was given");
  }
  const target = planTarget(client, rule, plan.id);
  if (plan.version !== 1 || plan.operation !== rule.operation || plan.baseUrl !== target.baseUrl) {
    throw new UsageError(
      `the plan is for ${plan.operation} at ${plan.baseUrl}, not for ${rule.operation} at ${target.baseUrl}`,
    );
  }
  const desired = plan.desired as readonly EntryShape[] as readonly AnyEntry[];
  const intent: Change<AnyEntry> = (current) => {
    if (fingerprintOf(target, current) === plan.fingerprint) return desired;
    const done = shows(rule, current, desired);
    throw conflictError(
      target,
      [],
      desired,
      current,
      done
        ? "is as planned already: the plan was applied before"
        : "has moved since the plan, or the plan is for another one; plan again",
    );
  };
  return editList<Entry>(client, rule, plan.id, intent, options, also);
}

/** Reads a list and compares it with one that is given. One request. */
export async function verifyList<Entry extends EntryShape>(
  { client, rule, id, options = {} }: EditTarget,
  given: readonly EntryShape[],
): Promise<Verification<Entry>> {
  const expected = given as readonly AnyEntry[];
  checkEntries(rule, expected, rule.list);
  const { entries: observed } = await openList(client, rule, id, options).read();
  const told = asWanted(rule, observed, expected);
  const result = {
    matches: sameList(rule, told, expected),
    observed,
    missing: subtract(rule, expected, told),
    unexpected: subtract(rule, told, expected),
  };
  return result as unknown as Verification<Entry>;
}
