import { sleep, type TimeLimit, withTimeLimit } from "../base/time.js";
import { contextOf } from "../client/cloud-client.js";
import { notify } from "../client/hooks.js";
import { resolveLimits } from "../client/limits.js";
import { type CallOptions, callOptionsOf } from "../client/options.js";
import { isApiError } from "../errors/api-error.js";
import { FailedStateError } from "../errors/failed-state-error.js";
import { isTimeoutError, TimeoutError } from "../errors/timeout-error.js";
import type { AnyClient } from "../lists/create-list.js";
import {
  type PollOptions,
  readPollOptions,
  readWaitOptions,
  type WaitOptions,
} from "./wait-options.js";

/** What the call of one poll is told. */
export interface PollCall extends CallOptions {
  /** Ends the call with the wait. */
  signal: AbortSignal;
}

/** A resource that is polled; what API packages bind to their operations. */
export interface Polled<Resource> {
  /** Names the resource in messages. */
  readonly what: string;
  /** Reads the resource. Makes one request. */
  readonly read: (options: PollCall) => Promise<Resource>;
  /** The state, and what the service says went wrong, if anything did. */
  readonly stateOf: (resource: Resource) => { state: string; failure?: string | undefined };
}

/** A resource whose state is waited for. */
export interface Waiting<Resource> extends Polled<Resource> {
  /** States that end the wait unless the caller names others. */
  readonly until: string | readonly string[];
  /** States that are known to mean failure. */
  readonly failed: readonly string[];
}

/** A resource whose end is waited for. */
export interface Vanishing<Resource> extends Polled<Resource> {
  /** States that mean that it is gone, though it can still be read. */
  readonly gone?: readonly string[];
  /** Error codes that mean, beside status 404, that there is no such resource. */
  readonly unknownCodes?: readonly string[];
}

/**
 * Polls a resource until it is in one of the states that are waited for.
 *
 * @returns the resource in that state.
 * @throws UsageError before any request for an option that is not allowed; FailedStateError when it
 * fails instead; TimeoutError (`source: "deadline"`) when the time is up; AbortedError at once when the
 * caller's signal ends the wait; and what a read throws.
 */
export async function waitForState<Resource>(
  client: AnyClient,
  { what, read, stateOf, until: usual, failed: known }: Waiting<Resource>,
  options: WaitOptions = {},
): Promise<Resource> {
  const { limits } = contextOf(client);
  const { until, failed, ...times } = readWaitOptions(what, options, usual);
  resolveLimits(options, limits);
  const goal = until.join(" or ");
  return pollUntil({ what, goal }, options, times, async (call) => {
    const resource = await read(call);
    const { state, failure } = stateOf(resource);
    if (until.includes(state)) return { state, end: () => resource };
    if (!failure && ![...known, ...failed].includes(state)) return { state };
    const message = `${what} is ${state} and will not be ${goal}${failure ? `: ${failure}` : ""}`;
    return {
      state,
      end() {
        throw new FailedStateError(message, { state, resource });
      },
    };
  });
}

/**
 * Polls a resource until the service says that there is none: with status 404, or as the API says it
 * otherwise.
 *
 * @throws UsageError before any request for an option that is not allowed; TimeoutError
 * (`source: "deadline"`) when the time is up; AbortedError at once when the caller's signal ends the
 * wait; and what a read throws.
 */
export async function waitUntilGone<Resource>(
  client: AnyClient,
  { what, read, stateOf, gone = [], unknownCodes = [] }: Vanishing<Resource>,
  options: PollOptions = {},
): Promise<void> {
  const { limits } = contextOf(client);
  const times = readPollOptions(what, options);
  resolveLimits(options, limits);
  const end = (): void => {};
  await pollUntil({ what, goal: "gone" }, options, times, async (call) => {
    try {
      const { state } = stateOf(await read(call));
      return gone.includes(state) ? { state, end } : { state };
    } catch (error) {
      const unknown = isApiError(error) && unknownCodes.includes(error.code ?? "");
      if (unknown || (isApiError(error) && error.status === 404)) return { end };
      throw error;
    }
  });
}

/** What a poll has found. */
interface Found<Result> {
  /** Nothing when there is no resource. */
  readonly state?: string;
  /** Given when the wait ends with this poll: returns its result, or throws. */
  readonly end?: () => Result;
}

/**
 * Polls until the wait ends by what was found, or by its deadline. Each poll is bounded by the time that
 * is left; the last one begins when none is, and so has a little of its own.
 */
async function pollUntil<Result>(
  { what, goal }: { what: string; goal: string },
  options: PollOptions,
  times: { deadlineMs: number; intervalMs: number; maxIntervalMs: number },
  poll: (call: PollCall) => Promise<Found<Result>>,
): Promise<Result> {
  const { signal, onPoll } = options;
  const { deadlineMs, intervalMs, maxIntervalMs } = times;
  const waiting = `waiting for ${what}`;
  const began = performance.now();
  const leftMs = (): number => began + deadlineMs - performance.now();
  const lastPollMs = Math.min(deadlineMs / 10, 1_000);
  let pause = intervalMs;
  let state: string | undefined;
  const late = (): TimeoutError => {
    const after = `${deadlineMs} ms`;
    const message =
      state === undefined
        ? `${what} did not answer within ${after}: whether it is ${goal} is not known`
        : `${what} is still ${state} after ${after}, not ${goal}`;
    return new TimeoutError(message, { source: "deadline" });
  };
  for (let number = 1; ; number++) {
    let limit: TimeLimit | undefined;
    const ms = Math.max(leftMs(), lastPollMs);
    const found = await withTimeLimit(ms, "deadline", waiting, signal, (given) => {
      limit = given;
      return poll({ ...callOptionsOf(options), signal: given.signal() });
    }).catch((error: unknown) => {
      throw isTimeoutError(error) && error === limit?.ended ? late() : error;
    });
    if (found.state !== undefined) {
      state = found.state;
      notify(onPoll, { state, poll: number, elapsedMs: performance.now() - began });
    }
    if (found.end) return found.end();
    if (leftMs() <= 0) throw late();
    await sleep(Math.min(pause, leftMs()), waiting, signal);
    pause = Math.min(pause * 1.5, maxIntervalMs);
  }
}
