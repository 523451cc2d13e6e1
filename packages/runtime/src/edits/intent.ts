import { UsageError } from "../errors/usage-error.js";
import { checkEntries } from "./check-entries.js";
import { byIdentity, identityOf } from "./normalise.js";
import { shows } from "./shown.js";
import type { AnyEntry, WriteRule } from "./write-rule.js";

/** Any change: gets a copy of the list, gives the new one; `undefined` means no change. */
export type Change<Entry, Input = Entry> = (
  entries: Entry[],
) => readonly Input[] | undefined | Promise<readonly Input[] | undefined>;

/** What must be there and what must not; everything else stays. */
export interface Ensure<Input, Key = Input> {
  /** Entries that must be there exactly like this. */
  present?: readonly Input[];
  /** Entries that must not be there; only the identifying fields matter. */
  absent?: readonly Key[];
}

/**
 * An intent that adds entries.
 *
 * @throws UsageError when an entry of the same identity is there with other fields: adding must not
 * change what exists.
 */
export function adding(rule: WriteRule, entries: readonly AnyEntry[]): Change<AnyEntry> {
  checkEntries(rule, entries, rule.list);
  return (current) => {
    const known = byIdentity(rule, current);
    for (const entry of entries) {
      const key = identityOf(rule, entry);
      const existing = known.get(key);
      if (existing === undefined) current.push(entry);
      else if (!shows(rule, [existing], [entry])) {
        throw new UsageError(`${key} exists with other fields; use ensure or edit to change it`);
      }
    }
    return current;
  };
}

/** An intent that removes entries by identity; one that is not there is none too many. */
export function removing(rule: WriteRule, keys: readonly AnyEntry[]): Change<AnyEntry> {
  checkEntries(rule, keys, rule.list, true);
  const gone = byIdentity(rule, keys);
  return (current) => current.filter((entry) => !gone.has(identityOf(rule, entry)));
}

/**
 * An intent that makes entries be there, or not.
 *
 * @throws UsageError when one identity is to be both.
 */
export function ensuring(
  rule: WriteRule,
  { present = [], absent = [] }: Ensure<AnyEntry>,
): Change<AnyEntry> {
  checkEntries(rule, present, "present");
  checkEntries(rule, absent, "absent", true);
  const wanted = byIdentity(rule, present);
  const gone = byIdentity(rule, absent);
  for (const key of wanted.keys()) {
    if (gone.has(key)) throw new UsageError(`${key} cannot be both present and absent`);
  }
  return (current) => {
    const stay = current
      .filter((entry) => !gone.has(identityOf(rule, entry)))
      .map((entry) => {
        const wish = wanted.get(identityOf(rule, entry));
        return wish && !rule.entry ? { ...entry, ...wish } : entry;
      });
    const known = byIdentity(rule, stay);
    return [...stay, ...present.filter((entry) => !known.has(identityOf(rule, entry)))];
  };
}

/** An intent that writes exactly what is given. */
export function replacing(rule: WriteRule, entries: readonly AnyEntry[]): Change<AnyEntry> {
  checkEntries(rule, entries, rule.list);
  return () => entries;
}

/**
 * Runs an intent on a copy of the list.
 *
 * @returns the new list, and whether the intent took time, so that the list may have moved.
 */
export async function applyIntent(
  intent: Change<AnyEntry>,
  entries: readonly AnyEntry[],
): Promise<{ wish: readonly AnyEntry[]; waited: boolean }> {
  const answer = intent(structuredClone(entries) as AnyEntry[]);
  const waited = typeof Object(answer).then === "function";
  const wish = await answer;
  return { wish: wish === undefined ? entries : wish, waited };
}
