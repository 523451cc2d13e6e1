import { UsageError } from "../errors/usage-error.js";
import { canonical, identityOf } from "./normalise.js";
import type { AnyEntry, FieldRule, WriteRule } from "./write-rule.js";

/**
 * Checks entries by the rules of the list, before they are sent.
 *
 * @param name - what the caller calls them.
 * @param fields - which fields matter; by default all.
 * @param base - entries that the service has: one that is sent back as it is needs no check.
 * @throws UsageError naming the entry, the field, and what is allowed.
 */
export function checkEntries(
  rule: WriteRule,
  entries: readonly AnyEntry[],
  name: string,
  fields: readonly string[] = Object.keys(rule.fields),
  base: readonly AnyEntry[] = [],
): void {
  const { maxItems = Number.POSITIVE_INFINITY } = rule;
  if (!Array.isArray(entries) || entries.length > maxItems) {
    throw new UsageError(`${name} must be a list of at most ${maxItems} entries`);
  }
  const known = new Set(base.map((entry) => canonical(rule, [entry])));
  for (const [index, entry] of entries.entries()) {
    if (entry === null || typeof entry !== "object") {
      throw new UsageError(`${name}[${index}] must be an object, not ${shown(entry)}`);
    }
    if (known.has(canonical(rule, [entry]))) continue;
    for (const field of fields) checkField(rule, field, entry[field], `${name}[${index}].${field}`);
  }
  for (const unique of [rule.identity, ...rule.unique]) {
    const seen = new Set<string>();
    for (const entry of entries) {
      const key = identityOf(rule, entry, unique);
      if (seen.has(key)) throw new UsageError(`${name} has ${key} (${unique.join("/")}) twice`);
      if (!key.includes("undefined")) seen.add(key);
    }
  }
}

function checkField(rule: WriteRule, name: string, value: unknown, where: string): void {
  const field = rule.fields[name] as FieldRule;
  const needed = field.required || (rule.identity.includes(name) && field.default === undefined);
  if (value === undefined ? needed : !fits(field, value)) {
    const { type, enum: values, minimum = "", maximum = "" } = field;
    const allowed = values ? `one of ${values.join(", ")}` : `${type} ${minimum}..${maximum}`;
    throw new UsageError(`${where} must be ${allowed}, not ${shown(value)}`);
  }
}

function fits({ type, enum: values, minimum, maximum }: FieldRule, value: unknown): boolean {
  if (values) return values.includes(value as string);
  if (type !== "integer") return typeof value === type;
  // A limit that the API does not set compares as true.
  const number = value as number;
  return (
    Number.isInteger(number) && !(number < (minimum as number)) && !(number > (maximum as number))
  );
}

function shown(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
