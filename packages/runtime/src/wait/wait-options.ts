import { type OptionNames, refuse, withDefaults } from "../base/options.js";
import {
  type AbortableOptions,
  abortableOptionNames,
  checkCallOptions,
} from "../client/options.js";

/** What a poll has shown. */
export interface PollEvent {
  /** The state that the resource is in. */
  state: string;
  /** Which poll, counted from 1. */
  poll: number;
  /** Milliseconds since the wait began. */
  elapsedMs: number;
}

/** How a resource is polled, one request per poll. */
export interface PollOptions extends AbortableOptions {
  /**
   * Milliseconds to wait altogether; `Infinity`: no limit. (`timeoutMs` limits each poll.) The last
   * poll starts when they are over, and may take a tenth of them longer, at most one second.
   *
   * @default 600000
   */
  deadlineMs?: number | undefined;
  /**
   * Milliseconds between the first polls; grows by half with every poll.
   *
   * @default 1000
   */
  intervalMs?: number | undefined;
  /**
   * Most milliseconds between two polls.
   *
   * @default 15000
   */
  maxIntervalMs?: number | undefined;
  /**
   * Is told of every poll that finds the resource. One that throws or rejects does not end the wait.
   */
  onPoll?: ((event: PollEvent) => unknown) | undefined;
}

/** How a state is waited for. */
export interface WaitOptions extends PollOptions {
  /** The state, or states, that end the wait. Compared as the service writes them. */
  until?: string | readonly string[] | undefined;
  /** The state, or states, that mean failure, beside those that the function knows. */
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
  state: "the states that end the wait are until",
  states: "the states that end the wait are until",
};

const defaults = { deadlineMs: 600_000, intervalMs: 1_000, maxIntervalMs: 15_000 };

/**
 * Fills in and checks how a resource is polled.
 *
 * @param what - what is waited for, such as `"instance x"`.
 * @throws UsageError naming the option that does not exist, or is not allowed.
 */
export function readPollOptions(what: string, options: PollOptions): typeof defaults {
  checkCallOptions(`waiting until ${what} is gone`, options, pollOptionNames, {
    ...hints,
    until: "only a wait for a state has it",
    failed: "only a wait for a state has it",
  });
  return readTimes(options);
}

/**
 * Fills in and checks how a state is waited for.
 *
 * @param what - what is waited for, such as `"instance x"`.
 * @param usual - the states that end the wait unless the caller names others.
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
