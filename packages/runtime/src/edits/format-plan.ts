import { stableJson } from "../base/json.js";
import { nameOfPlace } from "../base/places.js";
import { printable } from "../base/text.js";
import { hasFields } from "./compare.js";
import { type Plan, readPlan } from "./plan.js";
import type { Entry } from "./rule.js";

/**
 * Prints a plan for people: a summary, then one line per entry that is added (`+`), removed (`-`) or changed
 * (`~`, with `old -> new` for each field that differs). Kept entries are only counted.
 *
 * ```text
 * ports of ca338f12f3: 1 to add, 1 to remove, 1 to change, 3 kept
 *   + port 9000, protocol http
 *   - port 22, protocol tcp
 *   ~ port 80, protocol tcp -> http
 * ```
 *
 * Makes no request. Secrets show as `[redacted]`, and unprintable characters are escaped, since entries come from
 * the service. For programs, use the plan itself: the format may change in any release.
 *
 * @returns lines without a line break at the end.
 * @throws UsageError when the plan was altered or truncated, or is not a plan.
 */
export function formatPlan<Stored>(plan: Plan<Stored>): string {
  const { list, id, added, removed, changed, kept, reordered, secrets = [] } = readPlan(plan);
  const counts = [
    added.length > 0 && `${added.length} to add`,
    removed.length > 0 && `${removed.length} to remove`,
    changed.length > 0 && `${changed.length} to change`,
    reordered && "a new order",
  ].filter((count) => typeof count === "string");
  const summary = counts.length === 0 ? "nothing to change" : counts.join(", ");
  return [
    `${printable(nameOfPlace(list))} of ${printable(id)}: ${summary}, ${kept.length} kept`,
    ...added.map((entry) => `  + ${formatEntry(entry, secrets)}`),
    ...removed.map((entry) => `  - ${formatEntry(entry, secrets)}`),
    ...changed.map(({ base, desired }) => `  ~ ${formatChange(base, desired, secrets)}`),
  ].join("\n");
}

function formatEntry(entry: Entry, secrets: readonly string[]): string {
  if (typeof entry === "string") return formatValue("", entry, secrets);
  const fields = Object.entries(entry).filter(([, value]) => value !== undefined);
  if (fields.length === 0) return "{}";
  return fields
    .map(([name, value]) => `${formatText(name)} ${formatValue(name, value, secrets)}`)
    .join(", ");
}

function formatChange(base: Entry, desired: Entry, secrets: readonly string[]): string {
  if (typeof base === "string" || typeof desired === "string") {
    return `${formatEntry(base, secrets)} -> ${formatEntry(desired, secrets)}`;
  }
  return [...new Set([...Object.keys(base), ...Object.keys(desired)])]
    .map((name) => {
      const [from, to] = [base[name], desired[name]];
      const next = formatValue(name, to, secrets);
      const same = stableJson(from) === stableJson(to);
      return `${formatText(name)} ${same ? next : `${formatValue(name, from, secrets)} -> ${next}`}`;
    })
    .join(", ");
}

/** A text that needs no quotes: nothing in it separates fields, and it reads as text. */
const plainText = String.raw`^(?!(true|false|null)$)[\p{L}\p{N}._:/@+-]+$`;

function isPlainText(value: string): boolean {
  // Built here and not at import, as in `printable`.
  return new RegExp(plainText, "u").test(value) && Number.isNaN(Number(value));
}

/** A field's name, or its value if that is text; in quotes if it could be read as more than one word. */
function formatText(text: string): string {
  return isPlainText(text) ? text : printable(JSON.stringify(text));
}

function formatValue(name: string, value: unknown, secrets: readonly string[]): string {
  if (value === undefined) return "(not set)";
  if (secrets.includes(name)) return "[redacted]";
  if (typeof value === "string") return formatText(value);
  return printable(JSON.stringify(withoutSecrets(value, secrets)));
}

function withoutSecrets(value: unknown, secrets: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutSecrets(one, secrets));
  if (!hasFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      secrets.includes(name) ? "[redacted]" : withoutSecrets(one, secrets),
    ]),
  );
}
