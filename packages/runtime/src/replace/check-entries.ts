import { UsageError } from "../errors/usage-error.js";
import { canonical, identityOf } from "./normalise.js";
import { checkPlainEntry } from "./plain-entry.js";
import type { AnyEntry, FieldRule, WriteRule } from "./write-rule.js";

/**
 * Checks the list that is to be written, before any write.
 *
 * @param base - the entries that the service has; one that is sent back as it is needs no check.
 * @param allowEmpty - whether a list with entries may be emptied.
 * @throws UsageError naming the entry, the field, and what is allowed.
 */
export function checkEntries(
  rule: WriteRule,
  desired: readonly AnyEntry[],
  base: readonly AnyEntry[],
  allowEmpty: boolean,
): void {
  const { list, maxItems } = rule;
  if (maxItems !== undefined && desired.length > maxItems) {
    throw new UsageError(`${list} has ${desired.length} entries; at most ${maxItems} are allowed`);
  }
  if (desired.length === 0 && base.length > 0 && !allowEmpty) {
    throw new UsageError(
      `${list} would be emptied of its ${base.length} entries; pass allowEmpty: true if that is meant`,
    );
  }
  const kept = new Set(base.map((entry) => canonical(rule, [entry])));
  for (const [index, entry] of desired.entries()) {
    if (!kept.has(canonical(rule, [entry]))) checkEntry(rule, entry, `${list}[${index}]`);
  }
  for (const combination of [rule.identity, ...rule.unique]) unique(rule, desired, combination);
}

/**
 * Checks entries that a caller gives, before any request.
 *
 * @param partial - whether only the identifying fields matter.
 */
export function checkGiven(
  rule: WriteRule,
  entries: readonly AnyEntry[],
  name: string,
  partial = false,
): void {
  if (!Array.isArray(entries)) {
    throw new UsageError(`${name} must be a list of entries, not ${kindOf(entries)}`);
  }
  const { maxItems } = rule;
  if (maxItems !== undefined && entries.length > maxItems) {
    throw new UsageError(`${name} has ${entries.length} entries; at most ${maxItems} are allowed`);
  }
  for (const [index, entry] of entries.entries()) {
    checkEntry(rule, entry, `${name}[${index}]`, partial);
  }
  unique(rule, entries, rule.identity);
}

/** What is to be removed only needs a name: the service may hold entries that we would not write. */
const anyText: FieldRule = { type: "string" };

function checkEntry(rule: WriteRule, entry: AnyEntry, where: string, partial = false): void {
  if (rule.entry) {
    checkPlainEntry(partial ? anyText : rule.entry, entry, where);
    return;
  }
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
    throw new UsageError(`${where} must be an object, not ${kindOf(entry)}`);
  }
  for (const [name, field] of Object.entries(rule.fields)) {
    if (partial && !rule.identity.includes(name)) continue;
    const value = entry[name];
    const needed = field.required || (rule.identity.includes(name) && field.default === undefined);
    if (value === undefined && !needed) continue;
    if (!fits(field, value)) {
      throw new UsageError(`${where}.${name} must be ${allowed(field)}, not ${shown(value)}`);
    }
  }
}

function fits(field: FieldRule, value: unknown): boolean {
  if (field.type === "integer" || field.type === "number") {
    return (
      typeof value === "number" &&
      (field.type === "number" ? Number.isFinite(value) : Number.isInteger(value)) &&
      value >= (field.minimum ?? Number.NEGATIVE_INFINITY) &&
      value <= (field.maximum ?? Number.POSITIVE_INFINITY)
    );
  }
  if (field.type !== "string") return true;
  return typeof value === "string" && (field.enum?.includes(value) ?? true);
}

function allowed({ type, minimum, maximum, enum: values }: FieldRule): string {
  if (values) return `one of ${values.join(", ")}`;
  const range =
    minimum !== undefined && maximum !== undefined ? ` from ${minimum} to ${maximum}` : "";
  return type === "integer" ? `a whole number${range}` : `a ${type}${range}`;
}

function unique(rule: WriteRule, entries: readonly AnyEntry[], fields: readonly string[]): void {
  const seen = new Set<string>();
  for (const entry of entries) {
    if (
      fields.some((name) => entry[name] === undefined && rule.fields[name]?.default === undefined)
    ) {
      continue;
    }
    const key = identityOf(rule, entry, fields);
    if (seen.has(key)) {
      const what = rule.entry ? "entries" : fields.join(" + ");
      throw new UsageError(`${rule.list} has ${key} twice (${what} must be unique)`);
    }
    seen.add(key);
  }
}

function shown(value: unknown): string {
  return typeof value === "string" ? `the text ${JSON.stringify(value)}` : String(value);
}

function kindOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "a list" : typeof value;
}
