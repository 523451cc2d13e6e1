import {
  propertiesOf,
  requestSchema,
  successSchema,
  typeOf,
} from "../../../specs/rules/schema-facts.js";
import type { Deref } from "./deref.js";
import { getAt, isObject, type JsonObject } from "./json.js";
import { requiredOf } from "./required-of.js";

/** The rule of operations.ts for a list, from its `x-pagination`; undefined when it has none. */
export function paginationRule(
  path: string,
  operation: JsonObject,
  deref: Deref,
): JsonObject | undefined {
  const rule = operation["x-pagination"];
  if (!isObject(rule)) return undefined;
  const { limit, cursor, offset } = isObject(rule.request) ? rule.request : ({} as JsonObject);
  const { items, cursor: next, more, total } = rule.response as JsonObject;
  return known({
    operation: operation.operationId,
    path,
    items,
    limit,
    position: cursor ?? offset,
    next,
    more,
    silentEnd: mayStaySilent(operation, rule, deref) || undefined,
    total,
    ...(rule.in === "body" ? placeInBody(rule, operation, deref) : {}),
    unless: rule.style === "single" ? (rule.unless ?? []) : undefined,
  });
}

function known(rule: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined));
}

/** Whether the schema lets an answer of a cursor list leave out both fields that say how it goes on. */
function mayStaySilent(operation: JsonObject, rule: JsonObject, deref: Deref): boolean {
  if (rule.style !== "cursor") return false;
  const required: unknown[] = requiredOf(successSchema(operation, deref), deref);
  return ["cursor", "more"].every((role) => !required.includes(getAt(rule, ["response", role])));
}

/** Says that page size and position stand in the body, and whether they are strings there. */
function placeInBody(rule: JsonObject, operation: JsonObject, deref: Deref): JsonObject {
  const limit = propertiesOf(requestSchema(operation, deref), deref)[
    String(getAt(rule, ["request", "limit"]))
  ];
  return { in: "body", ...(typeOf(limit, deref) === "string" ? { digits: true } : {}) };
}
