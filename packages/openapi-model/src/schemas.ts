import { getAt, isObject, type JsonObject, listOf, strings } from "./json.js";
import type { Deref } from "./references.js";

/** The properties of an object schema by name, those of its `allOf` parts included. */
export function propertiesOf(schema: unknown, deref: Deref): Record<string, JsonObject> {
  const target = deref(schema);
  if (!isObject(target)) return {};
  const parts = listOf(target.allOf).map((part) => propertiesOf(part, deref));
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

/** Names of the properties that a schema requires, those of its `allOf` parts included. */
export function requiredOf(schema: unknown, deref: Deref): string[] {
  const target = deref(schema);
  const inherited = listOf(getAt(target, ["allOf"])).flatMap((part) => requiredOf(part, deref));
  return [...strings(getAt(target, ["required"])), ...inherited];
}

/** The type of a schema, looked for in its `allOf` parts when it has none itself. */
export function typeOf(schema: unknown, deref: Deref): unknown {
  const target = deref(schema);
  if (!isObject(target)) return undefined;
  if (target.type !== undefined) return target.type;
  return listOf(target.allOf)
    .map((part) => typeOf(part, deref))
    .find((type) => type !== undefined);
}

/** Whether a schema is a list of plain strings, whose entries identify themselves. */
export function isPlainList(list: unknown, deref: Deref): boolean {
  const target = deref(list);
  return (
    isObject(target) &&
    typeOf(target, deref) === "array" &&
    typeOf(target.items, deref) === "string"
  );
}
