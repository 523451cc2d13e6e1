import type { Limits } from "../client/limits.js";
import { parseRetryAfter } from "./retry-after.js";

const longestRetryAfterMs = 60_000;

/**
 * How long to wait before the next attempt: full jitter under an exponential cap, and never less
 * than the service asked for.
 *
 * @param attempt - the attempt that failed, counted from 1.
 * @returns milliseconds, or `undefined` when the service asks for more than a minute.
 */
export function retryWait(
  limits: Limits,
  attempt: number,
  response: Response | undefined,
): number | undefined {
  const own = Math.random() * Math.min(limits.maxMs, limits.baseMs * 2 ** (attempt - 1));
  const asked = response && parseRetryAfter(response.headers.get("retry-after"), Date.now());
  if (asked === undefined) return own;
  return asked > longestRetryAfterMs ? undefined : Math.max(own, asked);
}
