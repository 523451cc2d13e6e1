import {
  type Deref,
  getAt,
  isNullable,
  isObject,
  itemsOf,
  type JsonObject,
  keywordOf,
  listOf,
  propertiesOf,
  requiredOf,
  typesOf,
} from "@cloud-clients/openapi-model";
import { generateSync } from "json-schema-faker";

const maxDepth = 8;

const ofFormat: Record<string, string> = {
  "date-time": "2026-01-31T12:00:00Z",
  date: "2026-01-31",
  time: "12:00:00Z",
  duration: "PT1H",
  email: "someone@example.com",
  hostname: "host.example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uri: "https://example.com/",
  url: "https://example.com/",
  uuid: "4f6c1a52-8d0e-4b7e-9a31-2f5d8c7b6a90",
  byte: "c3RyaW5n",
  password: "********",
};

/**
 * An example value for a schema: the schema's own examples, otherwise the simplest value that fits. The same schema
 * always gets the same value.
 */
export function exampleOf(schema: unknown, deref: Deref, use: Use = "response"): unknown {
  return valueFor(schema, { deref, leftOut: use === "response" ? "writeOnly" : "readOnly" }, []);
}

/** What an example is for: neither includes fields that are only in the other. */
export type Use = "response" | "request";

interface Making {
  deref: Deref;
  leftOut: "readOnly" | "writeOnly";
}

function valueFor(schema: unknown, making: Making, around: readonly unknown[]): unknown {
  const { deref } = making;
  const target = deref(schema);
  if (!isObject(target)) return {};
  const said = saidIn(target, deref);
  if (said !== undefined) return said;
  const [type] = typesOf(target, deref);
  switch (type) {
    case "object":
      return objectOf(target, making, around);
    case "array":
      return arrayOf(target, making, around);
    case "string":
      return textOf(target, deref);
    case "integer":
    case "number":
      return numberOf(target, deref);
    case "boolean":
      return true;
    default: {
      if (Object.keys(propertiesOf(target, deref)).length > 0) {
        return objectOf(target, making, around);
      }
      const [choice] = choicesOf(target).filter((one) => !isNullable(one, deref));
      if (choice !== undefined && around.length < maxDepth) {
        return valueFor(choice, making, [...around, target]);
      }
      return isNullable(target, deref) ? null : {};
    }
  }
}

/** The value that a schema names itself. */
function saidIn(target: JsonObject, deref: Deref): unknown {
  const example = keywordOf(target, "example", deref);
  if (example !== undefined) return example;
  const [first] = listOf(keywordOf(target, "examples", deref));
  if (first !== undefined) return first;
  const constant = keywordOf(target, "const", deref);
  if (constant !== undefined) return constant;
  const values = listOf(keywordOf(target, "enum", deref));
  if (values.length > 0) return values[0];
  const usual = keywordOf(target, "default", deref);
  return usual === null ? undefined : usual;
}

function choicesOf(target: JsonObject): unknown[] {
  return [...listOf(target.oneOf), ...listOf(target.anyOf)];
}

function objectOf(target: JsonObject, making: Making, around: readonly unknown[]): JsonObject {
  const { deref, leftOut } = making;
  const required = requiredOf(target, deref);
  const ways = [...around, target];
  const found: JsonObject = {};
  for (const [name, property] of Object.entries(propertiesOf(target, deref))) {
    if (keywordOf(property, leftOut, deref) === true) continue;
    const isDeep = around.length >= maxDepth || holdsItself(property, ways, deref);
    if (isDeep && !required.includes(name)) continue;
    found[name] =
      isDeep && isNullable(property, deref) ? null : valueFor(property, making, isDeep ? [] : ways);
  }
  return found;
}

function holdsItself(property: JsonObject, ways: readonly unknown[], deref: Deref): boolean {
  return ways.includes(property) || ways.includes(itemsOf(property, deref));
}

function arrayOf(target: JsonObject, making: Making, around: readonly unknown[]): unknown[] {
  const { deref } = making;
  const items = itemsOf(target, deref);
  const least = numberIn(target, "minItems", deref) ?? 0;
  const isDeep = around.length >= maxDepth || around.includes(items);
  if (items === undefined || (isDeep && least === 0)) return [];
  const item = valueFor(items, making, [...around, target]);
  return Array.from({ length: Math.max(least, 1) }, () => item);
}

function textOf(target: JsonObject, deref: Deref): string {
  const format = ofFormat[String(keywordOf(target, "format", deref))];
  const pattern = keywordOf(target, "pattern", deref);
  const least = numberIn(target, "minLength", deref) ?? 0;
  const most = numberIn(target, "maxLength", deref) ?? Number.POSITIVE_INFINITY;
  if (typeof pattern === "string") {
    const length = { minLength: least, ...(Number.isFinite(most) ? { maxLength: most } : {}) };
    return String(generateSync({ type: "string", pattern, ...length }, { seed: 1 }));
  }
  if (format !== undefined && format.length >= least && format.length <= most) return format;
  return "string"
    .repeat(Math.max(1, Math.ceil(least / 6)))
    .slice(0, Math.max(least, Math.min(most, 6)));
}

function numberOf(target: JsonObject, deref: Deref): number {
  const step = numberIn(target, "multipleOf", deref) ?? 1;
  const least = numberIn(target, "minimum", deref) ?? numberIn(target, "exclusiveMinimum", deref);
  const most = numberIn(target, "maximum", deref) ?? numberIn(target, "exclusiveMaximum", deref);
  const isAbove = keywordOf(target, "exclusiveMinimum", deref) !== undefined;
  const start = least === undefined ? Math.min(1, most ?? 1) : isAbove ? least + step : least;
  return Math.ceil(start / step) * step;
}

function numberIn(target: JsonObject, keyword: string, deref: Deref): number | undefined {
  const value = keywordOf(target, keyword, deref);
  return typeof value === "number" ? value : undefined;
}

/** Whether a media type has an example, in either of the two ways. */
export function hasExample(mediaType: unknown): boolean {
  return ["example", "examples"].some((key) => getAt(mediaType, [key]) !== undefined);
}
