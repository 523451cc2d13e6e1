import { refuse } from "./options.js";

/** JSON text that does not depend on the order of keys. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === "bigint") return `${inner}n`;
    const fields = typeof inner === "object" && inner !== null && !Array.isArray(inner);
    return fields ? Object.fromEntries(Object.entries(inner).sort(byKey)) : inner;
  });
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

/**
 * A fingerprint of JSON data, as a whole number from 0 to 2^53 (cyrb53). Fast, but not cryptographic: it
 * distinguishes values and protects nothing.
 */
export function hash(value: unknown): number {
  const text = JSON.stringify(value);
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
}

/** JSON where the text is JSON, else the text. */
export function parseIfJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What is read as JSON data. */
export interface JsonUse {
  /** How many levels of lists and objects may be nested. */
  readonly deepest: number;
  /**
   * Whether values are read that JSON writes as something else: an object of a class, such as a Date, as its
   * `toJSON` says, and `undefined` in a list as null.
   */
  readonly asWritten: boolean;
}

/** What an edit writes is compared with what is read later: nothing in it may change on its way. */
export const writtenData: JsonUse = { deepest: 32, asWritten: false };

/** What a list is asked for is only sent. */
export const askedData: JsonUse = { deepest: 100, asWritten: true };

/**
 * Copies the caller's data, so that later changes to it have no effect. Fields that are `undefined` are left
 * out.
 *
 * @param name - its name, for messages.
 * @throws UsageError naming what JSON cannot represent, by its position inside the value.
 */
export function copyJson(
  name: string,
  value: unknown,
  use: JsonUse,
  around: readonly unknown[] = [],
): unknown {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (Number.isFinite(value)) return value;
  if (typeof value !== "object") refuse(name, "JSON data", value);
  if (around.includes(value)) refuse(name, "JSON data, which cannot contain itself", value);
  if (around.length === use.deepest) {
    refuse(name, `JSON data nested at most ${use.deepest} levels deep`, value);
  }
  const copy = (place: string, inner: unknown): unknown =>
    copyJson(place, inner, use, [...around, value]);
  if (Array.isArray(value)) {
    // A hole is `undefined` here; most array functions would skip it.
    return Array.from(value, (one, index) =>
      one === undefined && use.asWritten ? null : copy(`${name}[${index}]`, one),
    );
  }
  if (!use.asWritten && Object.prototype.toString.call(value) !== "[object Object]") {
    refuse(name, "JSON data", value);
  }
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const copied = fields.map(([key, field]) => [key, copy(`${name}.${key}`, field)]);
  const { toJSON } = value as { toJSON?: unknown };
  return use.asWritten && typeof toJSON === "function"
    ? copy(name, toJSON.call(value))
    : Object.fromEntries(copied);
}
