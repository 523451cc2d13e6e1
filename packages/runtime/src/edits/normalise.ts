import { stableJson } from "../base/json.js";
import type { AnyEntry, WriteRule } from "./write-rule.js";

/**
 * Brings an entry into the one form that entries are compared in: defaults filled in, enum values
 * in the spelling of the spec, read-only and absent fields (`null` in an answer) left out. Idempotent.
 */
export function normalise(rule: WriteRule, entry: AnyEntry): AnyEntry {
  if (rule.entry) return entry;
  const result: Record<string, unknown> = {};
  const own = withoutReadOnly(rule, entry);
  for (const name of Object.keys({ ...rule.fields, ...own })) {
    const { enum: known, default: fallback } = rule.fields[name] ?? {};
    const value = own[name] ?? fallback;
    const text = typeof value === "string" ? value.toLowerCase() : undefined;
    const spelt = known?.find((one) => one.toLowerCase() === text);
    if (value !== undefined) result[name] = spelt ?? value;
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

/**
 * What identifies an entry, such as `8080/tcp`; also used in messages.
 *
 * @param by - the fields that do.
 * @returns `undefined` for what lacks one of them, or is no entry at all.
 */
export function identityOf(
  rule: WriteRule,
  entry: AnyEntry,
  by = rule.identity,
): string | undefined {
  if (rule.entry) return typeof entry === "string" ? entry : undefined;
  const all = normalise(rule, entry);
  const values = by.map((name) => all[name]);
  return values.includes(undefined) ? undefined : values.join("/");
}

/** Text that is the same for two lists if and only if they mean the same. */
export function canonical(rule: WriteRule, entries: readonly AnyEntry[]): string {
  const texts = entries.map((entry) => stableJson(normalise(rule, entry)));
  return String(rule.ordered ? texts : texts.sort());
}

/** Whether two lists mean the same: order, defaults and read-only fields do not count. */
export function sameList(rule: WriteRule, a: readonly AnyEntry[], b: readonly AnyEntry[]): boolean {
  return canonical(rule, a) === canonical(rule, b);
}

/** What one list has that the other lacks, by whole entries. */
export function subtract(
  rule: WriteRule,
  from: readonly AnyEntry[],
  what: readonly AnyEntry[],
): readonly AnyEntry[] {
  const known = new Set(what.map((entry) => canonical(rule, [entry])));
  return from.filter((entry) => !known.has(canonical(rule, [entry])));
}

/** The entries of a list by what identifies them. */
export function byIdentity(
  rule: WriteRule,
  entries: readonly AnyEntry[],
): Map<string | undefined, AnyEntry> {
  return new Map(entries.map((entry) => [identityOf(rule, entry), entry]));
}
