import { withCaller } from "../base/caller.js";
import { contextOf } from "../client/cloud-client.js";
import { resolveLimits } from "../client/limits.js";
import { UsageError } from "../errors/usage-error.js";
import { EntryList } from "./compare.js";
import { applyChange, conflictError, runEdit } from "./edit.js";
import { copyEntries, readEntries } from "./entries.js";
import {
  type AnyChange,
  adding,
  type Change,
  changeOf,
  changing,
  type EnsureIntent,
  ensuring,
  type Intent,
  removing,
  replacing,
} from "./intent.js";
import { exclusively, withLock } from "./lock.js";
import { type EditResult, readOptions } from "./options.js";
import { makePlan, type Plan, readPlan } from "./plan.js";
import { type EditTarget, ListResource } from "./resource.js";
import type { Entry } from "./rule.js";

/** How the list compares with the entries that should be there. */
export interface Verification<Entry> {
  /** Whether the list is equivalent to the given one. */
  matches: boolean;
  observed: readonly Entry[];
  /** Given entries that the list lacks. */
  missing: readonly Entry[];
  /** Entries of the list that were not given. */
  unexpected: readonly Entry[];
}

/** Writes exactly the given entries. Requests: read, write, verify; only the read if nothing changes. */
export function replaceEntries<Stored>(
  target: EditTarget,
  entries: readonly unknown[],
): Promise<EditResult<Stored>> {
  return edit(target, replaceEntries, () => replacing(target.rule, entries));
}

/** Adds entries; those already present are left alone. Requests as for {@link replaceEntries}. */
export function addEntries<Stored>(
  target: EditTarget,
  entries: readonly unknown[],
): Promise<EditResult<Stored>> {
  return edit(target, addEntries, () => adding(target.rule, entries));
}

/** Removes entries by identity; a missing one is not an error. Requests as for {@link replaceEntries}. */
export function removeEntries<Stored>(
  target: EditTarget,
  keys: readonly unknown[],
): Promise<EditResult<Stored>> {
  return edit(target, removeEntries, () => removing(target.rule, keys));
}

/** Makes entries present or absent in one write. Requests as for {@link replaceEntries}. */
export function ensureEntries<Stored>(
  target: EditTarget,
  intent: EnsureIntent<unknown>,
): Promise<EditResult<Stored>> {
  return edit(target, ensureEntries, () => ensuring(target.rule, intent));
}

/** Applies a change. Requests as for {@link replaceEntries}, and one more read if the change is async. */
export function editEntries<Stored, Input = Stored>(
  target: EditTarget,
  change: Change<Stored, Input>,
): Promise<EditResult<Stored>> {
  return edit(target, editEntries, () => changing(change));
}

/** Reads a list and plans an edit of it. One request, no write. */
export function planEntries<Stored, Input = Stored>(
  target: EditTarget,
  intent: Intent<unknown> | Change<Stored, Input>,
): Promise<Plan<Stored>> {
  return withCaller(planEntries, nameOf(target), async () => {
    const { rule } = target;
    const resource = new ListResource(target);
    const { signal } = target.options ?? {};
    const options = readOptions(rule, target.options ?? {});
    const change = changeOf(rule, intent);
    const base = await resource.read();
    const { desired } = await applyChange({ rule, resource, options, signal }, change, base);
    return makePlan(resource, base.list, desired.list) as Plan<Stored & Entry>;
  });
}

/**
 * Applies a plan if the list still equals its `base`. Requests as for {@link replaceEntries}.
 *
 * @throws UsageError when the plan was altered, or is for another list, resource, project or service.
 * @throws ConcurrentWriteError when the list has changed, or the plan was already applied.
 */
export function applyEntriesPlan<Stored>(
  list: Omit<EditTarget, "id">,
  given: Plan<Stored>,
): Promise<EditResult<Stored>> {
  return withCaller(applyEntriesPlan, undefined, async () => {
    const { rule } = list;
    const plan = readPlan(given);
    const target = { ...list, id: plan.id };
    const { operation, resource, name } = new ListResource(target);
    if (plan.operation !== operation || plan.resource !== resource) {
      throw new UsageError(
        `the plan is for ${plan.operation} of ${plan.resource}, not for ${operation} of ${resource}`,
      );
    }
    const base = new EntryList(rule, copyEntries(rule, plan.base, "plan.base"));
    const desired = new EntryList(rule, copyEntries(rule, plan.desired, "plan.desired"));
    const change: AnyChange = (current) => {
      const now = new EntryList(rule, current);
      if (now.equals(base)) return desired.entries;
      const cause = now.shows(desired)
        ? "the list already has the planned entries: the plan was applied before"
        : "the list has changed since it was planned; plan again";
      throw conflictError(rule, name, base, desired, now, { cause });
    };
    return edit<Stored>(target, applyEntriesPlan, () => change);
  });
}

/** Reads a list and compares it with a given one. One request. */
export function verifyEntries<Stored>(
  target: EditTarget,
  given: readonly unknown[],
): Promise<Verification<Stored>> {
  return withCaller(verifyEntries, nameOf(target), async () => {
    const { rule } = target;
    const resource = new ListResource(target);
    readOptions(rule, target.options ?? {});
    const expected = new EntryList(rule, readEntries(rule, given, rule.list));
    const { list: observed } = await resource.read();
    const { missing, unexpected } = observed.differences(expected);
    const matches = observed.shows(expected);
    return { matches, observed: observed.entries, missing, unexpected } as Verification<
      Stored & Entry
    >;
  });
}

/** Edits the list of one resource under its lock, for all functions above. */
function edit<Stored>(
  target: EditTarget,
  caller: (...args: never) => unknown,
  makeChange: () => AnyChange,
): Promise<EditResult<Stored>> {
  return withCaller(caller, nameOf(target), async () => {
    const { client, rule } = target;
    const given = target.options ?? {};
    const { hooks, limits } = contextOf(client);
    const resource = new ListResource(target);
    const options = readOptions(rule, given);
    const { retries } = resolveLimits(given, limits);
    const { lock = withLock, signal } = given;
    const change = makeChange();
    const run = () => runEdit({ rule, resource, options, retries, hooks, signal }, change);
    return (await exclusively(lock, resource, run, signal)) as EditResult<Stored & Entry>;
  });
}

function nameOf({ rule, id }: EditTarget): string {
  return typeof id === "string" ? `${rule.list} of ${id}` : rule.list;
}
