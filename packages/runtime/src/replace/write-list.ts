import { isApiError } from "../errors/api-error.js";
import { sleep } from "../transport/sleep.js";
import type { Snapshot } from "./list-access.js";
import { sameList, shows } from "./plan.js";
import type { Edit } from "./run-edit.js";
import { isUnknownOutcome } from "./write-outcome.js";
import type { AnyEntry } from "./write-rule.js";

/** How a write went. */
export interface Written {
  /** How many times the list was written. */
  readonly attempts: number;
  /** Whether the answer was lost but a read showed the wish. */
  readonly recovered: boolean;
  /** A read that already shows the wish. */
  readonly seen?: Snapshot;
  /** A read that shows neither the wish nor what was there before. */
  readonly moved?: Snapshot;
  /** Whether nothing was written because the list had moved. */
  readonly refused: boolean;
}

/**
 * Writes the list. A write whose outcome is unknown is never blindly repeated: the list is read
 * first, and again after a pause, and only one that still holds what it held before is written again.
 */
export async function writeList(
  edit: Edit,
  base: Snapshot,
  desired: readonly AnyEntry[],
): Promise<Written> {
  const { access, options, retries, times } = edit;
  const { rule, id } = edit.target;
  const unmoved = ({ entries }: Snapshot): boolean => sameList(rule, entries, base.entries);
  let latest = base;
  let moved: Snapshot | undefined;
  // A write that was turned away has waited: by then somebody else may have written.
  const mayRepeat = async (): Promise<boolean> => {
    const now = await access.read();
    if (unmoved(now)) return true;
    moved = now;
    return false;
  };
  for (let attempts = 1; ; attempts++) {
    try {
      await access.write(desired, latest, mayRepeat);
      return { attempts, recovered: false, refused: false };
    } catch (error) {
      if (moved) return { attempts, recovered: false, refused: true, moved };
      if (isApiError(error) && error.status === 412) {
        return { attempts, recovered: false, refused: true, moved: await access.read() };
      }
      if (!isUnknownOutcome(error)) throw error;
      latest = await access.read();
      if (unmoved(latest)) {
        await sleep(
          times.beforeRepeatMs,
          `the pause before ${rule.list} of ${id} is written again`,
          options.signal,
        );
        latest = await access.read();
      }
      if (shows(rule, latest.entries, desired)) {
        return { attempts, recovered: true, refused: false, seen: latest };
      }
      if (!unmoved(latest)) {
        return { attempts, recovered: false, refused: false, moved: latest };
      }
      if (attempts > retries) throw error;
    }
  }
}
