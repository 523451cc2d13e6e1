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
  requestSchema,
  requiredOf,
  successSchema,
} from "@cloud-clients/openapi-model";
import { fieldRule } from "./field-rule.js";

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
  const list = propertiesOf(requestSchema(operation, deref), deref)[name];
  const read = operationsOf(document.paths).find(
    (one) => one.method === "get" && one.operation.operationId === rule.read,
  );
  const answer = propertiesOf(successSchema(read?.operation ?? {}, deref), deref);
  const readFields = propertiesOf(answer[name]?.items, deref);
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
    unique: rule.unique ?? [],
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
