import { UsageError } from "../errors/usage-error.js";

const allowed = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Checks one header value: a line break would let it add headers of its own. The error names the
 * header but never shows the value, which may be a credential.
 *
 * @throws UsageError when the value has a character that no header may hold.
 */
export function checkHeader(name: string, value: string): string {
  if (allowed.test(value)) return value;
  throw new UsageError(`${name} holds a line break or a character that a header cannot carry`);
}

/** Checks every header that a caller gives with a call, in whichever form it comes. */
export function checkHeaders(headers: unknown): void {
  if (!headers || typeof headers !== "object" || headers instanceof Headers) return;
  const entries =
    Symbol.iterator in headers ? (headers as Iterable<unknown>) : Object.entries(headers);
  for (const entry of entries) {
    const [name, value] = entry as [string, unknown];
    for (const one of Array.isArray(value) ? value : [value]) checkHeader(name, String(one));
  }
}
