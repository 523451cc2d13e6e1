import { checkEntries } from "./check-entries.js";
import { conflictError } from "./conflict.js";
import type { EditOptions, EditResult, EditTimes } from "./edit-options.js";
import { applyIntent, type Change } from "./intent.js";
import type { ListAccess } from "./list-access.js";
import { makePlan, type Plan, type PlanTarget, sameList, shows } from "./plan.js";
import { verifyWrite } from "./verify-write.js";
import { writeList } from "./write-list.js";
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
  readonly onPlan: (plan: Plan<AnyEntry>) => void;
}

/**
 * Edits a list: read, apply the intent, check, compare, write, verify. Somebody else's write that is
 * seen before ours replays the intent; one that is seen afterwards is a conflict, unless it left
 * what was intended in place.
 */
export async function runEdit(edit: Edit, intent: Change<AnyEntry>): Promise<EditResult<AnyEntry>> {
  const { access, options } = edit;
  const { rule } = edit.target;
  let base = await access.read();
  const before = base.entries;
  let attempts = 0;
  let recovered = false;
  for (let conflicts = 0; ; conflicts++) {
    const wish = await applyIntent(intent, base.entries);
    const desired = wish.entries;
    checkEntries(rule, desired, base.entries, options.allowEmpty ?? false);
    const plan = makePlan(edit.target, base.entries, desired);
    edit.onPlan(plan);
    const result = { plan, before, conflicts, requestIds: access.requestIds };
    if (sameList(rule, base.entries, desired)) {
      return { ...result, changed: attempts > 0, after: base.entries, attempts, recovered };
    }
    const stale = wish.waited || performance.now() - base.at > freshMs;
    const current = stale ? await access.read() : base;
    let seen = current;
    let replay = true;
    if (sameList(rule, current.entries, base.entries)) {
      const written = await writeList(edit, current, desired);
      attempts += written.attempts;
      recovered ||= written.recovered;
      seen = written.moved ?? (await verifyWrite(edit, current, desired, written.seen));
      if (shows(rule, seen.entries, desired)) {
        return { ...result, changed: true, after: seen.entries, attempts, recovered };
      }
      replay =
        written.refused ||
        options.onConflict === "reapply" ||
        (await isContent(edit, intent, seen.entries));
    }
    if (!replay || conflicts === maxReplays) {
      throw conflictError(edit.target, base.entries, desired, seen.entries);
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
