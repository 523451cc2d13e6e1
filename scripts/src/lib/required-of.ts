import { getAt, strings } from "./json.js";

/** Names of the properties that a schema requires, those of its `allOf` parts included. */
export function requiredOf(schema: unknown, deref: (node: unknown) => unknown): string[] {
  const parts = getAt(schema, ["allOf"]);
  const inherited = Array.isArray(parts)
    ? parts.flatMap((part) => requiredOf(deref(part), deref))
    : [];
  return [...strings(getAt(schema, ["required"])), ...inherited];
}
