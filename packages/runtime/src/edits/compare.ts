import { stableJson } from "../base/json.js";
import { keysOf, valueAt } from "../base/places.js";
import { printable } from "../base/text.js";
import type { EntriesRule, Entry, FieldRule, ObjectRule } from "./rule.js";

/** The fields of an object. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields, not a list. */
export function hasFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The rule of a field, if there is one. */
export function fieldOf(rule: ObjectRule, name: string): FieldRule | undefined {
  return Object.hasOwn(rule.fields, name) ? rule.fields[name] : rule.others;
}

/** The rule of an object, if its fields are known. */
export function objectRuleOf(field: FieldRule | undefined): ObjectRule | undefined {
  return field && isObjectRule(field) ? field : undefined;
}

function isObjectRule(field: Partial<ObjectRule>): field is ObjectRule {
  return field.fields !== undefined;
}

/**
 * Normalizes an entry for comparison, at any depth: defaults filled in, enum values spelled as in the spec,
 * read-only and absent fields (`null` in a response) left out, sets sorted. Idempotent.
 */
export function normalise(rule: ObjectRule, entry: Entry): Entry {
  return typeof entry === "string" ? entry : normaliseFields(rule, entry);
}

function normaliseFields(rule: ObjectRule, given: Fields): Fields {
  const fields: [string, unknown][] = [];
  for (const name of new Set([...Object.keys(rule.fields), ...Object.keys(given)])) {
    if (rule.readOnly?.includes(name)) continue;
    const own = Object.hasOwn(given, name) ? given[name] : undefined;
    const value = normaliseValue(fieldOf(rule, name), own);
    if (value !== undefined) fields.push([name, value]);
  }
  return Object.fromEntries(fields);
}

/** Normalizes a value as {@link normalise} does an entry; `undefined` if it is absent. */
export function normaliseValue(field: FieldRule | undefined, given: unknown): unknown {
  // Null counts as absent, unless absent means a default other than null.
  const meansNull = field?.nullable && field.default !== undefined;
  const value = given === undefined || (given === null && !meansNull) ? field?.default : given;
  if (typeof value === "string" && field?.enum) {
    const text = value.toLowerCase();
    const known = field.enum.find((one) => typeof one === "string" && one.toLowerCase() === text);
    return known ?? value;
  }
  if (Array.isArray(value) && field?.items) {
    const values = value.map((one: unknown) => normaliseValue(field.items, one) ?? null);
    return field.set ? inOneOrder(values) : values;
  }
  const rule = objectRuleOf(field);
  return rule && hasFields(value) ? normaliseFields(rule, value) : value;
}

function inOneOrder(values: readonly unknown[]): unknown[] {
  const texts = values.map((value) => ({ value, text: stableJson(value) }));
  return texts.sort((a, b) => (a.text < b.text ? -1 : 1)).map(({ value }) => value);
}

/** A value without the fields that only the service sets, at any depth. */
export function writable(rule: ObjectRule, value: Fields): Fields {
  const fields = Object.entries(value).filter(([name]) => !rule.readOnly?.includes(name));
  return Object.fromEntries(
    fields.map(([name, one]) => [name, writableValue(fieldOf(rule, name), one)]),
  );
}

/** Like {@link writable}, for a value that may not be an object. */
export function writableValue(field: FieldRule | undefined, value: unknown): unknown {
  const { items } = field ?? {};
  if (Array.isArray(value) && items) return value.map((one) => writableValue(items, one));
  const rule = objectRuleOf(field);
  return rule && hasFields(value) ? writable(rule, value) : value;
}

/**
 * An object as it was read, without the fields that the service adds: those that the spec does not document
 * and nobody wrote, at any depth.
 *
 * @param desired - what was desired at this place; inside a set, the desired forms of all its values.
 */
function asTold(rule: ObjectRule, read: Fields, desired: readonly unknown[]): Fields {
  const isTold = (name: string): boolean =>
    fieldOf(rule, name) !== undefined ||
    desired.some((one) => hasFields(one) && Object.hasOwn(one, name));
  const fields = Object.entries(read).filter(([name]) => isTold(name));
  return Object.fromEntries(
    fields.map(([name, value]) => {
      const inner = desired.map((one) => valueAt(one, [name]));
      return [name, valueAsTold(fieldOf(rule, name), value, inner)];
    }),
  );
}

function valueAsTold(
  field: FieldRule | undefined,
  read: unknown,
  desired: readonly unknown[],
): unknown {
  if (Array.isArray(read) && field?.items) {
    const lists = desired.filter((one): one is unknown[] => Array.isArray(one));
    const all = field.set ? lists.flat() : [];
    return read.map((value: unknown, index) => {
      const inner = field.set ? all : lists.map((list) => list[index]);
      return valueAsTold(field.items, value, inner);
    });
  }
  const rule = objectRuleOf(field);
  return rule && hasFields(read) ? asTold(rule, read, desired) : read;
}

/** The values that identify an entry; `undefined` if one is missing or its identity is something else. */
function identityOf(rule: EntriesRule, normal: Entry): readonly unknown[] | undefined {
  if (rule.entry || typeof normal === "string") {
    return rule.entry && typeof normal === "string" ? [normal] : undefined;
  }
  if (typeof rule.identity === "string") return undefined;
  const values = rule.identity.map((place) => valueAt(normal, keysOf(place)));
  return values.includes(undefined) ? undefined : values;
}

/** The identifying fields that every entry must have. */
export function requiredIdentity({ identity, optional = [] }: EntriesRule): readonly string[] {
  return typeof identity === "string" ? [] : identity.filter((place) => !optional.includes(place));
}

/** Whether an entry that is not a plain string is identified by its whole value. */
function isByValue(rule: EntriesRule, normal: Fields): boolean {
  if (rule.identity === "value") return true;
  const has = (place: string): boolean => valueAt(normal, keysOf(place)) !== undefined;
  return Boolean(rule.optional?.length) && requiredIdentity(rule).every(has);
}

const longestLabel = 100;

/** The identity of an entry, for messages: `8080/tcp`, or its value if that is its identity. */
export function labelOf(rule: EntriesRule, entry: Entry): string {
  const normal = normalise(rule, entry);
  const values = identityOf(rule, normal);
  if (values) {
    const texts = values.map((one) => (typeof one === "object" ? stableJson(one) : one));
    return printable(texts.join("/"));
  }
  const text = stableJson(typeof normal === "string" ? normal : withoutSecrets(rule, normal));
  return printable(text.length > longestLabel ? `${text.slice(0, longestLabel)}…` : text);
}

function withoutSecrets(rule: ObjectRule, value: Fields): Fields {
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, hidingSecrets(fieldOf(rule, name), one)]),
  );
}

function hidingSecrets(field: FieldRule | undefined, value: unknown): unknown {
  if (field?.secret) return "[redacted]";
  if (Array.isArray(value)) return value.map((one) => hidingSecrets(field?.items, one));
  const rule = objectRuleOf(field);
  return rule && hasFields(value) ? withoutSecrets(rule, value) : value;
}

/** The names of the secret fields that entries have, at any depth, sorted; "" for entries that are secrets. */
export function secretNames(rule: EntriesRule, entries: readonly Entry[]): string[] {
  const names = new Set<string>();
  const walk = (field: FieldRule | undefined, name: string, value: unknown): void => {
    if (field?.secret) names.add(name);
    else if (Array.isArray(value)) for (const one of value) walk(field?.items, name, one);
    else if (hasFields(value)) inside(objectRuleOf(field), value);
  };
  const inside = (of: ObjectRule | undefined, value: Fields): void => {
    if (of) for (const [name, one] of Object.entries(value)) walk(fieldOf(of, name), name, one);
  };
  for (const entry of entries) {
    if (typeof entry === "string") walk(rule.entry, "", entry);
    else inside(rule, entry);
  }
  return [...names].sort();
}

/** The names of the fields in which two entries differ, for messages. */
export function differing(rule: EntriesRule, one: Entry, other: Entry): string {
  const textsOf = (entry: Entry): Map<string, string> =>
    new Map(
      Object.entries(normalise(rule, entry)).map(([name, value]) => [name, stableJson(value)]),
    );
  const [a, b] = [textsOf(one), textsOf(other)];
  const names = [...new Set([...a.keys(), ...b.keys()])];
  return printable(names.filter((name) => a.get(name) !== b.get(name)).join(", "));
}

/**
 * A list with its entries' identities and normal forms, computed once so that comparisons take linear time.
 */
export class EntryList {
  /** The identity of each entry; `undefined` for values that cannot be entries. */
  readonly keys: readonly (string | undefined)[];
  /** A string per entry; two entries have the same if and only if they are equivalent. */
  readonly texts: readonly string[];

  constructor(
    readonly rule: EntriesRule,
    readonly entries: readonly Entry[],
  ) {
    const normal = entries.map((entry) => normalise(rule, entry));
    this.texts = normal.map(stableJson);
    this.keys = normal.map((entry, index) => {
      if (rule.identity === "position") return `${index}`;
      const values = identityOf(rule, entry);
      if (values) return stableJson(values);
      // Undocumented fields that the service adds do not make it a different entry.
      const byValue = typeof entry === "object" && isByValue(rule, entry);
      return byValue ? stableJson(asTold(rule, entry, [])) : undefined;
    });
  }

  /** The entries by identity; of duplicates, the last. */
  byKey(): Map<string | undefined, Entry> {
    return new Map(this.entries.map((entry, index) => [this.keys[index], entry]));
  }

  /**
   * Whether two lists are equivalent: order (unless it matters), defaults and read-only fields do not count.
   */
  equals(other: EntryList): boolean {
    if (this.texts.length !== other.texts.length) return false;
    if (this.rule.ordered) return this.texts.every((text, index) => text === other.texts[index]);
    return this.without(other).length === 0;
  }

  /** The entries that another list lacks, compared as a whole; of duplicates, as many as it lacks. */
  without(other: EntryList): readonly Entry[] {
    const lacking = this.lackingIn(other);
    return this.entries.filter((_, index) => lacking[index]);
  }

  /** For each entry, whether another list lacks it. */
  lackingIn(other: EntryList): readonly boolean[] {
    const left = new Map<string, number>();
    for (const text of other.texts) left.set(text, (left.get(text) ?? 0) + 1);
    return this.texts.map((text) => {
      const count = left.get(text) ?? 0;
      left.set(text, count - 1);
      return count < 1;
    });
  }

  /**
   * This list as it was read, without the fields that the service adds to an entry: those that the spec does
   * not document and nobody wrote.
   */
  comparableTo(desired: EntryList): EntryList {
    const lacking = this.lackingIn(desired);
    if (!lacking.includes(true)) return this;
    const desiredByKey = desired.byKey();
    const entries = this.entries.map((entry, index) => {
      // An entry that is desired exactly as it is needs no trimming, even if another has the same identity.
      if (!lacking[index]) return entry;
      const match = desiredByKey.get(this.keys[index]);
      if (typeof entry === "string" || typeof match !== "object") return entry;
      return asTold(this.rule, entry, [match]);
    });
    return new EntryList(this.rule, entries);
  }

  /** Whether this list, as it was read, shows what an edit desired. */
  shows(desired: EntryList): boolean {
    return this.comparableTo(desired).equals(desired);
  }

  /** How this list, as it was read, differs from what an edit desired. */
  differences(desired: EntryList): { missing: readonly Entry[]; unexpected: readonly Entry[] } {
    const comparable = this.comparableTo(desired);
    return { missing: desired.without(comparable), unexpected: comparable.without(desired) };
  }
}
