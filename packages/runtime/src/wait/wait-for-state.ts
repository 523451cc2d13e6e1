import { sleep } from "../base/time.js";
import { notify } from "../client/hooks.js";
import { FailedStateError } from "../errors/failed-state-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import { type WaitOptions, waitTimes } from "./wait-options.js";

/** A resource whose state is waited for; what API packages bind to their operations. */
export interface Waiting<Resource> {
  /** Names the resource in messages. */
  readonly what: string;
  /** Reads the resource. One request. */
  readonly read: () => Promise<Resource>;
  /** The state, and what the service says went wrong, if anything did. */
  readonly look: (resource: Resource) => { state: string; failure?: string | undefined };
  /** States that end the wait unless the caller names others. */
  readonly until: string | readonly string[];
  /** States that are known to mean failure. */
  readonly failed: readonly string[];
}

/**
 * Reads a resource until it is in one of the states that are waited for.
 *
 * @returns the resource in that state.
 * @throws FailedStateError when it fails instead; TimeoutError (`source: "deadline"`) when the time is
 * up; AbortedError at once when the caller's signal ends the wait; and what a read throws.
 */
export async function waitForState<Resource>(
  { what, read, look, until: usual, failed }: Waiting<Resource>,
  options: WaitOptions = {},
): Promise<Resource> {
  const { deadlineMs, intervalMs, maxIntervalMs } = waitTimes(options);
  const wanted = [options.until ?? usual].flat();
  const bad = [...failed, ...(options.failed ?? [])].filter((state) => !wanted.includes(state));
  const began = performance.now();
  let pause = intervalMs;
  for (let poll = 1; ; poll++) {
    const resource = await read();
    const { state, failure } = look(resource);
    const elapsedMs = performance.now() - began;
    notify(options.onPoll, { state, poll, elapsedMs });
    if (wanted.includes(state)) return resource;
    if (failure || bad.includes(state)) {
      const reason = failure ? `: ${failure}` : "";
      throw new FailedStateError(
        `${what} is ${state} and will not be ${wanted.join(" or ")}${reason}`,
        { state, resource },
      );
    }
    if (elapsedMs + pause > deadlineMs) {
      throw new TimeoutError(
        `${what} is still ${state} after ${Math.round(elapsedMs)} ms, not ${wanted.join(" or ")}`,
        { source: "deadline" },
      );
    }
    await sleep(pause, `waiting for ${what}`, options.signal);
    pause = Math.min(pause * 1.5, maxIntervalMs);
  }
}
