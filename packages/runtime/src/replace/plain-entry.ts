import { UsageError } from "../errors/usage-error.js";
import type { FieldRule } from "./write-rule.js";

/**
 * Checks an entry that is a plain string.
 *
 * @param where - names the entry in the message.
 * @throws UsageError saying what is allowed.
 */
export function checkPlainEntry(rule: FieldRule, entry: unknown, where: string): void {
  if (typeof entry === "string" && entry !== "" && fits(rule, entry)) return;
  const shown = typeof entry === "string" ? `the text ${JSON.stringify(entry)}` : kindOf(entry);
  throw new UsageError(`${where} must be ${allowed(rule)}, not ${shown}`);
}

function fits(
  { pattern, enum: values, minLength = 0, maxLength }: FieldRule,
  entry: string,
): boolean {
  return (
    entry.length >= minLength &&
    entry.length <= (maxLength ?? entry.length) &&
    (values?.includes(entry) ?? true) &&
    (pattern === undefined || new RegExp(pattern, "u").test(entry))
  );
}

function allowed({ title, pattern, enum: values }: FieldRule): string {
  if (values) return `one of ${values.join(", ")}`;
  return title ?? (pattern === undefined ? "a text" : `a text that matches ${pattern}`);
}

function kindOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "a list" : typeof value;
}
