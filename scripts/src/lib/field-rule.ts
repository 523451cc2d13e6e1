import type { JsonObject } from "./json.js";

/** What operations.ts says of a value that a request may send, from its schema. */
export function fieldRule(schema: JsonObject, title = titleOf(schema)): JsonObject {
  const { type, minimum, minLength, maximum, maxLength, pattern } = schema;
  const rule = {
    title,
    type,
    least: minimum ?? minLength,
    most: maximum ?? maxLength,
    pattern,
    enum: schema.enum,
    default: schema.default,
  };
  return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined));
}

/** What fits, in words. */
function titleOf({ type, minimum, maximum, pattern, enum: values }: JsonObject): string {
  if (Array.isArray(values)) return values.join(" or ");
  if (type !== "integer") return pattern === undefined ? `a ${type}` : `text like ${pattern}`;
  const from = minimum === undefined ? "" : ` from ${minimum}`;
  return `a whole number${from}${maximum === undefined ? "" : ` to ${maximum}`}`;
}
