/**
 * A parsed mapping.
 * @typedef {Record<string, unknown>} Mapping
 */

/**
 * Follows a `$ref`; anything else comes back as it is.
 * @typedef {(node: unknown) => unknown} Deref
 */

/**
 * What is wrong, and where below the operation.
 * @typedef {{ message: string, path: (string | number)[] }} Problem
 */

/**
 * Whether a value is a mapping (no array, no null).
 * @param {unknown} value
 * @returns {value is Mapping}
 */
export function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * What stands at `keys`, with every `$ref` on the way followed; undefined where the way ends.
 * @param {unknown} node
 * @param {string[]} keys
 * @param {Deref} deref
 * @returns {unknown}
 */
export function follow(node, keys, deref) {
  return keys.reduce((current, key) => {
    return isMapping(current) && Object.hasOwn(current, key) ? deref(current[key]) : undefined;
  }, deref(node));
}

/**
 * Schema of the JSON body an operation answers with on success: the 200, else the lowest 2xx.
 * @param {Mapping} operation
 * @param {Deref} deref
 * @returns {unknown}
 */
export function successSchema(operation, deref) {
  const responses = deref(operation.responses);
  const status = isMapping(responses)
    ? Object.keys(responses)
        .sort()
        .find((key) => /^2\d\d$/.test(key))
    : undefined;
  if (status === undefined) return undefined;
  return follow(responses, [status, "content", "application/json", "schema"], deref);
}

/**
 * Schema of the JSON body an operation is sent with.
 * @param {Mapping} operation
 * @param {Deref} deref
 * @returns {unknown}
 */
export function requestSchema(operation, deref) {
  return follow(operation, ["requestBody", "content", "application/json", "schema"], deref);
}

/**
 * The properties of an object schema by name, those of its `allOf` parts included.
 * @param {unknown} schema
 * @param {Deref} deref
 * @returns {Record<string, Mapping>}
 */
export function propertiesOf(schema, deref) {
  const target = deref(schema);
  if (!isMapping(target)) return {};
  const parts = Array.isArray(target.allOf) ? target.allOf : [];
  /** @type {Record<string, Mapping>} */
  const found = Object.assign({}, ...parts.map((part) => propertiesOf(part, deref)));
  for (const [name, property] of Object.entries(deref(target.properties) ?? {})) {
    const resolved = deref(property);
    if (isMapping(resolved)) found[name] = resolved;
  }
  return found;
}

/**
 * The type of a schema, looked for in its `allOf` parts when it has none itself.
 * @param {unknown} schema
 * @param {Deref} deref
 * @returns {unknown}
 */
export function typeOf(schema, deref) {
  const target = deref(schema);
  if (!isMapping(target)) return undefined;
  if (target.type !== undefined || !Array.isArray(target.allOf)) return target.type;
  return target.allOf.map((part) => typeOf(part, deref)).find((type) => type !== undefined);
}

/**
 * The parameters that count for an operation: its own, and those of its path it does not override.
 * @param {Mapping} operation
 * @param {unknown} pathItem
 * @param {Deref} deref
 * @returns {Mapping[]}
 */
export function parametersOf(operation, pathItem, deref) {
  const own = listOf(operation.parameters).map(deref).filter(isMapping);
  const shared = isMapping(pathItem)
    ? listOf(pathItem.parameters).map(deref).filter(isMapping)
    : [];
  const overridden = (/** @type {Mapping} */ one) =>
    own.some((other) => other.name === one.name && other.in === one.in);
  return [...shared.filter((one) => !overridden(one)), ...own];
}

/**
 * A list, or an empty one when it is none.
 * @param {unknown} value
 * @returns {unknown[]}
 */
export function listOf(value) {
  return Array.isArray(value) ? value : [];
}
