/**
 * JSON text of plain data. A bigint becomes its digits, all of them: `JSON.stringify` refuses
 * bigints, and a number would lose digits beyond 2^53.
 */
export function serializeJson(value: unknown): string {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return `[${value.map((each) => serializeJson(each)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => `${JSON.stringify(name)}:${serializeJson(member)}`);
  return `{${members.join(",")}}`;
}
