import { isObject } from "@cloud-clients/openapi-model";

/** Of generated files. */
const width = 100;
const plainKey = /^[A-Za-z_$][\w$]*$/;

/**
 * A value as TypeScript source: on one line where it fits, else one entry a line. Whatever a text holds, it
 * stays inside its quotes.
 */
export function literal(value: unknown, indent = "", used = 0, columns = width): string {
  const flat = flatLiteral(value);
  if (indent.length + used + flat.length <= columns) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const lines = value.map((item) => `${inner}${literal(item, inner, 1, columns)},\n`);
    return `[\n${lines.join("")}${indent}]`;
  }
  if (isObject(value)) {
    const lines = Object.entries(value).map(([key, item]) => {
      const name = propertyName(key);
      return `${inner}${name}: ${literal(item, inner, name.length + 3, columns)},\n`;
    });
    return `{\n${lines.join("")}${indent}}`;
  }
  return flat;
}

/** A text as a string literal. JSON leaves the line separators as they are, TypeScript ends the line there. */
export function stringLiteral(text: string): string {
  return JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/** A key as the name of a property; `__proto__` would set the object's prototype, were it not computed. */
function propertyName(key: string): string {
  if (key === "__proto__") return `["__proto__"]`;
  return plainKey.test(key) ? key : stringLiteral(key);
}

function flatLiteral(value: unknown): string {
  if (typeof value === "string") return stringLiteral(value);
  if (Array.isArray(value)) return `[${value.map(flatLiteral).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, item]) => `${propertyName(key)}: ${flatLiteral(item)}`,
  );
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
