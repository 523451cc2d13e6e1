import { stableJson } from "../base/json.js";
import type { Entry, WriteRule } from "./rule.js";

/**
 * Normalizes an entry for comparison: defaults filled in, enum values spelled as in the spec, read-only and
 * absent fields (`null` in a response) left out. Idempotent.
 */
export function normalise(rule: WriteRule, entry: Entry): Entry {
  if (typeof entry === "string") return entry;
  const fields: [string, unknown][] = [];
  for (const name of new Set([...Object.keys(rule.fields), ...Object.keys(entry)])) {
    if (rule.readOnly.includes(name)) continue;
    const { enum: known, default: fallback } = ownField(rule, name) ?? {};
    const value = (Object.hasOwn(entry, name) ? entry[name] : undefined) ?? fallback;
    const text = typeof value === "string" ? value.toLowerCase() : undefined;
    const spelt = known?.find((one) => one.toLowerCase() === text);
    if (value !== undefined) fields.push([name, spelt ?? value]);
  }
  return Object.fromEntries(fields);
}

function ownField(rule: WriteRule, name: string) {
  return Object.hasOwn(rule.fields, name) ? rule.fields[name] : undefined;
}

/** The values that identify an entry; `undefined` if one is missing or the entry is of the wrong kind. */
function identityOf(rule: WriteRule, normal: Entry): readonly unknown[] | undefined {
  if (rule.entry || typeof normal === "string") {
    return rule.entry && typeof normal === "string" ? [normal] : undefined;
  }
  const values = rule.identity.map((name) => normal[name]);
  return values.includes(undefined) ? undefined : values;
}

/** The identity of an entry, for messages: `8080/tcp`. */
export function labelOf(rule: WriteRule, entry: Entry): string | undefined {
  const values = identityOf(rule, normalise(rule, entry));
  return values?.map((one) => (typeof one === "object" ? stableJson(one) : one)).join("/");
}

/** The names of the fields in which two entries differ, for messages. */
export function differing(rule: WriteRule, one: Entry, other: Entry): string {
  const textsOf = (entry: Entry): Map<string, string> =>
    new Map(
      Object.entries(normalise(rule, entry)).map(([name, value]) => [name, stableJson(value)]),
    );
  const [a, b] = [textsOf(one), textsOf(other)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((name) => a.get(name) !== b.get(name))
    .join(", ");
}

/**
 * A list with its entries' identities and normal forms, computed once so that comparisons take linear time.
 */
export class EntryList {
  /** The identity of each entry; `undefined` for values that cannot be entries. */
  readonly keys: readonly (string | undefined)[];
  /** A string per entry; two entries have the same if and only if they are equivalent. */
  readonly texts: readonly string[];

  constructor(
    readonly rule: WriteRule,
    readonly entries: readonly Entry[],
  ) {
    const normal = entries.map((entry) => normalise(rule, entry));
    this.texts = normal.map(stableJson);
    this.keys = normal.map((entry) => {
      const values = identityOf(rule, entry);
      return values && stableJson(values);
    });
  }

  /** The entries by identity; of duplicates, the last. */
  byKey(): Map<string | undefined, Entry> {
    return new Map(this.entries.map((entry, index) => [this.keys[index], entry]));
  }

  /**
   * Whether two lists are equivalent: order (unless it matters), defaults and read-only fields do not count.
   */
  equals(other: EntryList): boolean {
    if (this.texts.length !== other.texts.length) return false;
    if (this.rule.ordered) return this.texts.every((text, index) => text === other.texts[index]);
    return this.without(other).length === 0;
  }

  /** The entries that another list lacks, compared as a whole; of duplicates, as many as it lacks. */
  without(other: EntryList): readonly Entry[] {
    const lacking = this.lackingIn(other);
    return this.entries.filter((_, index) => lacking[index]);
  }

  /** For each entry, whether another list lacks it. */
  lackingIn(other: EntryList): readonly boolean[] {
    const left = new Map<string, number>();
    for (const text of other.texts) left.set(text, (left.get(text) ?? 0) + 1);
    return this.texts.map((text) => {
      const count = left.get(text) ?? 0;
      left.set(text, count - 1);
      return count < 1;
    });
  }

  /**
   * This list as it was read, without the fields that the service adds to an entry: those that its documents
   * do not mention and nobody wrote.
   */
  comparableTo(desired: EntryList): EntryList {
    const desiredByKey = desired.byKey();
    const lacking = this.lackingIn(desired);
    const entries = this.entries.map((entry, index) => {
      // An entry that is desired exactly as it is needs no trimming, even if another has the same identity.
      if (!lacking[index]) return entry;
      const match = desiredByKey.get(this.keys[index]);
      if (typeof entry === "string" || typeof match !== "object") return entry;
      const comparable = Object.entries(entry).filter(
        ([name]) => ownField(this.rule, name) || Object.hasOwn(match, name),
      );
      return Object.fromEntries(comparable);
    });
    return new EntryList(this.rule, entries);
  }

  /** Whether this list, as it was read, shows what an edit desired. */
  shows(desired: EntryList): boolean {
    return this.comparableTo(desired).equals(desired);
  }

  /** How this list, as it was read, differs from what an edit desired. */
  differences(desired: EntryList): { missing: readonly Entry[]; unexpected: readonly Entry[] } {
    const comparable = this.comparableTo(desired);
    return { missing: desired.without(comparable), unexpected: comparable.without(desired) };
  }
}
