import { byIdentity, identityOf, sameList, subtract } from "./normalise.js";
import type { AnyEntry, WriteRule } from "./write-rule.js";

/**
 * A list as it was read, without what the service shows beyond what was wanted of an entry: fields
 * that its documents do not know and that nobody wrote.
 */
function asWanted(
  rule: WriteRule,
  observed: readonly AnyEntry[],
  wanted: readonly AnyEntry[],
): readonly AnyEntry[] {
  const wishes = byIdentity(rule, wanted);
  return observed.map((entry) => {
    const wish = wishes.get(identityOf(rule, entry));
    if (!wish || rule.entry) return entry;
    const told = Object.entries(entry).filter(([name]) => name in rule.fields || name in wish);
    return Object.fromEntries(told);
  });
}

/** Whether a list that was read shows what was wanted. */
export function shows(
  rule: WriteRule,
  observed: readonly AnyEntry[],
  wanted: readonly AnyEntry[],
): boolean {
  return sameList(rule, asWanted(rule, observed, wanted), wanted);
}

/** In what a list that was read differs from what was wanted. */
export function differences(
  rule: WriteRule,
  observed: readonly AnyEntry[],
  wanted: readonly AnyEntry[],
): { missing: readonly AnyEntry[]; unexpected: readonly AnyEntry[] } {
  const told = asWanted(rule, observed, wanted);
  return { missing: subtract(rule, wanted, told), unexpected: subtract(rule, told, wanted) };
}
