import { type Hooks, notify } from "../client/hooks.js";
import { checkDesired } from "./check-desired.js";
import { conflictError } from "./conflict.js";
import type { EditOptions, EditResult, EditTimes } from "./edit-options.js";
import { applyIntent, type Change } from "./intent.js";
import type { ListAccess } from "./list-access.js";
import { sameList } from "./normalise.js";
import { makePlan, type PlanTarget } from "./plan.js";
import { shows } from "./shown.js";
import { writeAndVerify } from "./write-and-verify.js";
import type { AnyEntry } from "./write-rule.js";

/** A read older than this is repeated before the write. */
const freshMs = 250;
const maxReplays = 4;

/** Everything one edit works with. */
export interface Edit extends PlanTarget, ListAccess {
  readonly options: EditOptions;
  /** How many times a write of unknown outcome may be repeated. */
  readonly retries: number;
  readonly times: EditTimes;
  readonly hooks: Hooks;
}

/**
 * Edits a list: read, apply the intent, check, compare, write, verify. Somebody else's write that is
 * seen before ours replays the intent; one that is seen afterwards is a conflict, unless it left
 * what was intended in place.
 */
export async function runEdit(edit: Edit, intent: Change<AnyEntry>): Promise<EditResult<AnyEntry>> {
  const { rule, read, options, requestIds } = edit;
  let base = await read();
  const before = base.entries;
  let attempts = 0;
  let recovered = false;
  for (let conflicts = 0; ; conflicts++) {
    const { wish, waited } = await applyIntent(intent, base.entries);
    checkDesired(rule, wish, base.entries, options);
    const plan = makePlan(edit, base.entries, wish);
    const { added, removed, changed, kept } = plan;
    notify(edit.hooks.onPlan, {
      operation: `PUT ${rule.path}`,
      added: added.length,
      removed: removed.length,
      changed: changed.length,
      kept: kept.length,
    });
    let seen = base;
    let replay = true;
    if (!sameList(rule, base.entries, wish)) {
      if (waited || performance.now() - base.at > freshMs) seen = await read();
      if (sameList(rule, seen.entries, base.entries)) {
        const written = await writeAndVerify(edit, seen, wish);
        ({ seen } = written);
        attempts += written.attempts;
        recovered ||= written.recovered;
        replay = written.refused || options.onConflict === "reapply";
      }
    }
    const after = seen.entries;
    if (shows(rule, after, wish)) {
      return {
        changed: attempts > 0,
        plan,
        before,
        after,
        attempts,
        conflicts,
        recovered,
        requestIds,
      };
    }
    replay ||= await isContent(edit, intent, after);
    if (!replay || conflicts === maxReplays) throw conflictError(edit, base.entries, wish, after);
    base = seen;
  }
}

/** Whether an intent has nothing to change in a list; one that refuses the list does not. */
async function isContent(
  { rule }: Edit,
  intent: Change<AnyEntry>,
  entries: readonly AnyEntry[],
): Promise<boolean> {
  try {
    return sameList(rule, (await applyIntent(intent, entries)).wish, entries);
  } catch {
    return false;
  }
}
