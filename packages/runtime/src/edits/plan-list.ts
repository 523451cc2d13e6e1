import { contextOf } from "../client/cloud-client.js";
import { UsageError } from "../errors/usage-error.js";
import { checkDesired } from "./check-desired.js";
import { checkEntries } from "./check-entries.js";
import { conflictError } from "./conflict.js";
import { editList } from "./edit-list.js";
import type { EditResult } from "./edit-options.js";
import type { EditTarget, ListTarget } from "./edit-target.js";
import { applyIntent, type Change } from "./intent.js";
import { openList } from "./list-access.js";
import { fingerprintOf, makePlan, type Plan, type PlanTarget } from "./plan.js";
import { changeOf, type PlanIntent } from "./plan-intent.js";
import { differences, shows } from "./shown.js";
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
  target: EditTarget,
  intent: PlanIntent<Entry, EntryShape, EntryShape>,
): Promise<Plan<Entry>> {
  const { rule, options = {} } = target;
  const change = changeOf(rule, intent);
  const { entries: base } = await openList(target).read();
  const { wish } = await applyIntent(change, base);
  checkDesired(rule, wish, base, options);
  return makePlan(planTarget(target), base, wish) as unknown as Plan<Entry>;
}

/**
 * Carries out a plan, if the list is still the one that was planned for.
 *
 * @throws UsageError when the plan belongs to another service or was altered.
 * @throws ConcurrentWriteError when the list has moved, or the plan was applied already.
 */
export async function applyListPlan<Entry extends EntryShape>(
  list: ListTarget,
  plan: Plan<Entry>,
): Promise<EditResult<Entry>> {
  if (typeof plan?.fingerprint !== "number" || !Array.isArray(plan.desired)) {
    throw new UsageError("the plan is cut short or is none: pass it on exactly as it was given");
  }
  const target: EditTarget = { ...list, id: plan.id };
  const own = planTarget(target);
  const { operation } = own.rule;
  if (plan.version !== 1 || plan.operation !== operation || plan.baseUrl !== own.baseUrl) {
    throw new UsageError(
      `the plan is for ${plan.operation} at ${plan.baseUrl}, not for ${operation} at ${own.baseUrl}`,
    );
  }
  const desired = plan.desired as readonly EntryShape[] as readonly AnyEntry[];
  const intent: Change<AnyEntry> = (current) => {
    if (fingerprintOf(own, current) === plan.fingerprint) return desired;
    const what = shows(own.rule, current, desired)
      ? "is as planned already: the plan was applied before"
      : "has moved since the plan, or the plan is for another one; plan again";
    throw conflictError(own, [], desired, current, what);
  };
  return editList(target, intent);
}

/** Reads a list and compares it with one that is given. One request. */
export async function verifyList<Entry extends EntryShape>(
  target: EditTarget,
  given: readonly EntryShape[],
): Promise<Verification<Entry>> {
  const { rule } = target;
  const expected = given as readonly AnyEntry[];
  checkEntries(rule, expected, rule.list);
  const { entries: observed } = await openList(target).read();
  const result = {
    matches: shows(rule, observed, expected),
    observed,
    ...differences(rule, observed, expected),
  };
  return result as unknown as Verification<Entry>;
}

function planTarget({ client, rule, id }: EditTarget): PlanTarget {
  return { rule, id, baseUrl: contextOf(client).baseUrl };
}
