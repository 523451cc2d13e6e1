import { checkOptions, refuse } from "../base/options.js";
import { nameOfPlace } from "../base/places.js";
import { UsageError } from "../errors/usage-error.js";
import { EntryList, type Fields, fieldOf, hasFields, labelOf, objectRuleOf } from "./compare.js";
import { readEntries, readKeys } from "./entries.js";
import type { EntriesRule, Entry, ObjectRule } from "./rule.js";

/**
 * Any change of a list, as a function: gets a copy, returns the new list; `undefined` means no change, a
 * throw means no write. May be async, and may run again on a newer read.
 */
export type Change<Entry, Input = Entry> = (
  entries: Entry[],
) => readonly Input[] | undefined | Promise<readonly Input[] | undefined>;

/** What must be in a list and what must not; everything else stays. */
export interface EnsureIntent<Input, Key = Input> {
  /** Entries that must be there exactly like this. */
  present?: readonly Input[] | undefined;
  /** Entries that must not be there; only the identifying fields matter. */
  absent?: readonly Key[] | undefined;
}

/** What a list must be, whole. */
export interface ReplaceIntent<Input> {
  replace: readonly Input[];
}

/** A change of a list as data. */
export type Intent<Input, Key = Input> = EnsureIntent<Input, Key> | ReplaceIntent<Input>;

/** A change as the steps of an edit use it, whatever form it was given in. */
export type AnyChange = (entries: Entry[]) => unknown;

/** A change that is ours: it never waits and never fails to return a list. */
type ListChange = (entries: readonly Entry[]) => readonly Entry[];

/**
 * Adds entries; those that are there already are left alone.
 *
 * @throws UsageError when an entry of the same identity is there with other fields: adding must not
 * change what exists.
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
      const wish = new EntryList(rule, [entry]);
      if (new EntryList(rule, [existing]).shows(wish)) return false;
      const label = labelOf(rule, entry);
      throw new UsageError(
        `${label} is there with other fields, and adding changes nothing that is there: ensure it is present instead`,
      );
    });
    return [...current, ...fresh];
  };
}

/** Removes entries by identity, repeats included; one that is not there is no error. */
export function removing(rule: EntriesRule, given: unknown): ListChange {
  requireIdentity(rule);
  const gone = new Set(new EntryList(rule, readKeys(rule, given, nameOfPlace(rule.list))).keys);
  return (current) => {
    const { keys } = new EntryList(rule, current);
    return current.filter((_, index) => !gone.has(keys[index]));
  };
}

/**
 * Makes entries be there, or not.
 *
 * @throws UsageError when one identity is to be both, and when neither is given.
 */
export function ensuring(rule: EntriesRule, intent: unknown): ListChange {
  requireIdentity(rule);
  checkOptions("an intent", intent, ["present", "absent"]);
  const { present, absent } = intent as EnsureIntent<unknown>;
  if (present === undefined && absent === undefined) {
    refuse("an intent", "{ present, absent } with one of them at least", intent);
  }
  const wanted = new EntryList(rule, readEntries(rule, present ?? [], "present"));
  const gone = new EntryList(rule, readKeys(rule, absent ?? [], "absent"));
  const wishes = wanted.byKey();
  const out = new Set(gone.keys);
  for (const [key, entry] of wishes) {
    if (out.has(key)) {
      throw new UsageError(`${labelOf(rule, entry)} cannot be both present and absent`);
    }
  }
  return (current) => {
    const { keys } = new EntryList(rule, current);
    const left = new Map(wishes);
    const stay: Entry[] = [];
    current.forEach((entry, index) => {
      const key = keys[index];
      if (out.has(key)) return;
      const wish = wishes.get(key);
      if (wish === undefined) stay.push(entry);
      // Of repeats that the service holds, one is enough.
      else if (left.delete(key)) stay.push(merge(rule, entry, wish));
    });
    return [...stay, ...left.values()];
  };
}

function merge(rule: EntriesRule, entry: Entry, wish: Entry): Entry {
  return typeof entry === "string" || typeof wish === "string" ? wish : overlay(rule, entry, wish);
}

/** An object with what is wanted in place of what is there; fields that nobody spoke of stay, at any depth. */
function overlay(rule: ObjectRule, there: Fields, wish: Fields): Fields {
  const fields = Object.entries(wish).map(([name, wanted]) => {
    const inner = objectRuleOf(fieldOf(rule, name));
    const existing = Object.hasOwn(there, name) ? there[name] : undefined;
    // Under names that are data, such as labels, what is wanted is all there is to be.
    const both = inner && !inner.others && hasFields(wanted) && hasFields(existing);
    return [name, both ? overlay(inner, existing, wanted) : wanted];
  });
  return { ...there, ...Object.fromEntries(fields) };
}

/**
 * Refuses to add, remove or ensure entries that nothing but their place tells apart: done twice, it would do
 * something else.
 */
function requireIdentity({ identity, list }: EntriesRule): void {
  if (identity !== "position") return;
  throw new UsageError(
    `entries of ${nameOfPlace(list)} are told apart by their position alone, so that none can be added, removed or ensured: replace the list, or edit it`,
  );
}

/** Writes exactly what is given. */
export function replacing(
  rule: EntriesRule,
  given: unknown,
  name: string = nameOfPlace(rule.list),
): ListChange {
  const entries = readEntries(rule, given, name);
  return () => entries;
}

/**
 * The change that a caller gives as a function.
 *
 * @throws UsageError when it is none.
 */
export function changing<Given>(change: unknown): (given: Given) => unknown {
  return typeof change === "function"
    ? (change as (given: Given) => unknown)
    : refuse("a change", "a function from the list to the new list", change);
}

/**
 * The change that a caller gives as a function or as data.
 *
 * @throws UsageError when it is neither, or says both what to replace and what to ensure.
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
