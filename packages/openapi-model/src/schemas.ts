import { getAt, isObject, type JsonObject, listOf, strings } from "./json.js";
import type { Deref } from "./references.js";

/** The properties of an object schema by name, those of its `allOf` parts included. */
export function propertiesOf(schema: unknown, deref: Deref): Record<string, JsonObject> {
  const target = deref(schema);
  if (!isObject(target)) return {};
  const parts = partsOf(target, deref).map((part) => propertiesOf(part, deref));
  const found: Record<string, JsonObject> = Object.assign({}, ...parts);
  for (const [name, property] of Object.entries(deref(target.properties) ?? {})) {
    const resolved = deref(property);
    if (isObject(resolved)) found[name] = resolved;
  }
  return found;
}

/** The property of that name, if there is one; never a member that every object has. */
export function propertyOf(
  properties: Record<string, JsonObject>,
  name: unknown,
): JsonObject | undefined {
  return typeof name === "string" && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** The schema of what stands at `keys` below an object: a property of a property, and so on. */
export function schemaAt(
  schema: unknown,
  keys: readonly string[],
  deref: Deref,
): JsonObject | undefined {
  let current = deref(schema);
  for (const key of keys) current = propertyOf(propertiesOf(current, deref), key);
  return isObject(current) ? current : undefined;
}

/** Names of the properties that a schema requires, those of its `allOf` parts included. */
export function requiredOf(schema: unknown, deref: Deref): string[] {
  const target = deref(schema);
  if (!isObject(target)) return [];
  const inherited = partsOf(target, deref).flatMap((part) => requiredOf(part, deref));
  return [...strings(target.required), ...inherited];
}

/**
 * The types that a schema allows beside null, the same for OpenAPI 3.0 and 3.1: of its `type`, else of
 * its parts, else of its `enum` or `const`. None when it does not say.
 */
export function typesOf(schema: unknown, deref: Deref): string[] {
  const target = deref(schema);
  if (!isObject(target)) return [];
  const own = typeof target.type === "string" ? [target.type] : strings(target.type);
  if (own.length > 0) return own.filter((type) => type !== "null");
  const inherited = listOf(target.allOf).map((part) => typesOf(part, deref));
  const choices = choicesOf(target).flatMap((choice) => typesOf(choice, deref));
  const found = inherited.find((types) => types.length > 0) ?? choices;
  if (found.length > 0) return [...new Set(found)];
  const values = target.const === undefined ? listOf(target.enum) : [target.const];
  return [...new Set(values.filter((value) => value !== null).map(typeOfValue))];
}

/** The one type that a schema allows beside null; undefined when it allows several, or does not say. */
export function typeOf(schema: unknown, deref: Deref): string | undefined {
  const types = typesOf(schema, deref);
  return types.length === 1 ? types[0] : undefined;
}

/**
 * Whether a schema allows null, in the words of 3.0 (`nullable`, also beside `allOf` or `enum`) or of 3.1
 * (`type: [string, "null"]`, a choice with null, an `enum` with null and no type).
 */
export function isNullable(schema: unknown, deref: Deref): boolean {
  const target = deref(schema);
  if (!isObject(target)) return false;
  if (target.nullable === true || target.type === "null") return true;
  if (target.type !== undefined) return strings(target.type).includes("null");
  if (choicesOf(target).some((choice) => isNullable(choice, deref))) return true;
  if (target.const === null || listOf(target.enum).includes(null)) return true;
  const parts = listOf(target.allOf);
  return parts.length > 0 && parts.every((part) => isNullable(part, deref));
}

/**
 * What a keyword says in a schema: in itself, else in the first of its `allOf` parts (or in the one choice
 * beside null) that has it. Nothing is followed below.
 */
export function keywordOf(schema: unknown, keyword: string, deref: Deref): unknown {
  const target = deref(schema);
  if (!isObject(target)) return undefined;
  if (Object.hasOwn(target, keyword)) return target[keyword];
  return partsOf(target, deref)
    .map((part) => keywordOf(part, keyword, deref))
    .find((said) => said !== undefined);
}

/** The schema of the items of an array. */
export function itemsOf(schema: unknown, deref: Deref): JsonObject | undefined {
  const items = deref(keywordOf(schema, "items", deref));
  return isObject(items) ? items : undefined;
}

/** What always belongs to a schema: the parts of `allOf`, and the one choice that is left beside null. */
function partsOf(target: JsonObject, deref: Deref): unknown[] {
  const choices = choicesOf(target).filter((choice) => getAt(deref(choice), ["type"]) !== "null");
  return [...listOf(target.allOf), ...(choices.length === 1 ? choices : [])];
}

function choicesOf(target: JsonObject): unknown[] {
  return [...listOf(target.anyOf), ...listOf(target.oneOf)];
}

/** The name that JSON Schema has for the type of a value. */
function typeOfValue(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

/** Whether a schema is a list of plain strings, whose entries identify themselves. */
export function isPlainList(list: unknown, deref: Deref): boolean {
  return typeOf(list, deref) === "array" && typeOf(itemsOf(list, deref), deref) === "string";
}
