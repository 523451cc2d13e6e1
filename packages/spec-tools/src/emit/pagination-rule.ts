import {
  type Deref,
  definedOnly,
  getAt,
  isObject,
  type JsonObject,
  propertiesOf,
  requestSchema,
  requiredOf,
  successSchema,
  typeOf,
} from "@cloud-clients/openapi-model";

/** The rule of operations.ts for a list, from its `x-pagination`; undefined when it has none. */
export function paginationRule(
  path: string,
  operation: JsonObject,
  deref: Deref,
): JsonObject | undefined {
  const rule = operation["x-pagination"];
  if (!isObject(rule)) return undefined;
  const asked = (name: string): unknown => getAt(rule, ["request", name]);
  const answered = (name: string): unknown => getAt(rule, ["response", name]);
  return definedOnly({
    operation: operation.operationId,
    path,
    style: rule.style,
    items: answered("items"),
    limit: asked("limit"),
    position: asked("cursor") ?? asked("offset"),
    fixed: asked("fixed"),
    next: answered("cursor"),
    more: answered("more"),
    silentEnd: mayStaySilent(operation, rule, deref) || undefined,
    total: answered("total"),
    ...(rule.in === "body" ? placeInBody(rule, operation, deref) : {}),
    unless: rule.style === "single" ? (rule.unless ?? []) : undefined,
  });
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
