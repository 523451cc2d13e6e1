/** JSON text that does not depend on the order of keys. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === "bigint") return `${inner}n`;
    const fields = typeof inner === "object" && inner !== null && !Array.isArray(inner);
    return fields ? Object.fromEntries(Object.entries(inner).sort()) : inner;
  });
}

/**
 * A fingerprint of JSON data, as a whole number below 2^53 (FNV-1a, the upper bits): tells values apart,
 * keeps no secret.
 */
export function hash(value: unknown): number {
  let state = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(JSON.stringify(value))) {
    state = BigInt.asUintN(64, (state ^ BigInt(byte)) * 0x100000001b3n);
  }
  return Number(state >> 11n);
}

/** JSON where the text is JSON, else the text. */
export function parseIfJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
