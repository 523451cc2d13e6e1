import { refuse, withDefaults } from "../base/options.js";
import type { Limits } from "../transport/call.js";
import type { CallOptions } from "./options.js";

export type { Limits };

const defaults: Limits = {
  retries: 2,
  baseMs: 500,
  maxMs: 8_000,
  attemptTimeoutMs: 30_000,
  timeoutMs: 120_000,
  maxResponseBytes: 64 * 2 ** 20,
};

/**
 * Checks options and applies them over the limits so far.
 *
 * @throws UsageError naming the option when a value is not allowed.
 */
export function resolveLimits(options: CallOptions, base: Limits = defaults): Limits {
  const { retry, attemptTimeoutMs, timeoutMs, maxResponseBytes } = options;
  const numbers = [attemptTimeoutMs, timeoutMs, maxResponseBytes];
  if (retry === undefined && numbers.every((one) => one === undefined)) return base;
  if (retry && typeof retry !== "object") {
    refuse("retry", "false or an object", retry);
  }
  const { retries, ...waits } = retry === false ? { retries: 0 } : { ...retry };
  return withDefaults(withDefaults(base, { retries }, 0), {
    ...waits,
    attemptTimeoutMs,
    timeoutMs,
    maxResponseBytes,
  });
}
