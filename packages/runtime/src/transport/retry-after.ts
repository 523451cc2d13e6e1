const httpDate = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

/**
 * Reads a `Retry-After` header: whole seconds or an HTTP date; anything else is ignored.
 *
 * @returns milliseconds to wait, 0 or more, or `undefined` when there is no usable value.
 */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  return httpDate.test(value) ? Math.max(0, Date.parse(value) - now) : undefined;
}
