import { UsageError } from "../errors/usage-error.js";
import type { CallOptions } from "./options.js";

const defaults = {
  retries: 2,
  baseMs: 500,
  maxMs: 8_000,
  attemptTimeoutMs: 30_000,
  timeoutMs: 120_000,
};

/** {@link CallOptions} with every default filled in. */
export type Limits = Readonly<typeof defaults>;

/**
 * Lays options over the limits that hold so far, and checks them.
 *
 * @throws UsageError naming the option when a value is not allowed.
 */
export function resolveLimits(options: CallOptions, base: Limits = defaults): Limits {
  const { retry, attemptTimeoutMs, timeoutMs } = options;
  if (retry === undefined && attemptTimeoutMs === undefined && timeoutMs === undefined) return base;
  if (retry && typeof retry !== "object") {
    throw new UsageError("retry must be false or an object");
  }
  const given = { ...(retry === false ? { retries: 0 } : retry), attemptTimeoutMs, timeoutMs };
  const limits: Record<string, number> = { ...base };
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const fits = name === "retries" ? Number.isInteger(value) && value >= 0 : value > 0;
    if (!fits || typeof value !== "number")
      throw new UsageError(`${name} must be a number above 0; retries may be 0`);
    limits[name] = value;
  }
  return limits as Limits;
}
