import { UsageError } from "../errors/usage-error.js";
import { canonical, identityOf } from "./normalise.js";
import type { AnyEntry, FieldRule, WriteRule } from "./write-rule.js";

/** What is to be removed only needs a name: the service may hold entries that we would not write. */
const anyText: FieldRule = { type: "string", minLength: 1 };

/**
 * Checks entries by the rules of the list, before they are sent.
 *
 * @param name - what the caller calls them.
 * @param keysOnly - whether only what identifies an entry matters.
 * @param base - entries that the service has: one that is sent back as it is needs no check.
 * @throws UsageError naming the entry, the field, and what is allowed.
 */
export function checkEntries(
  rule: WriteRule,
  entries: readonly AnyEntry[],
  name: string,
  keysOnly = false,
  base: readonly AnyEntry[] = [],
): void {
  const { maxItems, identity } = rule;
  if (!Array.isArray(entries))
    throw new UsageError(`${name} must be a list, not ${shown(entries)}`);
  if (entries.length > (maxItems ?? entries.length)) {
    throw new UsageError(`${name} has ${entries.length} entries, at most ${maxItems} are allowed`);
  }
  const known = new Set(base.map((entry) => canonical(rule, [entry])));
  for (const [index, entry] of entries.entries()) {
    const where = `${name}[${index}]`;
    if (rule.entry) {
      if (!known.has(entry as never))
        checkValue(keysOnly ? anyText : { ...anyText, ...rule.entry }, entry, where);
    } else if (entry === null || typeof entry !== "object") {
      throw new UsageError(`${where} must be an object, not ${shown(entry)}`);
    } else if (!known.has(canonical(rule, [entry]))) {
      for (const [field, allowed] of Object.entries(rule.fields)) {
        const identifies = identity.includes(field);
        const needed = allowed.required || (identifies && allowed.default === undefined);
        const given = entry[field] !== undefined || needed;
        if (given && (identifies || !keysOnly))
          checkValue(allowed, entry[field], `${where}.${field}`);
      }
    }
  }
  for (const unique of [identity, ...rule.unique]) {
    const seen = new Set<string>();
    for (const entry of entries) {
      const key = identityOf(rule, entry, unique);
      if (seen.has(key)) {
        const by = unique[0] ? `, by ${unique.join(" + ")}` : "";
        throw new UsageError(`${name} has ${key} twice${by}`);
      }
      if (!key.includes("undefined")) seen.add(key);
    }
  }
}

function checkValue(field: FieldRule, value: unknown, where: string): void {
  if (fits(field, value)) return;
  const { type, title, enum: values, minimum, maximum, pattern } = field;
  const range = minimum === undefined ? (pattern ?? "") : ` ${minimum}..${maximum ?? ""}`;
  const allowed = title ?? (values ? `one of ${values.join(", ")}` : `${type}${range}`);
  throw new UsageError(`${where} must be ${allowed}, not ${shown(value)}`);
}

function fits(field: FieldRule, value: unknown): boolean {
  const { type, enum: values, minimum, maximum, minLength = 0, maxLength, pattern = "" } = field;
  if (values) return values.includes(value as string);
  if (typeof value === "string" && type === "string") {
    const tooLong = value.length > (maxLength ?? value.length);
    return value.length >= minLength && !tooLong && new RegExp(pattern, "u").test(value);
  }
  if (type !== "integer") return typeof value === type;
  // A limit that the API does not set compares as true.
  const number = value as number;
  const inRange = !(number < (minimum as number)) && !(number > (maximum as number));
  return Number.isInteger(number) && inRange;
}

function shown(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
