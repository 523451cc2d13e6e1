import { successSchema } from "../../../specs/rules/schema-facts.js";
import { derefIn } from "./deref.js";
import { getAt, isObject, type JsonObject } from "./json.js";
import { requiredOf } from "./required-of.js";

/** The rule of operations.ts for a list, from its `x-pagination`; undefined when it has none. */
export function paginationRule(
  document: JsonObject,
  path: string,
  operation: JsonObject,
): JsonObject | undefined {
  const rule = operation["x-pagination"];
  if (!isObject(rule)) return undefined;
  return {
    operation: operation.operationId,
    path,
    style: rule.style,
    ...(rule.in === "body" ? { in: "body" } : {}),
    ...(rule.request === undefined ? {} : { request: rule.request }),
    response: rule.response,
    ...(rule.unless === undefined ? {} : { unless: rule.unless }),
    ...(mayStaySilent(document, operation, rule) ? { silentEnd: true } : {}),
  };
}

/** Whether the schema lets an answer of a cursor list leave out both fields that say how it goes on. */
function mayStaySilent(document: JsonObject, operation: JsonObject, rule: JsonObject): boolean {
  if (rule.style !== "cursor") return false;
  const deref = derefIn(document);
  const required: unknown[] = requiredOf(successSchema(operation, deref), deref);
  return ["cursor", "more"].every((role) => !required.includes(getAt(rule, ["response", role])));
}
