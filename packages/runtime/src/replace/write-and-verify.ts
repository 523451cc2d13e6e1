import { isApiError } from "../errors/api-error.js";
import { type CloudClientError, isCloudClientError } from "../errors/cloud-client-error.js";
import { isNetworkError } from "../errors/network-error.js";
import { WriteNotAppliedError } from "../errors/write-not-applied-error.js";
import { sleep } from "../transport/time-limit.js";
import type { Snapshot } from "./list-access.js";
import { sameList, shows } from "./plan.js";
import type { Edit } from "./run-edit.js";
import type { AnyEntry } from "./write-rule.js";

/** How a write went. */
export interface Written {
  /** The list after the write: the wish, or what somebody else made of it. */
  readonly seen: Snapshot;
  /** How many times the list was written. */
  readonly attempts: number;
  /** Whether the answer was lost but a read showed the wish. */
  readonly recovered: boolean;
  /** Whether nothing was written because the list had moved. */
  readonly refused: boolean;
}

/**
 * Writes the list, and reads it until it no longer shows what it held before. A write whose outcome is
 * unknown is never blindly repeated: the list is read first, and again after a pause, and only one
 * that still holds what it held before is written again.
 *
 * @throws WriteNotAppliedError when a write that succeeded does not show within the time given.
 */
export async function writeAndVerify(
  { access, options, retries, times, target: { rule, id } }: Edit,
  base: Snapshot,
  desired: readonly AnyEntry[],
): Promise<Written> {
  const pause = (ms: number): Promise<void> =>
    sleep(ms, `editing ${rule.list} of ${id}`, options.signal);
  const unmoved = ({ entries }: Snapshot): boolean => sameList(rule, entries, base.entries);
  let moved: Snapshot | undefined;
  // A write that was turned away has waited: by then somebody else may have written.
  const mayRepeat = async (): Promise<boolean> => {
    const now = await access.read();
    if (!unmoved(now)) moved = now;
    return !moved;
  };
  for (let attempts = 1; ; attempts++) {
    let lost: unknown;
    try {
      await access.write(desired, base, mayRepeat);
      await pause(times.settleMs);
    } catch (error) {
      if (moved || (isApiError(error) && error.status === 412)) {
        return { seen: moved ?? (await access.read()), attempts, recovered: false, refused: true };
      }
      if (!mayHaveActed(error)) throw error;
      lost = error;
    }
    const pauseMs = lost ? times.beforeRepeatMs : times.intervalMs;
    const end = performance.now() + times.timeoutMs;
    let seen = await access.read();
    for (let reads = 1; unmoved(seen); reads++) {
      if (lost ? reads > 1 : performance.now() + pauseMs > end) break;
      await pause(pauseMs);
      seen = await access.read();
    }
    if (!unmoved(seen)) {
      const recovered = Boolean(lost) && shows(rule, seen.entries, desired);
      if (recovered && times.settleMs > 0) {
        await pause(times.settleMs);
        seen = await access.read();
      }
      return { seen, attempts, recovered, refused: false };
    }
    if (!lost) {
      throw new WriteNotAppliedError(
        `${rule.list} of ${id} was written, but after ${times.timeoutMs} ms it still shows what it held before`,
        { desired, observed: seen.entries },
      );
    }
    if (attempts > retries) throw lost;
  }
}

/**
 * Whether a write that failed may have taken effect all the same: its answer was lost, late or
 * unreadable, or the service failed on the way. A refusal (4xx) certainly changed nothing.
 */
function mayHaveActed(error: unknown): error is CloudClientError {
  if (isApiError(error)) return error.status >= 500;
  if (isNetworkError(error)) return error.sent;
  return isCloudClientError(error) && /timeout|response-parse/.test(error.kind);
}
