import {
  derefIn,
  fromPointer,
  getAt,
  isObject,
  type JsonObject,
  toPointer,
} from "@cloud-clients/openapi-model";
import { settleVariants } from "./variants.js";

/** Which way a value travels: it decides what `readOnly`, `writeOnly` and `x-enum-open` mean. */
export type Direction = "request" | "response";

/**
 * The schemas of one OpenAPI document, 3.0 or 3.1, as JSON Schemas. Every node keeps its place, so that
 * the document's references stay good.
 */
export class JsonSchemas {
  readonly #document: JsonObject;
  /** Where each mapping of the document stands. */
  readonly #pointers = new WeakMap<object, string>();
  readonly #converted = new Map<Direction, JsonObject>();

  constructor(document: JsonObject) {
    this.#document = document;
    notePointers(document, [], this.#pointers);
  }

  /** The whole document, for values that travel this way. */
  all(direction: Direction): JsonObject {
    const known = this.#converted.get(direction);
    if (known !== undefined) return known;
    const converted = convert(this.#document, direction);
    settleVariants(converted, derefIn(converted));
    this.#converted.set(direction, converted);
    return converted;
  }

  /** Where a schema of the document stands, as in `#/components/schemas/Thing`; `#` for a stranger. */
  pointerTo(schema: JsonObject): string {
    return this.#pointers.get(schema) ?? "#";
  }

  /**
   * A copy of one schema, and of everything that it refers to, by the pointer that leads there: nothing else
   * of the document.
   */
  withReferences(direction: Direction, schema: JsonObject): ReadonlyMap<string, JsonObject> {
    const document = this.all(direction);
    const start = this.pointerTo(schema);
    const found = new Map<string, JsonObject>();
    const open = [start];
    for (const pointer of open) {
      if (found.has(pointer)) continue;
      const node = structuredClone(getAt(document, fromPointer(pointer)));
      found.set(pointer, isObject(node) ? node : {});
      open.push(...referencesIn(node));
    }
    return found;
  }
}

function notePointers(
  node: unknown,
  keys: readonly string[],
  pointers: WeakMap<object, string>,
): void {
  if (typeof node !== "object" || node === null || pointers.has(node)) return;
  pointers.set(node, toPointer(keys));
  for (const [key, value] of Object.entries(node)) notePointers(value, [...keys, key], pointers);
}

/** The references that stand anywhere in a schema. */
export function referencesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(referencesIn);
  if (!isObject(node)) return [];
  const own = typeof node.$ref === "string" ? [node.$ref] : [];
  return [...own, ...Object.values(node).flatMap(referencesIn)];
}

/** Keywords whose value has parts by names that are made up: no key in it is a keyword. */
const naming = new Set([
  ...["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"],
  ...["paths", "responses", "content", "schemas", "parameters", "requestBodies", "headers"],
]);

/** Keywords whose value is data: nothing in it is a keyword. */
const data = new Set(["enum", "const", "default"]);

function convert(node: JsonObject, direction: Direction): JsonObject {
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(node)) {
    // Examples by name are none of JSON Schema, and their data may look like a schema with an id.
    if (key === "example" || (key === "examples" && !Array.isArray(value))) continue;
    if (data.has(key)) copy[key] = value;
    else if (naming.has(key) && isObject(value)) copy[key] = convertParts(value, direction);
    else copy[key] = key === "examples" ? value : convertValue(value, direction);
  }
  if (node.example !== undefined && copy.examples === undefined) copy.examples = [node.example];
  rewriteInt64(copy);
  rewriteBounds(copy);
  if (!isPattern(copy.pattern)) delete copy.pattern;
  if (direction === "response" && copy["x-enum-open"] === true) delete copy.enum;
  if (copy.nullable === true) allowNull(copy);
  if (Array.isArray(copy.required) && isObject(node.properties)) {
    const skipped = direction === "request" ? "readOnly" : "writeOnly";
    copy.required = withoutSkipped(copy.required, node.properties, skipped);
  }
  return copy;
}

function convertParts(parts: JsonObject, direction: Direction): JsonObject {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, convertValue(part, direction)]),
  );
}

function convertValue(value: unknown, direction: Direction): unknown {
  if (Array.isArray(value)) return value.map((each) => convertValue(each, direction));
  return isObject(value) ? convert(value, direction) : value;
}

/** Whether a text is an expression as JSON Schema writes it; some documents have other dialects. */
function isPattern(text: unknown): boolean {
  try {
    new RegExp(String(text), "u");
    return typeof text === "string";
  } catch {
    return false;
  }
}

function rewriteInt64(schema: JsonObject): void {
  if (schema["x-int64"] === undefined) return;
  for (const keyword of ["type", "format", "minimum", "maximum"]) delete schema[keyword];
  schema.int64 = true;
}

function rewriteBounds(schema: JsonObject): void {
  for (const [flag, bound] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    if (typeof schema[flag] !== "boolean") continue;
    if (schema[flag]) {
      schema[flag] = schema[bound];
      delete schema[bound];
    } else {
      delete schema[flag];
    }
  }
}

function allowNull(schema: JsonObject): void {
  if (typeof schema.type === "string") schema.type = [schema.type, "null"];
  if (Array.isArray(schema.enum) && !schema.enum.includes(null)) {
    schema.enum = [...schema.enum, null];
  }
}

function withoutSkipped(
  required: readonly unknown[],
  properties: JsonObject,
  flag: "readOnly" | "writeOnly",
): unknown[] {
  return required.filter((name) => {
    const property = typeof name === "string" ? properties[name] : undefined;
    return !(isObject(property) && property[flag] === true);
  });
}
