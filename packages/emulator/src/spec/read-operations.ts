import {
  httpMethods,
  type OpenApiDocument,
  type OperationObject,
  type PathItem,
} from "./openapi-types.js";
import type { Operation, RequestBody, ResponseShape } from "./operation.js";
import { follow, pointTo } from "./pointer.js";
import { readParameters } from "./read-parameters.js";
import { readReplacedList } from "./read-replaced-list.js";

/** Lists the operations of a bundle, in the order of the document. */
export function readOperations(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    httpMethods.flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      const pointer = pointTo("", "paths", path, method);
      const id = operation.operationId;
      if (id === undefined) throw new Error(`${pointer}: operationId is missing`);
      return [{ id, method, path, ...readShapes(document, item, operation, pointer) }];
    }),
  );
}

function readShapes(
  document: OpenApiDocument,
  item: PathItem,
  operation: OperationObject,
  pointer: string,
): Omit<Operation, "id" | "method" | "path"> {
  const body = readBody(document, operation, pointer);
  const responses = readResponses(document, operation, pointer);
  const pagination = operation["x-pagination"];
  const semantics = operation["x-write-semantics"];
  return {
    parameters: readParameters(document, item, operation, pointer),
    responses,
    successStatus: successOf(responses, pointer),
    secured: (operation.security ?? document.security ?? []).length > 0,
    ...(body && { body }),
    ...(pagination && { pagination }),
    ...(semantics && body && { replacedList: readReplacedList(document, semantics, body) }),
  };
}

function readBody(
  document: OpenApiDocument,
  operation: OperationObject,
  pointer: string,
): RequestBody | undefined {
  if (operation.requestBody === undefined) return undefined;
  const body = follow(document, operation.requestBody, pointTo(pointer, "requestBody"));
  return {
    required: body.node.required === true,
    pointer: pointTo(body.pointer, "content", "application/json", "schema"),
  };
}

function readResponses(
  document: OpenApiDocument,
  operation: OperationObject,
  pointer: string,
): Map<string, ResponseShape> {
  const responses = new Map<string, ResponseShape>();
  for (const [status, response] of Object.entries(operation.responses ?? {})) {
    const found = follow(document, response, pointTo(pointer, "responses", status));
    const declared = found.node.content?.["application/json"]?.schema !== undefined;
    responses.set(status.toUpperCase(), {
      pointer: declared
        ? pointTo(found.pointer, "content", "application/json", "schema")
        : undefined,
    });
  }
  return responses;
}

/** Where 200 and 204 are both declared, neither with a body, 204 says all there is to say. */
function successOf(responses: ReadonlyMap<string, ResponseShape>, pointer: string): number {
  const successes = [...responses.keys()].filter((status) => /^2\d\d$/.test(status)).map(Number);
  if (successes.length === 0) throw new Error(`${pointer}: no 2xx response is declared`);
  return successes.includes(204) ? 204 : Math.min(...successes);
}
