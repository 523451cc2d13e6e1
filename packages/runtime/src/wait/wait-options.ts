import { withDefaults } from "../base/options.js";
import type { AbortableOptions } from "../client/options.js";

const defaults = { deadlineMs: 600_000, intervalMs: 1_000, maxIntervalMs: 15_000 };

/** What a look at a resource has shown. */
export interface PollEvent {
  /** The state it is in. */
  state: string;
  /** Which look, counted from 1. */
  poll: number;
  /** Milliseconds since the wait began. */
  elapsedMs: number;
}

/** How a state is waited for. */
export interface WaitOptions extends AbortableOptions {
  /** The state, or states, that end the wait. Compared as the service writes them. */
  until?: string | readonly string[];
  /** States that mean failure, beside those that the function knows. */
  failed?: readonly string[];
  /**
   * Milliseconds to wait altogether; `Infinity`: no limit. (`timeoutMs` limits each look.)
   *
   * @default 600000
   */
  deadlineMs?: number;
  /**
   * Milliseconds between the first looks; grows by half with every look.
   *
   * @default 1000
   */
  intervalMs?: number;
  /**
   * Most milliseconds between two looks.
   *
   * @default 15000
   */
  maxIntervalMs?: number;
  /** Is told of every look. One that throws or rejects does not end the wait. */
  onPoll?: (event: PollEvent) => unknown;
}

/**
 * Fills in and checks the times of a wait.
 *
 * @throws UsageError naming the option that is not allowed.
 */
export function waitTimes({ deadlineMs, intervalMs, maxIntervalMs }: WaitOptions): typeof defaults {
  return withDefaults(defaults, { deadlineMs, intervalMs, maxIntervalMs });
}
