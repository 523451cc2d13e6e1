/** A value in a message: text in quotes, and only its kind where it could be long. */
export function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "object" && value) return "an object";
  return value === undefined ? "missing" : String(value);
}
