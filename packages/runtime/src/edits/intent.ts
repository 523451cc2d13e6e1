import { checkOptions, refuse } from "../base/options.js";
import { nameOfPlace } from "../base/places.js";
import { UsageError } from "../errors/usage-error.js";
import { EntryList, type Fields, fieldOf, hasFields, labelOf, objectRuleOf } from "./compare.js";
import { readEntries, readKeys } from "./entries.js";
import type { EntriesRule, Entry, ObjectRule } from "./rule.js";

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
export function adding(rule: EntriesRule, given: unknown): ListChange {
  requireIdentity(rule);
  const name = nameOfPlace(rule.list);
  const entries = new EntryList(rule, readEntries(rule, given, name));
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
export function removing(rule: EntriesRule, given: unknown): ListChange {
  requireIdentity(rule);
  const gone = new Set(new EntryList(rule, readKeys(rule, given, nameOfPlace(rule.list))).keys);
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
export function ensuring(rule: EntriesRule, intent: unknown): ListChange {
  requireIdentity(rule);
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
      else if (left.delete(key)) stay.push(merge(rule, entry, match));
    });
    return [...stay, ...left.values()];
  };
}

function merge(rule: EntriesRule, entry: Entry, desired: Entry): Entry {
  const isPlain = typeof entry === "string" || typeof desired === "string";
  return isPlain ? desired : overlay(rule, entry, desired);
}

/** Sets the desired fields of an object; fields that are not mentioned stay, at any depth. */
function overlay(rule: ObjectRule, there: Fields, desired: Fields): Fields {
  const fields = Object.entries(desired).map(([name, value]) => {
    const inner = objectRuleOf(fieldOf(rule, name));
    const existing = Object.hasOwn(there, name) ? there[name] : undefined;
    // A map whose names are data, such as labels, is replaced as a whole.
    const both = inner && !inner.others && hasFields(value) && hasFields(existing);
    return [name, both ? overlay(inner, existing, value) : value];
  });
  return { ...there, ...Object.fromEntries(fields) };
}

/**
 * Refuses to add, remove or ensure entries that are identified only by their position: doing it twice would
 * have a different effect.
 */
function requireIdentity({ identity, list }: EntriesRule): void {
  if (identity !== "position") return;
  throw new UsageError(
    `entries of ${nameOfPlace(list)} are identified only by their position, so they cannot be added, removed or ensured: replace the list, or edit it with a function`,
  );
}

/** Replaces the list with the given entries. */
export function replacing(
  rule: EntriesRule,
  given: unknown,
  name: string = nameOfPlace(rule.list),
): ListChange {
  const entries = readEntries(rule, given, name);
  return () => entries;
}

/**
 * The change that a caller passed as a function.
 *
 * @throws UsageError when it is not a function.
 */
export function changing<Given>(change: unknown): (given: Given) => unknown {
  return typeof change === "function"
    ? (change as (given: Given) => unknown)
    : refuse("a change", "a function from the list to the new list", change);
}

/**
 * The change that a caller passed as a function or as data.
 *
 * @throws UsageError when it is neither, or mixes `replace` with `present` or `absent`.
 */
export function changeOf(rule: EntriesRule, intent: unknown): AnyChange {
  if (typeof intent === "function") return changing(intent);
  if (typeof intent !== "object" || intent === null || Array.isArray(intent)) {
    refuse("an intent", "{ present, absent }, { replace } or a function", intent);
  }
  if (!Object.hasOwn(intent as object, "replace")) return ensuring(rule, intent);
  checkOptions("an intent that replaces", intent, ["replace"]);
  return replacing(rule, (intent as ReplaceIntent<unknown>).replace, "replace");
}
