import { withCaller } from "../base/caller.js";
import { refuse } from "../base/options.js";
import { nameOfPlace } from "../base/places.js";
import { contextOf } from "../client/cloud-client.js";
import { resolveLimits } from "../client/limits.js";
import { UsageError } from "../errors/usage-error.js";
import {
  type Applying,
  type ContentChange,
  changingList,
  changingLists,
  inShape,
} from "./apply-change.js";
import { EntryList, type Fields } from "./compare.js";
import { conflictError } from "./conflict.js";
import { type Edited, runEdit } from "./edit.js";
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
import { exclusively, type Hold, withLock } from "./lock.js";
import { type EditResult, type ListsEditResult, readOptions } from "./options.js";
import { makePlan, type Plan, readPlan } from "./plan.js";
import { type EditTarget, indexOfList, labelOfId, listAt, Resource } from "./resource.js";
import { type EntriesRule, type Entry, listsOf } from "./rule.js";

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
  return edit(target, replaceEntries, (rule) => replacing(rule, entries));
}

/** Adds entries; those already present are left alone. Requests as for {@link replaceEntries}. */
export function addEntries<Stored>(
  target: EditTarget,
  entries: readonly unknown[],
): Promise<EditResult<Stored>> {
  return edit(target, addEntries, (rule) => adding(rule, entries));
}

/** Removes entries by identity; a missing one is not an error. Requests as for {@link replaceEntries}. */
export function removeEntries<Stored>(
  target: EditTarget,
  keys: readonly unknown[],
): Promise<EditResult<Stored>> {
  return edit(target, removeEntries, (rule) => removing(rule, keys));
}

/** Makes entries present or absent in one write. Requests as for {@link replaceEntries}. */
export function ensureEntries<Stored>(
  target: EditTarget,
  intent: EnsureIntent<unknown>,
): Promise<EditResult<Stored>> {
  return edit(target, ensureEntries, (rule) => ensuring(rule, intent));
}

/** Applies a change. Requests as for {@link replaceEntries}, and one more read if the change is async. */
export function editEntries<Stored, Input = Stored>(
  target: EditTarget,
  change: Change<Stored, Input>,
): Promise<EditResult<Stored>> {
  return edit(target, editEntries, () => changing(change));
}

/**
 * Applies a change of all lists of a PUT in one write. Requests as for {@link editEntries}.
 *
 * @param change - gets a copy of the lists in the shape of the PUT's body, and returns the new ones. A list
 * that it leaves out stays as it is; returning `undefined` means no change.
 */
export function editLists<Lists extends object>(
  target: Omit<EditTarget, "list">,
  change: (lists: Lists) => Partial<Lists> | undefined | Promise<Partial<Lists> | undefined>,
): Promise<ListsEditResult<Lists>> {
  return withCaller(editLists, named("lists", target), async () => {
    const edited = listsOf(target.rule).map((_, at) => at);
    const given = changing<Fields>(change);
    const done = await carryOut(target, edited, (on) => changingLists(on, given));
    const { base, observed, ...rest } = done;
    return {
      ...rest,
      base: inShape(base),
      observed: inShape(observed),
    } as ListsEditResult<Lists>;
  });
}

/** Reads a list and plans an edit of it. One request, no write. */
export function planEntries<Stored, Input = Stored>(
  target: EditTarget,
  intent: Intent<unknown> | Change<Stored, Input>,
): Promise<Plan<Stored>> {
  return withCaller(planEntries, nameOf(target), async () => {
    const index = indexOfList(target);
    const resource = new Resource(target);
    const { signal = contextOf(target.client).signal } = target.options ?? {};
    const options = readOptions(target.rule, target.options ?? {});
    const change = changeOf(ruleOf(resource, index), intent);
    const base = await resource.read();
    const on = { resource, options, signal, task: "plan" } as const;
    const { desired } = await changingList(on, index, change)(base);
    const [before, after] = [listAt(base, index), listAt(desired, index)];
    return makePlan(resource.planTarget(index), before, after) as Plan<Stored & Entry>;
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
    const plan = readPlan(given);
    const index = indexOfList(list);
    const target = { ...list, id: plan.path ?? plan.id };
    const resource = new Resource(target);
    const own = resource.planTarget(index);
    const isOfOwn = plan.resource === own.resource && plan.id === own.id;
    if (plan.operation !== own.operation || !isOfOwn) {
      throw new UsageError(
        `the plan is for ${plan.operation} of ${plan.resource}, not for ${own.operation} of ${own.resource}`,
      );
    }
    if (plan.list !== own.list) {
      throw new UsageError(`the plan is for ${plan.list} of ${plan.id}, not for ${own.list}`);
    }
    const rule = ruleOf(resource, index);
    const base = new EntryList(rule, copyEntries(rule, plan.base, "plan.base"));
    const desired = new EntryList(rule, copyEntries(rule, plan.desired, "plan.desired"));
    const change: AnyChange = (current) => {
      const now = new EntryList(rule, current);
      if (now.equals(base)) return desired.entries;
      const why = now.shows(desired)
        ? "the list already has the planned entries: the plan was applied before"
        : "the list has changed since it was planned; plan again";
      throw conflictError(resource.nameOf([index]), base, desired, now, { why });
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
    const index = indexOfList(target);
    const resource = new Resource(target);
    readOptions(target.rule, target.options ?? {});
    const rule = ruleOf(resource, index);
    const expected = new EntryList(rule, readEntries(rule, given, nameOfPlace(rule.list)));
    const observed = listAt(await resource.read(), index);
    const { missing, unexpected } = observed.differences(expected);
    const matches = observed.shows(expected);
    return { matches, observed: observed.entries, missing, unexpected } as Verification<
      Stored & Entry
    >;
  });
}

/** Edits one list under its lock, for the functions above that edit a single list. */
function edit<Stored>(
  target: EditTarget,
  caller: (...args: never) => unknown,
  makeChange: (rule: EntriesRule) => AnyChange,
): Promise<EditResult<Stored>> {
  return withCaller(caller, nameOf(target), async () => {
    const index = indexOfList(target);
    const done = await carryOut(target, [index], (on) =>
      changingList(on, index, makeChange(ruleOf(on.resource, index))),
    );
    const { plans, base, observed, ...rest } = done;
    return {
      ...rest,
      plan: plans[0],
      base: listAt(base, index).entries,
      observed: listAt(observed, index).entries,
    } as EditResult<Stored & Entry>;
  });
}

/** Edits lists of one resource under its lock. */
async function carryOut(
  target: Omit<EditTarget, "list">,
  edited: readonly number[],
  makeChange: (on: Applying) => ContentChange,
): Promise<Edited & { requestIds: readonly string[] }> {
  const { client, rule } = target;
  const given = target.options ?? {};
  const context = contextOf(client);
  const { hooks, limits } = context;
  const resource = new Resource(target);
  const options = readOptions(rule, given);
  const { retries, attemptTimeoutMs } = resolveLimits(given, limits);
  const { lock = withLock, signal = context.signal } = given;
  const change = makeChange({ resource, options, signal, task: "edit" });
  const run = (hold: Hold) => {
    const { leaseMs = Number.POSITIVE_INFINITY } = hold;
    if (!(leaseMs >= attemptTimeoutMs)) {
      const least = `at least attemptTimeoutMs, ${attemptTimeoutMs}`;
      refuse("the lease of the lock, in milliseconds,", least, leaseMs);
    }
    return runEdit({ resource, edited, change, options, retries, hooks, signal, hold });
  };
  const done = await exclusively(lock, resource.heldFor(edited), run, signal);
  return { ...done, requestIds: resource.requestIds };
}

function ruleOf({ lists, rule }: Resource, index: number): EntriesRule {
  const list = lists[index];
  if (list) return list;
  throw new RangeError(`${rule.operation} has no list ${index}`);
}

function nameOf(target: EditTarget): string {
  return named(nameOfPlace(target.list ?? listsOf(target.rule)[0]?.list ?? ""), target);
}

function named(what: string, { rule, id }: Omit<EditTarget, "list">): string {
  const label = labelOfId(rule, id);
  return label === undefined ? what : `${what} of ${label}`;
}
