import { WriteNotAppliedError } from "../errors/write-not-applied-error.js";
import { sleep } from "../transport/time-limit.js";
import type { Snapshot } from "./list-access.js";
import { sameList } from "./plan.js";
import type { Edit } from "./run-edit.js";
import type { AnyEntry } from "./write-rule.js";

/**
 * Reads the list until it no longer shows what it held before the write.
 *
 * @param seen - a read after the write, if there is one already.
 * @returns the list as it is now: the wish, or what somebody else made of it.
 * @throws WriteNotAppliedError when the list has not changed within the time given.
 */
export async function verifyWrite(
  edit: Edit,
  base: Snapshot,
  desired: readonly AnyEntry[],
  seen?: Snapshot,
): Promise<Snapshot> {
  const { access, options, times } = edit;
  const { rule, id } = edit.target;
  const waiting = `verifying ${rule.list} of ${id}`;
  if (times.settleMs > 0) await sleep(times.settleMs, waiting, options.signal);
  const end = performance.now() + times.verifyMs;
  let latest = (times.settleMs === 0 && seen) || (await access.read());
  while (sameList(rule, latest.entries, base.entries)) {
    if (performance.now() + times.intervalMs > end) {
      throw new WriteNotAppliedError(
        `${rule.list} of ${id} was written, but after ${times.verifyMs} ms the service still shows what it held before; read it again before you write again`,
        { desired, observed: latest.entries },
      );
    }
    await sleep(times.intervalMs, waiting, options.signal);
    latest = await access.read();
  }
  return latest;
}
