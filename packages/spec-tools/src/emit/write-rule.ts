import {
  type Deref,
  definedOnly,
  derefIn,
  isObject,
  isPlainList,
  type JsonObject,
  listOf,
  operationsOf,
  propertiesOf,
  propertyOf,
  readingOperation,
  requestSchema,
  requiredOf,
  successSchema,
} from "@cloud-clients/openapi-model";

/**
 * The rule of operations.ts for a PUT that replaces a list, from its `x-write-semantics` and the schemas
 * it names; undefined when it has none.
 */
export function writeRule(
  document: JsonObject,
  path: string,
  operation: JsonObject,
): JsonObject | undefined {
  const rule = operation["x-write-semantics"];
  if (!isObject(rule)) return undefined;
  const deref = derefIn(document);
  const name = String(rule.list);
  const list = propertyOf(propertiesOf(requestSchema(operation, deref), deref), name);
  const read = readingOperation(operationsOf(document.paths), rule.read);
  const answer = propertiesOf(successSchema(read?.operation ?? {}, deref), deref);
  const readFields = propertiesOf(propertyOf(answer, name)?.items, deref);
  const item = deref(list?.items);
  const plain = isPlainList(list, deref);
  return definedOnly({
    operation: operation.operationId,
    path,
    read: read?.path,
    id: path
      .match(/\{([^}]*)\}/g)
      ?.at(-1)
      ?.slice(1, -1),
    list: name,
    identity: rule.identity,
    ordered: rule.ordered,
    maxItems: list?.maxItems,
    keep: rule.keep,
    failures: rule.failures,
    entry: plain && isObject(item) ? entryRule(item) : undefined,
    fields: fieldRules(item, listOf(rule.identity), deref),
    readOnly: Object.keys(readFields).filter((field) => readFields[field]?.readOnly === true),
  });
}

/** A plain entry is never empty, and its title says what a pattern means. */
function entryRule(item: JsonObject): JsonObject {
  const { title } = item;
  return fieldRule({ minLength: 1, ...item }, typeof title === "string" ? title : undefined);
}

/** Rules of the fields a request may send; what identifies an entry must be there or have a default. */
function fieldRules(item: unknown, identity: unknown[], deref: Deref): JsonObject {
  const required: unknown[] = requiredOf(item, deref);
  const writable = Object.entries(propertiesOf(item, deref)).filter(
    ([, schema]) => schema.readOnly !== true,
  );
  return Object.fromEntries(
    writable.map(([name, schema]) => {
      const identifies = identity.includes(name) && schema.default === undefined;
      const needed = required.includes(name) || identifies;
      return [name, { ...fieldRule(schema), ...(needed ? { required: true } : {}) }];
    }),
  );
}

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
