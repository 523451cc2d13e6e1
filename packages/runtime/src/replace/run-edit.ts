import { checkDesired } from "./check-desired.js";
import { conflictError } from "./conflict.js";
import type { EditOptions, EditResult, EditTimes } from "./edit-options.js";
import { applyIntent, type Change } from "./intent.js";
import type { ListAccess } from "./list-access.js";
import { makePlan, type Plan, type PlanTarget, sameList, shows } from "./plan.js";
import { writeAndVerify } from "./write-and-verify.js";
import type { AnyEntry } from "./write-rule.js";

/** A read older than this is repeated before the write. */
const freshMs = 250;
const maxReplays = 4;

/** Everything one edit works with. */
export interface Edit {
  readonly target: PlanTarget;
  readonly access: ListAccess;
  readonly options: EditOptions;
  /** How many times a write of unknown outcome may be repeated. */
  readonly retries: number;
  readonly times: EditTimes;
  readonly onPlan: (plan: Plan<AnyEntry>) => unknown;
}

/**
 * Edits a list: read, apply the intent, check, compare, write, verify. Somebody else's write that is
 * seen before ours replays the intent; one that is seen afterwards is a conflict, unless it left
 * what was intended in place.
 */
export async function runEdit(edit: Edit, intent: Change<AnyEntry>): Promise<EditResult<AnyEntry>> {
  const { access, options, target } = edit;
  const same = (a: readonly AnyEntry[], b: readonly AnyEntry[]): boolean =>
    sameList(target.rule, a, b);
  let base = await access.read();
  const { requestIds } = access;
  const before = base.entries;
  let attempts = 0;
  let recovered = false;
  for (let conflicts = 0; ; conflicts++) {
    const { entries: desired, waited } = await applyIntent(intent, base.entries);
    checkDesired(target.rule, desired, base.entries, options);
    const plan = makePlan(target, base.entries, desired);
    edit.onPlan(plan);
    const stale = waited || performance.now() - base.at > freshMs;
    let seen = base;
    let replay = true;
    if (!same(base.entries, desired)) {
      if (stale) seen = await access.read();
      if (same(seen.entries, base.entries)) {
        const written = await writeAndVerify(edit, seen, desired);
        ({ seen } = written);
        attempts += written.attempts;
        recovered ||= written.recovered;
        replay = written.refused || options.onConflict === "reapply";
      }
    }
    if (shows(target.rule, seen.entries, desired)) {
      const changed = attempts > 0;
      const after = seen.entries;
      return { changed, plan, before, after, attempts, conflicts, recovered, requestIds };
    }
    replay ||= await isContent(edit, intent, seen.entries);
    if (!replay || conflicts === maxReplays) {
      throw conflictError(target, base.entries, desired, seen.entries);
    }
    base = seen;
  }
}

/** Whether an intent has nothing to change in a list; one that refuses the list does not. */
async function isContent(
  { target }: Edit,
  intent: Change<AnyEntry>,
  entries: readonly AnyEntry[],
): Promise<boolean> {
  try {
    return sameList(target.rule, (await applyIntent(intent, entries)).entries, entries);
  } catch {
    return false;
  }
}
