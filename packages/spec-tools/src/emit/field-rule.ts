import { definedOnly, type JsonObject } from "@cloud-clients/openapi-model";

/** What operations.ts says of a value that a request may send, from its schema. */
export function fieldRule(schema: JsonObject, title = titleOf(schema)): JsonObject {
  const { type, minimum, minLength, maximum, maxLength, pattern } = schema;
  return definedOnly({
    title,
    type,
    least: minimum ?? minLength,
    most: maximum ?? maxLength,
    pattern,
    enum: schema.enum,
    default: schema.default,
  });
}

/** What fits, in words. */
function titleOf(schema: JsonObject): string {
  const { type, minimum, maximum, minLength, maxLength, pattern } = schema;
  if (Array.isArray(schema.enum)) return schema.enum.join(" or ");
  if (pattern !== undefined) return `a text that matches ${pattern}`;
  if (type === "string") {
    const length = rangeOf(minLength, maxLength);
    return `a text${length && ` of ${length} characters`}`;
  }
  const range = rangeOf(minimum, maximum);
  return `a ${type === "integer" ? "whole number" : type}${range && `, ${range}`}`;
}

function rangeOf(least: unknown, most: unknown): string {
  if (most === undefined) return least === undefined ? "" : `${least} or more`;
  return least === undefined ? `up to ${most}` : `${least} to ${most}`;
}
