import type { Limits } from "../client/limits.js";

const longestRetryAfterMs = 60_000;

/**
 * How long to wait before the next attempt: full jitter under an exponential cap, and never less
 * than the service asked for.
 *
 * @param attempt - the attempt that failed, counted from 1.
 * @returns milliseconds; `Infinity` when the service asks for more than a minute.
 */
export function retryWait(
  { baseMs, maxMs }: Limits,
  attempt: number,
  response: Response | undefined,
): number {
  const own = Math.random() * Math.min(maxMs, baseMs * 2 ** (attempt - 1));
  const asked = parseRetryAfter(response?.headers.get("retry-after") ?? "");
  return asked > longestRetryAfterMs ? Number.POSITIVE_INFINITY : Math.max(own, asked);
}

/** Milliseconds that a `Retry-After` asks for: whole seconds or an HTTP date; 0 for anything else. */
function parseRetryAfter(value: string): number {
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  return (value.endsWith(" GMT") && Date.parse(value) - Date.now()) || 0;
}
