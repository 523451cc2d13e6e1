import { UsageError } from "../errors/usage-error.js";
import { checkGiven } from "./check-entries.js";
import { identityOf } from "./normalise.js";
import { sameList } from "./plan.js";
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
  checkGiven(rule, entries, rule.list);
  return (current) => {
    const known = index(rule, current);
    const fresh = entries.filter((entry) => {
      const existing = known.get(identityOf(rule, entry));
      if (existing && !sameList(rule, [existing], [entry])) {
        throw new UsageError(
          `${identityOf(rule, entry)} exists with other fields; use the ensure or edit function to change it`,
        );
      }
      return !existing;
    });
    return [...current, ...fresh];
  };
}

/** An intent that removes entries by identity; one that is not there is none too many. */
export function removing(rule: WriteRule, keys: readonly AnyEntry[]): Change<AnyEntry> {
  checkGiven(rule, keys, rule.list, true);
  const gone = new Set(keys.map((key) => identityOf(rule, key)));
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
  checkGiven(rule, present, "present");
  checkGiven(rule, absent, "absent", true);
  const wanted = index(rule, present);
  const gone = index(rule, absent);
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
    const known = index(rule, stay);
    return [...stay, ...present.filter((entry) => !known.has(identityOf(rule, entry)))];
  };
}

/** An intent that writes exactly what is given. */
export function replacing(rule: WriteRule, entries: readonly AnyEntry[]): Change<AnyEntry> {
  checkGiven(rule, entries, rule.list);
  return () => entries;
}

function index(rule: WriteRule, entries: readonly AnyEntry[]): Map<string, AnyEntry> {
  return new Map(entries.map((entry) => [identityOf(rule, entry), entry]));
}

/**
 * Runs an intent on a copy of the list.
 *
 * @returns the new list, and whether the intent took time, so that the list may have moved.
 */
export async function applyIntent(
  intent: Change<AnyEntry>,
  entries: readonly AnyEntry[],
): Promise<{ entries: readonly AnyEntry[]; waited: boolean }> {
  const answer = intent(structuredClone(entries) as AnyEntry[]);
  const waited = typeof (answer as Promise<unknown> | undefined)?.then === "function";
  const wish = await answer;
  if (wish !== undefined && !Array.isArray(wish)) {
    throw new UsageError(`an edit must return a list of entries or undefined, not ${typeof wish}`);
  }
  return { entries: wish ?? entries, waited };
}
