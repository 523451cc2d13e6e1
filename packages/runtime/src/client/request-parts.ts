import { refuse } from "../base/options.js";
import { checkHeaders } from "./header-guard.js";

/**
 * Writes a query: lists repeat their name, what is `null` or `undefined` is left out.
 *
 * @returns the query without its question mark.
 * @throws UsageError for a value that is an object.
 */
export function writeQuery(query: object): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) {
      if (one === undefined || one === null) continue;
      if (typeof one === "object") refuse(name, "text, a number or a boolean", one);
      pairs.push(`${name}=${encodeURIComponent(one)}`);
    }
  }
  return pairs.join("&");
}

/**
 * Lays headers over one another; `null` takes one away.
 *
 * @param base - names in lower case; is changed.
 * @throws UsageError naming a header with a character that none may hold.
 */
export function layHeaders(base: Record<string, string>, headers: object): void {
  checkHeaders(headers);
  for (const [name, value] of headers instanceof Headers ? headers : Object.entries(headers)) {
    if (value === null) delete base[name.toLowerCase()];
    else if (value !== undefined) base[name.toLowerCase()] = String(value);
  }
}
