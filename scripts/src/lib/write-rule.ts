import { operationsOf } from "../../../specs/rules/operations-of.js";
import { isPlainList } from "../../../specs/rules/plain-list-problems.js";
import { propertiesOf, requestSchema, successSchema } from "../../../specs/rules/schema-facts.js";
import { derefIn } from "./deref.js";
import { isObject, type JsonObject } from "./json.js";
import { requiredOf } from "./required-of.js";

const keywords = [
  "type",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "pattern",
  "enum",
  "default",
] as const;

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
  const maxItems = list?.maxItems;
  const plain = isPlainList(list, deref);
  return {
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
    ...(maxItems === undefined ? {} : { maxItems }),
    ...(rule.keep === undefined ? {} : { keep: rule.keep }),
    ...(rule.failures === undefined ? {} : { failures: rule.failures }),
    ...(plain && isObject(item) ? { entry: { ...valueRule(item), ...titleOf(item) } } : {}),
    fields: fieldRules(propertiesOf(item, deref), requiredOf(item, deref)),
    readOnly: Object.keys(readFields).filter((field) => readFields[field]?.readOnly === true),
  };
}

function fieldRules(fields: Record<string, JsonObject>, required: string[]): JsonObject {
  const writable = Object.entries(fields).filter(([, schema]) => schema.readOnly !== true);
  return Object.fromEntries(
    writable.map(([name, schema]) => {
      const rule = valueRule(schema);
      return [name, required.includes(name) ? { ...rule, required: true } : rule];
    }),
  );
}

/** A title says in messages what a pattern means. */
function titleOf({ title }: JsonObject): JsonObject {
  return typeof title === "string" ? { title } : {};
}

function valueRule(schema: JsonObject): JsonObject {
  const said = keywords.filter((keyword) => schema[keyword] !== undefined);
  return Object.fromEntries(said.map((keyword) => [keyword, schema[keyword]]));
}
