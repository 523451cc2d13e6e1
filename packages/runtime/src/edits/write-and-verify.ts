import { sleep } from "../base/time.js";
import { isCloudClientError } from "../errors/any-error.js";
import { isApiError } from "../errors/api-error.js";
import { isNetworkError } from "../errors/network-error.js";
import { WriteNotAppliedError } from "../errors/write-not-applied-error.js";
import type { Snapshot } from "./list-access.js";
import { sameList } from "./normalise.js";
import type { Edit } from "./run-edit.js";
import { shows } from "./shown.js";
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
  { rule, id, read, write, options, retries, times }: Edit,
  base: Snapshot,
  desired: readonly AnyEntry[],
): Promise<Written> {
  const { settleMs, beforeRepeatMs, timeoutMs, intervalMs } = times;
  const what = `${rule.list} of ${id}`;
  const pause = (ms: number): Promise<void> => sleep(ms, what, options.signal);
  const unmoved = ({ entries }: Snapshot): boolean => sameList(rule, entries, base.entries);
  let moved: Snapshot | undefined;
  // A write that was turned away has waited: by then somebody else may have written.
  const mayRepeat = async (): Promise<boolean> => {
    const now = await read();
    if (!unmoved(now)) moved = now;
    return !moved;
  };
  for (let attempts = 1; ; attempts++) {
    let lost: unknown;
    try {
      await write(desired, base, mayRepeat);
      await pause(settleMs);
    } catch (error) {
      if (moved || (isApiError(error) && error.status === 412)) {
        return { seen: moved ?? (await read()), attempts, recovered: false, refused: true };
      }
      if (!mayHaveActed(error)) throw error;
      lost = error;
    }
    const pauseMs = lost ? beforeRepeatMs : intervalMs;
    const end = performance.now() + timeoutMs;
    let seen = await read();
    for (let reads = 1; unmoved(seen); reads++) {
      if (lost ? reads > 1 : performance.now() + pauseMs > end) break;
      await pause(pauseMs);
      seen = await read();
    }
    if (!unmoved(seen)) {
      const recovered = Boolean(lost) && shows(rule, seen.entries, desired);
      if (recovered && settleMs > 0) {
        await pause(settleMs);
        seen = await read();
      }
      return { seen, attempts, recovered, refused: false };
    }
    if (!lost) {
      throw new WriteNotAppliedError(
        `${what} was written, but after ${timeoutMs} ms it still shows what it held before`,
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
function mayHaveActed(error: unknown): boolean {
  if (isApiError(error)) return error.status >= 500;
  if (isNetworkError(error)) return error.sent;
  return isCloudClientError(error) && /timeout|response-parse/.test(error.kind);
}
