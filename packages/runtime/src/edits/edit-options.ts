import { refuse, withDefaults } from "../base/options.js";
import type { AbortableOptions } from "../client/options.js";
import type { Lock } from "./lock.js";
import type { Plan } from "./plan.js";

/** How an edit is made. `settleMs` and the times of `verify` must be finite. */
export interface EditOptions extends AbortableOptions {
  /**
   * Allows a list that has entries to be emptied.
   *
   * @default false
   */
  allowEmpty?: boolean;
  /**
   * What to do when somebody else's write is found after ours: `"throw"` a `ConcurrentWriteError`,
   * or `"reapply"` the intent on what was found, at most four times.
   *
   * @default "throw"
   */
  onConflict?: "throw" | "reapply";
  /**
   * Milliseconds to wait before the write is verified. When everybody who edits the list uses these
   * functions with a value above 250 plus the longest that a read, a write, and the showing of a
   * write take, no lost edit goes unnoticed.
   * Before a write of unknown outcome is repeated, at least 1000 are waited unless this is set.
   *
   * @default 0
   */
  settleMs?: number;
  /** How long, and how often, the list is read until it shows the write. */
  verify?: {
    /**
     * Milliseconds until a write that does not show is a `WriteNotAppliedError`.
     *
     * @default 10000
     */
    timeoutMs?: number;
    /**
     * Milliseconds between two reads.
     *
     * @default 500
     */
    intervalMs?: number;
  };
  /** Shares the lock of a resource among processes. Default: a lock within this process. */
  lock?: Lock;
}

/** What an edit did. */
export interface EditResult<Entry> {
  /** Whether anything was written. */
  changed: boolean;
  /** What the last attempt planned. */
  plan: Plan<Entry>;
  /** The list the edit began with. */
  before: readonly Entry[];
  /** The list as the verifying read showed it. */
  after: readonly Entry[];
  /** How many times the list was written. */
  attempts: number;
  /** How many times somebody else's write was noticed. */
  conflicts: number;
  /** Whether the answer to a write was lost and a read showed that it had taken effect. */
  recovered: boolean;
  /** Values of `X-Request-Id`, one per answer that had it, in order. */
  requestIds: readonly string[];
}

const defaults = { settleMs: 0, beforeRepeatMs: 1_000, timeoutMs: 10_000, intervalMs: 500 };

/** Times of an edit with every default filled in, in milliseconds. */
export type EditTimes = Readonly<typeof defaults>;

/**
 * Fills in and checks the times of an edit.
 *
 * @throws UsageError naming the option that is not allowed.
 */
export function editTimes({ settleMs, verify, onConflict = "throw" }: EditOptions): EditTimes {
  if (!/^(throw|reapply)$/.test(onConflict)) refuse("onConflict", "throw or reapply", onConflict);
  const times = withDefaults(defaults, { settleMs, beforeRepeatMs: settleMs, ...verify }, 0);
  for (const [name, ms] of Object.entries(times)) {
    if (ms === Number.POSITIVE_INFINITY) refuse(name, "finite", ms);
  }
  return times;
}
