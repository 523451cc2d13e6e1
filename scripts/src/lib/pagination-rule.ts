import { isObject, type JsonObject } from "./json.js";

/** The rule of operations.ts for a list, from its `x-pagination`; undefined when it has none. */
export function paginationRule(path: string, operation: JsonObject): JsonObject | undefined {
  const rule = operation["x-pagination"];
  if (!isObject(rule)) return undefined;
  return {
    operation: operation.operationId,
    path,
    style: rule.style,
    ...(rule.in === "body" ? { in: "body" } : {}),
    request: rule.request,
    response: rule.response,
  };
}
