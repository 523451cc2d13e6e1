import { copyJson, writtenData } from "../base/json.js";
import { checkOptions, refuse } from "../base/options.js";
import { keysOf, nameOfPlace, valueAt } from "../base/places.js";
import { UsageError } from "../errors/usage-error.js";
import {
  EntryList,
  type Fields,
  fieldOf,
  hasFields,
  labelOf,
  objectRuleOf,
  requiredIdentity,
  writable,
} from "./compare.js";
import type { EntriesRule, Entry, FieldRule, ObjectRule } from "./rule.js";

/**
 * Copies and checks entries that the caller passed as data, before any request.
 *
 * @param name - their name, for messages.
 * @returns copies without the fields that only the service sets.
 * @throws UsageError naming the entry, the field, and what is allowed.
 */
export function readEntries(rule: EntriesRule, given: unknown, name: string): Entry[] {
  const entries = copyEntries(rule, given, name);
  entries.forEach((entry, index) => {
    checkEntry(rule, entry, `${name}[${index}]`, {});
  });
  checkLength(rule, entries, name);
  checkRepeats(new EntryList(rule, entries), name);
  return entries;
}

/**
 * Copies and checks the keys of entries to remove. Only the identity matters, and it may have values that we
 * would not write, because the service may hold such entries.
 *
 * @throws UsageError as for {@link readEntries}.
 */
export function readKeys(rule: EntriesRule, given: unknown, name: string): Entry[] {
  const keys = copyEntries(rule, given, name);
  keys.forEach((key, index) => {
    const where = `${name}[${index}]`;
    if (typeof key === "string") {
      if (key === "") refuse(where, "a non-empty string", key);
      return;
    }
    if (isWhole(rule, key)) {
      checkFields(rule, key, where, { typesOnly: true });
      return;
    }
    if (!rule.others) checkOptions(where, key, Object.keys(rule.fields));
    for (const place of rule.identity) checkKey(rule, key, place, where);
  });
  checkRepeats(new EntryList(rule, keys), name);
  return keys;
}

/** Whether a key is identified by its whole value, so that each of its fields matters. */
function isWhole(rule: EntriesRule, key: Fields): boolean {
  if (typeof rule.identity === "string") return true;
  const lacks = (place: string): boolean => (valueAt(key, keysOf(place)) ?? null) === null;
  return Boolean(rule.optional?.some(lacks));
}

function checkKey(rule: EntriesRule, key: Fields, place: string, where: string): void {
  let field: FieldRule | undefined;
  let around: ObjectRule | undefined = rule;
  for (const name of keysOf(place)) {
    field = around && fieldOf(around, name);
    around = objectRuleOf(field);
  }
  const value = valueAt(key, keysOf(place));
  if (!field || (value === undefined && !field.required)) return;
  checkValue(field, value, `${where}.${nameOfPlace(place)}`, { typesOnly: true });
}

/**
 * Copies and checks the list that a change returned. Entries that were read are allowed as they are. New ones
 * may have undocumented fields only if the service showed such a field.
 *
 * @param name - the name of the list, for messages.
 * @throws UsageError as for {@link readEntries}, and for emptying a list without `allowEmpty`.
 */
export function readDesired(
  rule: EntriesRule,
  given: unknown,
  base: EntryList,
  allowEmpty: boolean,
  name: string,
): EntryList {
  const desired = new EntryList(rule, copyEntries(rule, given, name));
  const isNew = desired.lackingIn(base);
  const shown = new ShownFields(base);
  desired.entries.forEach((entry, index) => {
    if (isNew[index]) checkEntry(rule, entry, `${name}[${index}]`, { shown });
  });
  checkLength(rule, desired.entries, name, base.entries.length);
  checkRepeats(desired, name, isNew);
  if (!desired.entries.length && base.entries.length && !allowEmpty) {
    throw new UsageError(`${name} would become empty; if that is intended, pass allowEmpty: true`);
  }
  return desired;
}

/**
 * Copies the caller's entries, without the fields that only the service sets.
 *
 * @throws UsageError when it is not a list, or contains something that is not an entry.
 */
export function copyEntries(rule: EntriesRule, given: unknown, name: string): Entry[] {
  if (!Array.isArray(given)) refuse(name, "a list", given);
  return Array.from(given as unknown[], (one, index) => {
    const where = `${name}[${index}]`;
    if (rule.entry) {
      return typeof one === "string" ? one : refuse(where, rule.entry.title, one);
    }
    return hasFields(one)
      ? writable(rule, copyJson(where, one, writtenData) as Fields)
      : refuse(where, "an object", one);
  });
}

/** The names of the fields that a read showed, by their place inside an entry; collected on first use. */
class ShownFields {
  readonly #base: EntryList;
  #names: Map<string, Set<string>> | undefined;

  constructor(base: EntryList) {
    this.#base = base;
  }

  /** @param place - names of the fields that lead there, without list indexes. */
  at(place: readonly string[]): readonly string[] {
    if (!this.#names) {
      this.#names = new Map();
      for (const entry of this.#base.entries) this.#collect(entry, [], this.#names);
    }
    return [...(this.#names.get(JSON.stringify(place)) ?? [])];
  }

  #collect(value: unknown, place: readonly string[], names: Map<string, Set<string>>): void {
    if (Array.isArray(value)) for (const one of value) this.#collect(one, place, names);
    if (!hasFields(value)) return;
    const key = JSON.stringify(place);
    const found = names.get(key) ?? new Set();
    names.set(key, found);
    for (const [name, inner] of Object.entries(value)) {
      found.add(name);
      this.#collect(inner, [...place, name], names);
    }
  }
}

/** How a value is checked. */
interface Checking {
  /** Whether only types are checked, not ranges, patterns and enums. */
  readonly typesOnly?: boolean;
  /** Fields that are allowed in addition to those of the rule. */
  readonly shown?: ShownFields;
  /** Names of the fields that lead to the value. */
  readonly place?: readonly string[];
}

function checkEntry(rule: EntriesRule, entry: Entry, where: string, how: Checking): void {
  if (typeof entry !== "string") checkFields(rule, entry, where, how);
  else if (rule.entry) checkValue(rule.entry, entry, where, how);
}

function checkFields(rule: ObjectRule, value: Fields, where: string, how: Checking): void {
  const { place = [], shown } = how;
  const known = Object.keys(rule.fields);
  if (!rule.others && Object.keys(value).some((name) => !Object.hasOwn(rule.fields, name))) {
    checkOptions(where, value, [...known, ...(shown?.at(place) ?? [])]);
  }
  for (const name of new Set([...known, ...Object.keys(value)])) {
    const field = fieldOf(rule, name);
    const own = Object.hasOwn(value, name) ? value[name] : undefined;
    if (!field || (own === undefined && !field.required)) continue;
    checkValue(field, own, `${where}.${name}`, { ...how, place: [...place, name] });
  }
}

/**
 * Checks a value and everything inside it.
 *
 * @param where - its place, for messages.
 * @throws UsageError naming the innermost value that is not allowed, and what is allowed there.
 */
export function checkValue(
  field: FieldRule,
  value: unknown,
  where: string,
  how: Checking = {},
): void {
  if (value === null && field.nullable) return;
  const fits = isOfType(value, field.type) && (how.typesOnly || isAllowed(field, value));
  if (!fits && field.secret) throw new UsageError(`${where} must be ${field.title}`);
  if (!fits) refuse(where, field.title, value);
  const { items } = field;
  if (Array.isArray(value) && items) {
    for (const [index, one] of value.entries()) checkValue(items, one, `${where}[${index}]`, how);
  }
  const rule = objectRuleOf(field);
  if (rule && hasFields(value)) checkFields(rule, value, where, how);
}

function isOfType(value: unknown, type: string | undefined): boolean {
  if (type === undefined) return value !== undefined;
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  return type === "object" ? hasFields(value) : typeof value === type;
}

function isAllowed(field: FieldRule, value: unknown): boolean {
  if (field.enum && !field.open) return field.enum.includes(value);
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY, pattern } = field;
  const { above = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY } = field;
  const size = sizeOf(value);
  const inRange = size === undefined || (size >= least && size <= most);
  const between = typeof value !== "number" || (value > above && value < below);
  const matches = typeof value !== "string" || !pattern || new RegExp(pattern, "u").test(value);
  return inRange && between && matches;
}

/** The number that a range limits. JSON Schema counts characters, not the halves of surrogate pairs. */
function sizeOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" || Array.isArray(value) ? [...value].length : undefined;
}

/** @param there - how many entries the service has: a list that is already too long may get shorter. */
function checkLength(rule: EntriesRule, entries: readonly Entry[], name: string, there = 0): void {
  const { maxItems = Number.POSITIVE_INFINITY } = rule;
  if (entries.length > Math.max(maxItems, there)) {
    throw new UsageError(`${name} has ${entries.length} entries, at most ${maxItems} are allowed`);
  }
}

/**
 * @param isNew - for each entry, whether the service lacks it: the caller is not to blame for duplicates that
 * the service holds.
 */
function checkRepeats(
  { rule, entries, keys }: EntryList,
  name: string,
  isNew: readonly boolean[] = entries.map(() => true),
): void {
  const first = new Map<string | undefined, number>();
  keys.forEach((key, index) => {
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, index);
    else if (isNew[earlier] || isNew[index]) {
      const identity = typeof rule.identity === "string" ? [] : rule.identity.map(nameOfPlace);
      const by = identity.length > 0 ? `, by ${identity.join(" + ")}` : "";
      throw new UsageError(`${name} has ${labelOf(rule, entries[index] as Entry)} twice${by}`);
    }
  });
}

/** The fields without which an entry cannot be identified, for messages. */
export function whatIdentifies(rule: EntriesRule): string {
  return requiredIdentity(rule).map(nameOfPlace).join(" and ");
}
