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

/**
 * Refuses what JSON cannot represent. `undefined` is allowed: its field is left out.
 *
 * @param name - the name of the value, for the message.
 * @throws UsageError naming the position inside the value.
 */
export function checkJson(name: string, value: unknown, around: readonly unknown[] = []): void {
  if (value === undefined || value === null) return;
  if (typeof value === "string" || typeof value === "boolean" || Number.isFinite(value)) return;
  if (typeof value !== "object") refuse(name, "JSON data", value);
  if (around.includes(value)) refuse(name, "JSON data, which cannot contain itself", value);
  if (around.length === 100) refuse(name, "JSON data nested at most 100 levels deep", value);
  for (const [key, inner] of Object.entries(value as object)) {
    const place = Array.isArray(value) ? `${name}[${key}]` : `${name}.${key}`;
    checkJson(place, inner, [...around, value]);
  }
}
