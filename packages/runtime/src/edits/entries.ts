import { checkOptions, refuse, show } from "../base/options.js";
import { UsageError } from "../errors/usage-error.js";
import { EntryList, labelOf } from "./compare.js";
import type { Entry, FieldRule, WriteRule } from "./rule.js";

const deepest = 32;

/**
 * Copies the caller's data, so that later changes to it have no effect, and allows only JSON. Fields that are
 * `undefined` are left out.
 *
 * @param name - its name, for messages.
 * @throws UsageError naming what JSON cannot represent.
 */
export function copyJson(value: unknown, name: string, depth = 0): unknown {
  if (depth > deepest) refuse(name, `nested at most ${deepest} levels deep`, value);
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (Number.isFinite(value)) return value;
  if (Array.isArray(value)) {
    // A hole is `undefined` here and refused; most array functions would skip it.
    return Array.from(value, (one, index) => copyJson(one, `${name}[${index}]`, depth + 1));
  }
  if (Object.prototype.toString.call(value) !== "[object Object]") {
    refuse(name, "a JSON value", value);
  }
  const fields = Object.entries(value as object).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    fields.map(([key, field]) => [key, copyJson(field, `${name}.${key}`, depth + 1)]),
  );
}

/**
 * Copies and checks entries that the caller passed as data, before any request.
 *
 * @param name - their name, for messages.
 * @returns copies without the fields that only the service sets.
 * @throws UsageError naming the entry, the field, and what is allowed.
 */
export function readEntries(rule: WriteRule, given: unknown, name: string): Entry[] {
  const entries = copyEntries(rule, given, name);
  entries.forEach((entry, index) => {
    checkEntry(rule, entry, `${name}[${index}]`, Object.keys(rule.fields));
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
export function readKeys(rule: WriteRule, given: unknown, name: string): Entry[] {
  const keys = copyEntries(rule, given, name);
  keys.forEach((key, index) => {
    const where = `${name}[${index}]`;
    if (typeof key === "string") {
      if (key === "") refuse(where, "a text", key);
      return;
    }
    checkOptions(where, key, Object.keys(rule.fields));
    for (const field of rule.identity) {
      const { type, title, required } = rule.fields[field] as FieldRule;
      const value = key[field];
      if (value === undefined ? required : !isOfType(value, type)) {
        refuse(`${where}.${field}`, title, value);
      }
    }
  });
  checkRepeats(new EntryList(rule, keys), name);
  return keys;
}

/**
 * Copies and checks the list that a change returned. Entries that were read are allowed as they are. New ones
 * may have undocumented fields only if the service showed such a field.
 *
 * @throws UsageError as for {@link readEntries}, and for emptying a list without `allowEmpty`.
 */
export function readDesired(
  rule: WriteRule,
  given: unknown,
  base: EntryList,
  allowEmpty: boolean,
): EntryList {
  const desired = new EntryList(rule, copyEntries(rule, given, rule.list));
  const known = new Set(Object.keys(rule.fields));
  for (const entry of base.entries) {
    if (typeof entry === "object") for (const field of Object.keys(entry)) known.add(field);
  }
  const isNew = desired.lackingIn(base);
  const fields = [...known];
  desired.entries.forEach((entry, index) => {
    if (isNew[index]) checkEntry(rule, entry, `${rule.list}[${index}]`, fields);
  });
  checkLength(rule, desired.entries, rule.list, base.entries.length);
  checkRepeats(desired, rule.list, isNew);
  if (!desired.entries.length && base.entries.length && !allowEmpty) {
    throw new UsageError(
      `${rule.list} would become empty; if that is intended, pass allowEmpty: true`,
    );
  }
  return desired;
}

/**
 * Copies the caller's entries, without the fields that only the service sets.
 *
 * @throws UsageError when it is not a list, or contains something that is not an entry.
 */
export function copyEntries(rule: WriteRule, given: unknown, name: string): Entry[] {
  if (!Array.isArray(given)) refuse(name, "a list", given);
  return Array.from(given as unknown[], (one, index) => {
    const where = `${name}[${index}]`;
    if (rule.entry) {
      return typeof one === "string" ? one : refuse(where, rule.entry.title, one);
    }
    if (typeof one !== "object" || one === null || Array.isArray(one)) {
      refuse(where, "an object", one);
    }
    const copy = copyJson(one, where) as Record<string, unknown>;
    for (const field of rule.readOnly) delete copy[field];
    return copy;
  });
}

function checkEntry(rule: WriteRule, entry: Entry, where: string, known: readonly string[]): void {
  if (typeof entry === "string") {
    if (rule.entry) checkValue(rule.entry, entry, where);
    return;
  }
  checkOptions(where, entry, known);
  for (const [field, allowed] of Object.entries(rule.fields)) {
    const value = entry[field];
    if (allowed.required || value !== undefined) checkValue(allowed, value, `${where}.${field}`);
  }
}

function checkValue(field: FieldRule, value: unknown, where: string): void {
  const { type, title, enum: values, pattern } = field;
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = field;
  // JSON Schema counts characters, not the halves of surrogate pairs.
  const size = typeof value === "string" ? [...value].length : Number(value);
  const fits =
    isOfType(value, type) &&
    (typeof value === "boolean" || typeof value === "object" || (size >= least && size <= most)) &&
    (pattern === undefined || new RegExp(pattern, "u").test(String(value)));
  if (values ? !values.includes(value as string) : !fits) refuse(where, title, value);
}

function isOfType(value: unknown, type: string): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  return typeof value === type;
}

/** @param there - how many entries the service has: a list that is already too long may get shorter. */
function checkLength(rule: WriteRule, entries: readonly Entry[], name: string, there = 0): void {
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
      const by = rule.identity.length ? `, by ${rule.identity.join(" + ")}` : "";
      const label = labelOf(rule, entries[index] as Entry) ?? show(entries[index]);
      throw new UsageError(`${name} has ${label} twice${by}`);
    }
  });
}
