import { hash } from "../base/json.js";

/** What is remembered of a page's items, to notice that the next page repeats them. */
export interface PageTrace {
  /** Whether these are the same items. */
  matches(items: readonly unknown[]): boolean;
  /** A whole number from 0 to 2^53, for a checkpoint. */
  fingerprint(): number;
}

/** Remembers a page by its fingerprint, which is all that a checkpoint holds. */
export function traceByFingerprint(fingerprint: number): PageTrace {
  return {
    matches: (items) => hash(items) === fingerprint,
    fingerprint: () => fingerprint,
  };
}

/**
 * Remembers a page by the text it came as: callers get its items, and may change them. Only a page that begins
 * with the same item is worth reading that text again, so a walk hardly pays for what it remembers.
 *
 * @param again - reads the items from the text.
 */
export function traceByText(items: readonly unknown[], again: () => unknown): PageTrace {
  const { length } = items;
  const first = JSON.stringify(items[0]);
  return {
    matches: (others) =>
      others.length === length &&
      JSON.stringify(others[0]) === first &&
      JSON.stringify(others) === JSON.stringify(again()),
    fingerprint: () => hash(again()),
  };
}
