import { UsageError } from "../errors/usage-error.js";
import type { CallOptions } from "./options.js";

/** {@link CallOptions} with every default filled in. */
export interface Limits {
  readonly retries: number;
  readonly baseMs: number;
  readonly maxMs: number;
  readonly attemptTimeoutMs: number;
  readonly timeoutMs: number;
}

const defaults: Limits = {
  retries: 2,
  baseMs: 500,
  maxMs: 8_000,
  attemptTimeoutMs: 30_000,
  timeoutMs: 120_000,
};

/**
 * Lays options over the limits that hold so far, and checks them.
 *
 * @throws UsageError naming the option when a value is not allowed.
 */
export function resolveLimits(options: CallOptions, base: Limits = defaults): Limits {
  const { retry, attemptTimeoutMs, timeoutMs } = options;
  if (retry === undefined && attemptTimeoutMs === undefined && timeoutMs === undefined) return base;
  if (retry !== undefined && retry !== false && (typeof retry !== "object" || retry === null)) {
    throw new UsageError(`retry must be false or an object, not ${typeof retry}`);
  }
  const given = retry || {};
  const retries = retry === false ? 0 : (given.retries ?? base.retries);
  if (!Number.isInteger(retries) || retries < 0) {
    throw new UsageError("retry.retries must be a whole number, 0 or more");
  }
  return {
    retries,
    baseMs: positive("retry.baseMs", given.baseMs ?? base.baseMs),
    maxMs: positive("retry.maxMs", given.maxMs ?? base.maxMs),
    attemptTimeoutMs: positive("attemptTimeoutMs", attemptTimeoutMs ?? base.attemptTimeoutMs),
    timeoutMs: positive("timeoutMs", timeoutMs ?? base.timeoutMs),
  };
}

function positive(name: string, value: number): number {
  if (typeof value === "number" && value > 0) return value;
  throw new UsageError(`${name} must be a number of milliseconds above 0, or Infinity`);
}
