import { getAt, isObject, type JsonObject, listOf } from "./json.js";
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

/** An operation and its position; `method` in lower case. */
export interface FoundOperation {
  path: string;
  method: string;
  operation: JsonObject;
  pathItem: JsonObject;
}

/** Every operation of a document, in document order. */
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

/** The GET with that operationId. */
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

/**
 * Whether an operation may be sent twice: what its `x-idempotent` says, else {@link mayBeRepeated}.
 *
 * @param found its method in lower case.
 */
export function isIdempotent({
  operation,
  method,
}: Pick<FoundOperation, "operation" | "method">): boolean {
  const said = operation["x-idempotent"];
  return typeof said === "boolean" ? said : mayBeRepeated(method);
}

/** The effective parameters of an operation: its own, and those of its path that it does not override. */
export function parametersOf(operation: JsonObject, pathItem: unknown, deref: Deref): JsonObject[] {
  const own = listOf(operation.parameters).map(deref).filter(isObject);
  const shared = isObject(pathItem) ? listOf(pathItem.parameters).map(deref).filter(isObject) : [];
  const overridden = (one: JsonObject) =>
    own.some((other) => other.name === one.name && other.in === one.in);
  return [...shared.filter((one) => !overridden(one)), ...own];
}

/** The JSON body that an operation is sent with. */
export interface RequestBody {
  required: boolean;
  schema: unknown;
}

/** The JSON body that an operation is sent with; undefined when it takes none. */
export function requestBodyOf(operation: JsonObject, deref: Deref): RequestBody | undefined {
  const body = deref(operation.requestBody);
  if (!isObject(body)) return undefined;
  return { required: body.required === true, schema: jsonSchema(body, deref) };
}

/** Schema of the JSON body an operation is sent with. */
export function requestSchema(operation: JsonObject, deref: Deref): unknown {
  return requestBodyOf(operation, deref)?.schema;
}

/** The responses that an operation declares, by status in upper case: `200`, `4XX`, `DEFAULT`. */
export function responsesOf(operation: JsonObject, deref: Deref): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const [status, response] of Object.entries(deref(operation.responses) ?? {})) {
    const resolved = deref(response);
    if (isObject(resolved)) found.set(status.toUpperCase(), resolved);
  }
  return found;
}

/** Schema of the JSON body of a response or a request body; undefined when it declares none. */
export function jsonSchema(holder: unknown, deref: Deref): unknown {
  return follow(holder, ["content", "application/json", "schema"], deref);
}

/** The success response of an operation: that of the 200, else of the lowest 2xx. */
export function successResponse(operation: JsonObject, deref: Deref): JsonObject | undefined {
  const responses = responsesOf(operation, deref);
  const status = [...responses.keys()].sort().find((key) => /^2\d\d$/.test(key));
  return status === undefined ? undefined : responses.get(status);
}

/** Schema of the JSON body of an operation's success response. */
export function successSchema(operation: JsonObject, deref: Deref): unknown {
  return jsonSchema(successResponse(operation, deref), deref);
}

/** The ways to prove who calls an operation, any of which will do: its own, else those of the document. */
export function securityOf(operation: JsonObject, document: JsonObject): JsonObject[] {
  return listOf(operation.security ?? document.security).filter(isObject);
}

/** The media type of JSON that a body or a response may have, with its schema. */
export interface JsonContent {
  mediaType: string;
  /** Not followed: it may be a `$ref`. */
  schema: unknown;
}

/** The JSON among the media types of a request body or a response; undefined when it has none. */
export function jsonContent(owner: unknown, deref: Deref): JsonContent | undefined {
  const content = getAt(deref(owner), ["content"]);
  if (!isObject(content)) return undefined;
  const mediaType = Object.keys(content).find((name) => /^application\/(?:.+\+)?json$/.test(name));
  if (mediaType === undefined) return undefined;
  return { mediaType, schema: getAt(content[mediaType], ["schema"]) };
}

/** Whether a request body or a response has content of any kind. */
export function hasContent(owner: unknown, deref: Deref): boolean {
  return Object.keys(Object(getAt(deref(owner), ["content"]))).length > 0;
}

/** Whether the body and the success responses of an operation are JSON, as far as it has them. */
export function speaksJson({ requestBody, responses }: JsonObject, deref: Deref): boolean {
  const successes = Object.entries(isObject(responses) ? responses : {})
    .filter(([status]) => /^2(?:\d\d|XX)$/i.test(status))
    .map(([, response]) => response);
  return [requestBody, ...successes].every(
    (one) => !hasContent(one, deref) || jsonContent(one, deref) !== undefined,
  );
}
