import { isObject } from "./json.js";

const width = 100;
const plainKey = /^[A-Za-z_$][\w$]*$/;

/** A value as TypeScript source: on one line where it fits, else one entry a line. */
export function literal(value: unknown, indent = "", used = 0): string {
  const flat = flatLiteral(value);
  if (indent.length + used + flat.length <= width) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const lines = value.map((item) => `${inner}${literal(item, inner, 1)},\n`);
    return `[\n${lines.join("")}${indent}]`;
  }
  if (isObject(value)) {
    const lines = Object.entries(value).map(([key, item]) => {
      const name = keyOf(key);
      return `${inner}${name}: ${literal(item, inner, name.length + 3)},\n`;
    });
    return `{\n${lines.join("")}${indent}}`;
  }
  return flat;
}

function flatLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flatLiteral).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${keyOf(key)}: ${flatLiteral(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function keyOf(key: string): string {
  return plainKey.test(key) ? key : JSON.stringify(key);
}
