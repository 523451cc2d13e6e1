import { checkOptions, refuse } from "../base/options.js";
import { UsageError } from "../errors/usage-error.js";
import { EntryList, labelOf } from "./compare.js";
import { readEntries, readKeys } from "./entries.js";
import type { Entry, WriteRule } from "./rule.js";

/**
 * A change of a list as a function: gets a copy and returns the new list. Returning `undefined` means no
 * change; throwing means no write. May be async, and may run again on a newer list.
 */
export type Change<Entry, Input = Entry> = (
  entries: Entry[],
) => readonly Input[] | undefined | Promise<readonly Input[] | undefined>;

/** Entries that must be present and entries that must be absent; all others stay. */
export interface EnsureIntent<Input, Key = Input> {
  /** Entries that must be present, exactly as given. */
  present?: readonly Input[] | undefined;
  /** Entries that must be absent; only the identifying fields matter. */
  absent?: readonly Key[] | undefined;
}

/** The whole list. */
export interface ReplaceIntent<Input> {
  replace: readonly Input[];
}

/** A change of a list as data. */
export type Intent<Input, Key = Input> = EnsureIntent<Input, Key> | ReplaceIntent<Input>;

/** A change in the form that the steps of an edit use. */
export type AnyChange = (entries: Entry[]) => unknown;

/** A change of ours: it is synchronous and always returns a list. */
type ListChange = (entries: readonly Entry[]) => readonly Entry[];

/**
 * Adds entries; those already present are left alone.
 *
 * @throws UsageError when an entry with the same identity but other fields exists: adding must not change it.
 */
export function adding(rule: WriteRule, given: unknown): ListChange {
  const entries = new EntryList(rule, readEntries(rule, given, rule.list));
  return (current) => {
    const list = new EntryList(rule, current);
    const known = list.byKey();
    const fresh = entries.entries.filter((entry, index) => {
      const existing = known.get(entries.keys[index]);
      if (existing === undefined) return true;
      const added = new EntryList(rule, [entry]);
      if (new EntryList(rule, [existing]).shows(added)) return false;
      const label = labelOf(rule, entry);
      throw new UsageError(
        `${label} exists with other fields, and adding does not change existing entries: ensure it is present instead`,
      );
    });
    return [...current, ...fresh];
  };
}

/** Removes entries by identity, including duplicates; a missing one is not an error. */
export function removing(rule: WriteRule, given: unknown): ListChange {
  const gone = new Set(new EntryList(rule, readKeys(rule, given, rule.list)).keys);
  return (current) => {
    const { keys } = new EntryList(rule, current);
    return current.filter((_, index) => !gone.has(keys[index]));
  };
}

/**
 * Makes entries present or absent.
 *
 * @throws UsageError when one identity would be both, and when neither is given.
 */
export function ensuring(rule: WriteRule, intent: unknown): ListChange {
  checkOptions("an intent", intent, ["present", "absent"]);
  const { present, absent } = intent as EnsureIntent<unknown>;
  if (present === undefined && absent === undefined) {
    refuse("an intent", "{ present, absent } with at least one of them", intent);
  }
  const required = new EntryList(rule, readEntries(rule, present ?? [], "present"));
  const gone = new EntryList(rule, readKeys(rule, absent ?? [], "absent"));
  const requiredByKey = required.byKey();
  const out = new Set(gone.keys);
  for (const [key, entry] of requiredByKey) {
    if (out.has(key)) {
      throw new UsageError(`${labelOf(rule, entry)} cannot be both present and absent`);
    }
  }
  return (current) => {
    const { keys } = new EntryList(rule, current);
    const left = new Map(requiredByKey);
    const stay: Entry[] = [];
    current.forEach((entry, index) => {
      const key = keys[index];
      if (out.has(key)) return;
      const match = requiredByKey.get(key);
      if (match === undefined) stay.push(entry);
      // Of repeats that the service holds, one is enough.
      else if (left.delete(key)) stay.push(merge(entry, match));
    });
    return [...stay, ...left.values()];
  };
}

function merge(entry: Entry, required: Entry): Entry {
  return typeof entry === "string" || typeof required === "string"
    ? required
    : { ...entry, ...required };
}

/** Replaces the list with the given entries. */
export function replacing(rule: WriteRule, given: unknown, name: string = rule.list): ListChange {
  const entries = readEntries(rule, given, name);
  return () => entries;
}

/**
 * The change that a caller passed as a function.
 *
 * @throws UsageError when it is not a function.
 */
export function changing(change: unknown): AnyChange {
  return typeof change === "function"
    ? (change as AnyChange)
    : refuse("a change", "a function from the list to the new list", change);
}

/**
 * The change that a caller passed as a function or as data.
 *
 * @throws UsageError when it is neither, or mixes `replace` with `present` or `absent`.
 */
export function changeOf(rule: WriteRule, intent: unknown): AnyChange {
  if (typeof intent === "function") return changing(intent);
  if (typeof intent !== "object" || intent === null || Array.isArray(intent)) {
    refuse("an intent", "{ present, absent }, { replace } or a function", intent);
  }
  if (!Object.hasOwn(intent as object, "replace")) return ensuring(rule, intent);
  checkOptions("an intent that replaces", intent, ["replace"]);
  return replacing(rule, (intent as ReplaceIntent<unknown>).replace, "replace");
}
