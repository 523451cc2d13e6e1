import { isObject, type JsonObject, listOf } from "./json.js";
import { type Deref, follow } from "./references.js";

/** The keys of a path item that are operations. */
export const methods: readonly string[] = [
  "get",
  "put",
  "post",
  "delete",
  "patch",
  "head",
  "options",
  "trace",
];

/** An operation and where it stands; `method` in lower case. */
export interface FoundOperation {
  path: string;
  method: string;
  operation: JsonObject;
  pathItem: JsonObject;
}

/** Every operation of a document, in its order. */
export function operationsOf(paths: unknown): FoundOperation[] {
  if (!isObject(paths)) return [];
  return Object.entries(paths).flatMap(([path, pathItem]) => {
    if (!isObject(pathItem)) return [];
    return Object.keys(pathItem).flatMap((method) => {
      const operation = methods.includes(method) ? pathItem[method] : undefined;
      return isObject(operation) ? [{ path, method, operation, pathItem }] : [];
    });
  });
}

/** The GET of a document that has that operationId. */
export function readingOperation(
  operations: readonly FoundOperation[],
  operationId: unknown,
): FoundOperation | undefined {
  return operations.find(
    ({ method, operation }) => method === "get" && operation.operationId === operationId,
  );
}

/**
 * Whether an operation may be sent twice when it does not say so in `x-idempotent`: the methods that
 * HTTP (RFC 9110) calls idempotent.
 *
 * @param method in lower case.
 */
export function mayBeRepeated(method: string): boolean {
  return method !== "post" && method !== "patch";
}

/** The parameters that count for an operation: its own, and those of its path it does not override. */
export function parametersOf(operation: JsonObject, pathItem: unknown, deref: Deref): JsonObject[] {
  const own = listOf(operation.parameters).map(deref).filter(isObject);
  const shared = isObject(pathItem) ? listOf(pathItem.parameters).map(deref).filter(isObject) : [];
  const overridden = (one: JsonObject) =>
    own.some((other) => other.name === one.name && other.in === one.in);
  return [...shared.filter((one) => !overridden(one)), ...own];
}

/** Schema of the JSON body an operation is sent with. */
export function requestSchema(operation: JsonObject, deref: Deref): unknown {
  return follow(operation, ["requestBody", "content", "application/json", "schema"], deref);
}

/** What an operation answers with on success: the response of the 200, else of the lowest 2xx. */
export function successResponse(operation: JsonObject, deref: Deref): unknown {
  const responses = deref(operation.responses);
  const status = isObject(responses)
    ? Object.keys(responses)
        .sort()
        .find((key) => /^2\d\d$/.test(key))
    : undefined;
  return status === undefined ? undefined : follow(responses, [status], deref);
}

/** Schema of the JSON body an operation answers with on success. */
export function successSchema(operation: JsonObject, deref: Deref): unknown {
  const response = successResponse(operation, deref);
  return follow(response, ["content", "application/json", "schema"], deref);
}
