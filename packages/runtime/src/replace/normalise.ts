import { stableJson } from "../list/hash.js";
import type { AnyEntry, WriteRule } from "./write-rule.js";

/**
 * Brings an entry into the one form that entries are compared in: defaults filled in, enum values
 * in the spelling of the spec, read-only and absent fields left out. Idempotent.
 */
export function normalise(rule: WriteRule, entry: AnyEntry): AnyEntry {
  if (rule.entry) return entry;
  const result: Record<string, unknown> = {};
  for (const [name, { default: value }] of Object.entries(rule.fields)) {
    if (value !== undefined) result[name] = value;
  }
  for (const [name, value] of Object.entries(withoutReadOnly(rule, entry))) {
    if (value === undefined || (value === null && name in result)) continue;
    const known = rule.fields[name]?.enum;
    result[name] =
      (typeof value === "string" &&
        known?.find((one) => one.toLowerCase() === value.toLowerCase())) ||
      value;
  }
  return result;
}

/** A copy of an entry without the fields that only the service sets. */
export function withoutReadOnly(rule: WriteRule, entry: AnyEntry): AnyEntry {
  if (rule.entry) return entry;
  const copy = { ...entry };
  for (const name of rule.readOnly) delete copy[name];
  return copy;
}

/** What identifies an entry, such as `8080/tcp`; also used in messages. */
export function identityOf(rule: WriteRule, entry: AnyEntry, by = rule.identity): string {
  const values = normalise(rule, entry);
  if (rule.entry) return String(values);
  return by.map((name) => String(values[name])).join("/");
}

/** Text that is the same for two lists if and only if they mean the same. */
export function canonical(rule: WriteRule, entries: readonly AnyEntry[]): string {
  const texts = entries.map((entry) => stableJson(normalise(rule, entry)));
  return (rule.ordered ? texts : texts.sort()).join("\n");
}
