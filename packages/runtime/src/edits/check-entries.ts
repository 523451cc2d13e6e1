import { refuse } from "../base/options.js";
import { UsageError } from "../errors/usage-error.js";
import { identityOf, subtract } from "./normalise.js";
import type { AnyEntry, FieldRule, WriteRule } from "./write-rule.js";

/** What is to be removed only needs a name: the service may hold entries that we would not write. */
const anyText: FieldRule = { type: "string", title: "a text", least: 1 };

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
  const { maxItems = Number.POSITIVE_INFINITY, identity, unique } = rule;
  if (!Array.isArray(entries)) refuse(name, "a list", entries);
  if (entries.length > maxItems) {
    throw new UsageError(`${name} has ${entries.length} entries, at most ${maxItems} are allowed`);
  }
  // A hole becomes `undefined`, which is refused; most array functions would skip it.
  const all = [...entries];
  const fresh = new Set(subtract(rule, all, base));
  for (const [index, entry] of all.entries()) {
    if (!fresh.has(entry)) continue;
    const where = `${name}[${index}]`;
    if (rule.entry) checkValue(keysOnly ? anyText : rule.entry, entry, where);
    else if (Object(entry) !== entry) refuse(where, "an object", entry);
    for (const [field, allowed] of Object.entries(rule.fields)) {
      const value = entry[field];
      const matters = identity.includes(field) || !keysOnly;
      if (matters && (allowed.required || value !== undefined)) {
        checkValue(allowed, value, `${where}.${field}`);
      }
    }
  }
  for (const by of [identity, ...unique]) {
    const keys = all.map((entry) => identityOf(rule, entry, by));
    const twice = keys.find((key, index) => key !== undefined && keys.indexOf(key) < index);
    const fields = by.join(" + ");
    if (twice) throw new UsageError(`${name} has ${twice} twice${fields && `, by ${fields}`}`);
  }
}

function checkValue(field: FieldRule, value: unknown, where: string): void {
  const { type, title, enum: values, least, most, pattern = "" } = field;
  const typed = type === "integer" ? Number.isInteger(value) : typeof value === type;
  const size = typeof value === "string" ? value.length : (value as number);
  // A limit that the API does not set compares as true.
  const beyond = size < (least as number) || size > (most as number);
  const fits = typed && !beyond && new RegExp(pattern, "u").test(String(value));
  if (values ? !values.includes(value as string) : !fits) refuse(where, title, value);
}
