/** JSON text that does not depend on the order of keys. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === "bigint") return `${inner}n`;
    const fields = typeof inner === "object" && inner !== null && !Array.isArray(inner);
    return fields ? Object.fromEntries(Object.entries(inner).sort()) : inner;
  });
}
