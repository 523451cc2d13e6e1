import { type OptionNames, refuse, withDefaults } from "../base/options.js";
import {
  type AbortableOptions,
  abortableOptionNames,
  checkCallOptions,
} from "../client/options.js";

/** The result of a poll. */
export interface PollEvent {
  /** The state of the resource. */
  state: string;
  /** Number of the poll, from 1. */
  poll: number;
  /** Milliseconds since the wait began. */
  elapsedMs: number;
}

/** Options of a wait. Each poll is one request. */
export interface PollOptions extends AbortableOptions {
  /**
   * Total milliseconds to wait; `Infinity` for no limit. (`timeoutMs` limits each poll.) The last poll starts
   * at the deadline and may take another tenth of this time, at most one second.
   *
   * @default 600000
   */
  deadlineMs?: number | undefined;
  /**
   * Milliseconds between the first two polls; grows by half with every poll.
   *
   * @default 1000
   */
  intervalMs?: number | undefined;
  /**
   * Maximum milliseconds between two polls.
   *
   * @default 15000
   */
  maxIntervalMs?: number | undefined;
  /** Called after every poll that finds the resource. If it throws or rejects, the wait continues. */
  onPoll?: ((event: PollEvent) => unknown) | undefined;
}

/** Options of a wait for a state. */
export interface WaitOptions extends PollOptions {
  /** The state or states that end the wait, spelled as the service spells them. */
  until?: string | readonly string[] | undefined;
  /** The state or states that mean failure, besides those that the function knows. */
  failed?: string | readonly string[] | undefined;
}

const pollOptionNames: OptionNames<PollOptions> = {
  ...abortableOptionNames,
  deadlineMs: true,
  intervalMs: true,
  maxIntervalMs: true,
  onPoll: true,
};

const waitOptionNames: OptionNames<WaitOptions> = { ...pollOptionNames, until: true, failed: true };

const hints = {
  timeout: "deadlineMs limits the wait, timeoutMs each poll",
  state: "the option for states that end the wait is until",
  states: "the option for states that end the wait is until",
};

const defaults = { deadlineMs: 600_000, intervalMs: 1_000, maxIntervalMs: 15_000 };

/**
 * Checks the options of a wait and applies defaults.
 *
 * @param what - what is waited for, such as `"instance x"`.
 * @throws UsageError naming the option that does not exist, or is not allowed.
 */
export function readPollOptions(what: string, options: PollOptions): typeof defaults {
  checkCallOptions(`waiting until ${what} is gone`, options, pollOptionNames, {
    ...hints,
    until: "only waits for a state have it",
    failed: "only waits for a state have it",
  });
  return readTimes(options);
}

/**
 * Checks the options of a wait for a state and applies defaults.
 *
 * @param what - what is waited for, such as `"instance x"`.
 * @param usual - the default states that end the wait.
 * @throws UsageError naming the option that does not exist, or is not allowed.
 */
export function readWaitOptions(
  what: string,
  options: WaitOptions,
  usual: string | readonly string[],
): typeof defaults & { until: readonly string[]; failed: readonly string[] } {
  checkCallOptions(`waiting for ${what}`, options, waitOptionNames, hints);
  const until = readStates("until", options.until ?? usual);
  if (until.length === 0) refuse("until", "a state, or a list of one or more", until);
  return { ...readTimes(options), until, failed: readStates("failed", options.failed ?? []) };
}

function readTimes({ deadlineMs, intervalMs, maxIntervalMs, onPoll }: PollOptions) {
  if (onPoll !== undefined && typeof onPoll !== "function") refuse("onPoll", "a function", onPoll);
  return withDefaults(defaults, { deadlineMs, intervalMs, maxIntervalMs });
}

function readStates(name: string, given: string | readonly string[]): readonly string[] {
  const states: readonly unknown[] = Array.isArray(given) ? given : [given];
  return states.map((state) => {
    if (typeof state === "string" && state !== "") return state;
    return refuse(name, "a state, or a list of states, as the service writes them", state);
  });
}
