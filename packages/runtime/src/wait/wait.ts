import { oneLine } from "../base/text.js";
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

/** Options for the call of one poll. */
export interface PollCall extends CallOptions {
  /** Ends the call when the wait ends. */
  signal: AbortSignal;
}

/** A resource to poll, which API packages bind to their operations. */
export interface Polled<Resource> {
  /** Names the resource in messages. */
  readonly what: string;
  /** Reads the resource. Makes one request. */
  readonly read: (options: PollCall) => Promise<Resource>;
  /** The state, and the failure that the service reports, if any. */
  readonly stateOf: (resource: Resource) => { state: string; failure?: string | undefined };
}

/** A resource to wait for. */
export interface Waiting<Resource> extends Polled<Resource> {
  /** Default states that end the wait. */
  readonly until: string | readonly string[];
  /** Known states that mean failure. */
  readonly failed: readonly string[];
}

/** A resource to wait for until it is gone. */
export interface Vanishing<Resource> extends Polled<Resource> {
  /** States that mean that it is gone although it can still be read. */
  readonly gone?: readonly string[];
  /** Error codes that mean, besides status 404, that the resource does not exist. */
  readonly unknownCodes?: readonly string[];
}

/**
 * Polls a resource until it is in one of the given states.
 *
 * @returns the resource in that state.
 * @throws UsageError before any request for an option that is not allowed; FailedStateError if it fails
 * instead; TimeoutError (`source: "deadline"`) at the deadline; AbortedError at once when the caller's signal
 * aborts; and what a read throws.
 */
export async function waitForState<Resource>(
  client: AnyClient,
  { what, read, stateOf, until: usual, failed: known }: Waiting<Resource>,
  options: WaitOptions = {},
): Promise<Resource> {
  const { limits, signal } = contextOf(client);
  const { until, failed, ...times } = readWaitOptions(what, options, usual);
  resolveLimits(options, limits);
  const goal = until.join(" or ");
  return pollUntil(
    { what, goal },
    { ...options, signal: options.signal ?? signal },
    times,
    async (call) => {
      const resource = await read(call);
      const { state, failure } = stateOf(resource);
      if (until.includes(state)) return { state, end: () => resource };
      if (!failure && ![...known, ...failed].includes(state)) return { state };
      const why = failure ? `: ${oneLine(failure)}` : "";
      const message = `${what} is ${oneLine(state)} and will not be ${goal}${why}`;
      return {
        state,
        end() {
          throw new FailedStateError(message, { state, resource });
        },
      };
    },
  );
}

/**
 * Polls a resource until the service says that it does not exist, with status 404 or in the API's own way.
 *
 * @throws UsageError before any request for an option that is not allowed; TimeoutError (`source:
 * "deadline"`) at the deadline; AbortedError at once when the caller's signal aborts; and what a read throws.
 */
export async function waitUntilGone<Resource>(
  client: AnyClient,
  { what, read, stateOf, gone = [], unknownCodes = [] }: Vanishing<Resource>,
  options: PollOptions = {},
): Promise<void> {
  const { limits, signal } = contextOf(client);
  const times = readPollOptions(what, options);
  resolveLimits(options, limits);
  const end = (): void => {};
  await pollUntil(
    { what, goal: "gone" },
    { ...options, signal: options.signal ?? signal },
    times,
    async (call) => {
      try {
        const { state } = stateOf(await read(call));
        return gone.includes(state) ? { state, end } : { state };
      } catch (error) {
        const unknown = isApiError(error) && unknownCodes.includes(error.code ?? "");
        if (unknown || (isApiError(error) && error.status === 404)) return { end };
        throw error;
      }
    },
  );
}

/** What a poll found. */
interface Found<Result> {
  /** `undefined` if there is no resource. */
  readonly state?: string;
  /** Set if the wait ends with this poll; returns its result, or throws. */
  readonly end?: () => Result;
}

/**
 * Polls until a poll ends the wait or the deadline passes. Each poll is limited to the time left; the last
 * one starts at the deadline and gets a little extra time.
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
        ? `${what} did not respond within ${after}: whether it is ${goal} is unknown`
        : `${what} is still ${oneLine(state)} after ${after}, not ${goal}`;
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
