import { copyJson, writtenData } from "../base/json.js";
import { checkOptions, type OptionNames, refuse, withDefaults } from "../base/options.js";
import { nameOfPlace, valuesAt } from "../base/places.js";
import {
  type AbortableOptions,
  abortableOptionNames,
  checkCallOptions,
} from "../client/options.js";
import { checkValue } from "./entries.js";
import type { Lock } from "./lock.js";
import type { Plan } from "./plan.js";
import { type KeptField, listsOf, type WriteRule } from "./rule.js";

/** Options of an edit. `settleMs` and the times of `verify` must be finite. */
export interface EditOptions extends AbortableOptions {
  /**
   * Allows the edit to empty a list that has entries.
   *
   * @default false
   */
  allowEmpty?: boolean | undefined;
  /**
   * What to do when somebody else's write is found after ours: `"throw"` a `ConcurrentWriteError`, or
   * `"reapply"` the change to the list found, at most four times.
   *
   * @default "throw"
   */
  onConflict?: "throw" | "reapply" | undefined;
  /**
   * Milliseconds to wait before reading the list once more, even if there was nothing to write. If everyone
   * who edits the list uses these functions with a value above 250 plus the longest time that a read, a
   * write, and the appearance of a write take, no lost edit goes unnoticed. Also the wait before a write with
   * an unknown outcome is repeated; 1000 there unless set.
   *
   * @default 0
   */
  settleMs?: number | undefined;
  /** How long and how often to read the list until it shows the write. */
  verify?:
    | {
        /**
         * Milliseconds after which a write that does not show is a `WriteNotAppliedError`.
         *
         * @default 10000
         */
        timeoutMs?: number | undefined;
        /**
         * Milliseconds between reads.
         *
         * @default 500
         */
        intervalMs?: number | undefined;
      }
    | undefined;
  /** A lock to share among processes. Default: a lock within this process. */
  lock?: Lock | undefined;
}

/** The result of an edit. */
export interface EditResult<Entry> {
  /** Whether anything was written; also `false` if every write was refused. */
  changed: boolean;
  /** The plan of the last write. */
  plan: Plan<Entry>;
  /** The list as first read. */
  base: readonly Entry[];
  /** The list as last read. */
  observed: readonly Entry[];
  /** How many times the list was sent. */
  writes: number;
  /** How many times somebody else's write was noticed. */
  conflicts: number;
  /** Whether the response to a write was lost and a read showed that it took effect. */
  recovered: boolean;
  /** The `X-Request-Id` of every response that had one, in order. */
  requestIds: readonly string[];
}

/** The result of an edit of all lists of one PUT; lists are in the shape of the PUT's body. */
export interface ListsEditResult<Lists>
  extends Omit<EditResult<never>, "plan" | "base" | "observed"> {
  /** The plans of the last write, one per list in the order of the rule. */
  plans: readonly Plan<unknown>[];
  /** The lists as first read. */
  base: Lists;
  /** The lists as last read. */
  observed: Lists;
}

/**
 * Options of an edit and, for some lists, other fields of the resource to set in the same write, in the shape
 * of the PUT's body.
 */
export interface AnyEditOptions extends EditOptions {
  readonly also?: object | undefined;
}

const defaults = { settleMs: 0, beforeRepeatMs: 1_000, timeoutMs: 10_000, intervalMs: 500 };

/** Options of an edit, checked, with every default filled in; times in milliseconds. */
export interface CheckedOptions extends Readonly<typeof defaults> {
  readonly allowEmpty: boolean;
  readonly reapply: boolean;
  /** Other fields to set, by their place in the PUT's body. */
  readonly also: Readonly<Record<string, unknown>>;
}

const names: OptionNames<EditOptions> = {
  ...abortableOptionNames,
  allowEmpty: true,
  onConflict: true,
  settleMs: true,
  verify: true,
  lock: true,
};

/**
 * Checks the options of an edit and applies defaults.
 *
 * @throws UsageError naming the option that does not exist or is not allowed.
 */
export function readOptions(rule: WriteRule, given: AnyEditOptions): CheckedOptions {
  const { keep = [] } = rule;
  const lists = listsOf(rule).map(({ list }) => nameOfPlace(list));
  const known = keep.length ? { ...names, also: true as const } : names;
  checkCallOptions(`an edit of ${lists.join(" and ")}`, given, known);
  const { settleMs, verify = {}, onConflict = "throw", allowEmpty = false, lock } = given;
  checkOptions("verify", verify, ["timeoutMs", "intervalMs"]);
  const also = readAlso(keep, given.also ?? {});
  if (!["throw", "reapply"].includes(onConflict)) {
    refuse("onConflict", '"throw" or "reapply"', onConflict);
  }
  if (typeof allowEmpty !== "boolean") refuse("allowEmpty", "true or false", allowEmpty);
  if (lock !== undefined && typeof lock !== "function") refuse("lock", "a function", lock);
  const times = withDefaults(defaults, { settleMs, beforeRepeatMs: settleMs, ...verify }, 0);
  for (const [name, ms] of Object.entries(times)) {
    if (ms === Number.POSITIVE_INFINITY) refuse(name, "finite", ms);
  }
  return { ...times, allowEmpty, reapply: onConflict === "reapply", also };
}

/** Copies and checks the other fields to set, which are in the shape of the PUT's body. */
function readAlso(keep: readonly KeptField[], given: object): CheckedOptions["also"] {
  const places = keep.map(({ to }) => to);
  const values = valuesAt(copyJson("also", given, writtenData), places, "also");
  for (const field of keep) {
    const value = values.get(field.to);
    if (value !== undefined) checkValue(field, value, `also.${nameOfPlace(field.to)}`);
  }
  return Object.fromEntries(values);
}
