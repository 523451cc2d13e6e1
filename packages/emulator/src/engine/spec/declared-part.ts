import {
  type Deref,
  getAt,
  isObject,
  itemsOf,
  listOf,
  propertiesOf,
} from "@cloud-clients/openapi-model";

/**
 * A value that was sent, without what its schema does not declare and what only the service may say (`readOnly`), at
 * any depth. A mapping whose schema declares no member, or lets it have others, stays as it is.
 */
export function declaredPart(value: unknown, schema: unknown, deref: Deref): unknown {
  if (Array.isArray(value)) {
    const items = itemsOf(schema, deref);
    return items === undefined ? value : value.map((item) => declaredPart(item, items, deref));
  }
  const declared = propertiesOf(schema, deref);
  if (!isObject(value) || Object.keys(declared).length === 0 || isOpen(schema, deref)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => {
      const own = Object.hasOwn(declared, name) ? declared[name] : undefined;
      if (own === undefined || own.readOnly === true) return [];
      return [[name, declaredPart(part, own, deref)]];
    }),
  );
}

/** Whether a mapping may have members besides those declared, or be one of several things. */
function isOpen(schema: unknown, deref: Deref): boolean {
  const target = deref(schema);
  const { additionalProperties = false, patternProperties } = Object(target);
  if (additionalProperties !== false || patternProperties !== undefined) return true;
  const choices = [...listOf(getAt(target, ["anyOf"])), ...listOf(getAt(target, ["oneOf"]))].filter(
    (choice) => getAt(deref(choice), ["type"]) !== "null",
  );
  if (choices.length > 1) return true;
  return [...listOf(getAt(target, ["allOf"])), ...choices].some((part) => isOpen(part, deref));
}
