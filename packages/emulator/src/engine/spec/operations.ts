import {
  follow,
  type HttpMethod,
  httpMethods,
  type Located,
  type OpenApiDocument,
  type OperationObject,
  type Pagination,
  type ParameterObject,
  type PathItem,
  pointTo,
  type SchemaObject,
  type WriteSemantics,
} from "./openapi.js";

/** One operation of a bundle, with what the emulator needs to route, check and answer it. */
export interface Operation {
  readonly id: string;
  readonly method: HttpMethod;
  /** As in the document, with `{names}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body?: RequestBody;
  /** By status: `200`, `4XX`, `default`. */
  readonly responses: ReadonlyMap<string, ResponseShape>;
  /** The 204 that the document declares, else its lowest 2xx status. */
  readonly successStatus: number;
  /** False when the document says that the operation needs no credentials. */
  readonly secured: boolean;
  readonly pagination?: Pagination;
  readonly replacedList?: ReplacedList;
}

/** A parameter in the path or the query. */
export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly allowEmpty: boolean;
  readonly explode: boolean;
  readonly schema: SchemaObject;
  /** Type of an array's items. */
  readonly itemType: string | undefined;
  readonly pointer: string;
}

/** A JSON body that an operation takes. */
export interface RequestBody {
  readonly required: boolean;
  readonly pointer: string;
}

/** The body that a status is declared with. */
export interface ResponseShape {
  /** Undefined when the document declares no JSON body. */
  readonly pointer: string | undefined;
}

/** A list that a PUT replaces whole, with the defaults that its item schema declares. */
export interface ReplacedList extends WriteSemantics {
  readonly itemDefaults: Readonly<Record<string, unknown>>;
}

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

/** Path and query parameters of an operation; those of the path item count unless overridden. */
function readParameters(
  document: OpenApiDocument,
  item: PathItem,
  operation: OperationObject,
  pointer: string,
): Parameter[] {
  const itemPointer = pointer.slice(0, pointer.lastIndexOf("/"));
  const found = [
    ...locate(document, item.parameters, itemPointer),
    ...locate(document, operation.parameters, pointer),
  ];
  const byName = new Map(found.map((each) => [`${each.node.in} ${each.node.name}`, each]));
  return [...byName.values()].flatMap((each) => readParameter(document, each));
}

function locate(
  document: OpenApiDocument,
  parameters: OperationObject["parameters"],
  pointer: string,
): Located<ParameterObject>[] {
  return (parameters ?? []).map((parameter, index) =>
    follow(document, parameter, pointTo(pointer, "parameters", index)),
  );
}

function readParameter(document: OpenApiDocument, found: Located<ParameterObject>): Parameter[] {
  const { node } = found;
  if (node.in !== "path" && node.in !== "query") return [];
  const pointer = pointTo(found.pointer, "schema");
  const schema = follow<SchemaObject>(document, node.schema ?? {}, pointer).node;
  const items = schema.items && follow<SchemaObject>(document, schema.items, pointer).node;
  return [
    {
      name: node.name,
      in: node.in,
      required: node.required === true,
      allowEmpty: node.allowEmptyValue === true,
      explode: node.explode ?? true,
      schema,
      itemType: items?.type,
      pointer,
    },
  ];
}

/** Adds to `x-write-semantics` the defaults that the list's item schema declares. */
function readReplacedList(
  document: OpenApiDocument,
  semantics: WriteSemantics,
  body: RequestBody,
): ReplacedList {
  const where = `${body.pointer}: x-write-semantics names the list ${semantics.list}`;
  const schema = follow<SchemaObject>(document, { $ref: `#${body.pointer}` }, body.pointer).node;
  const list = schema.properties?.[semantics.list];
  if (list === undefined) throw new Error(`${where}, which the body does not have`);
  const items = follow<SchemaObject>(document, list, body.pointer).node.items;
  if (items === undefined) throw new Error(`${where}, which has no items`);
  const item = follow<SchemaObject>(document, items, body.pointer).node;
  const itemDefaults: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(item.properties ?? {})) {
    const { default: value } = follow<SchemaObject>(document, property, body.pointer).node;
    if (value !== undefined) itemDefaults[name] = value;
  }
  return { ...semantics, itemDefaults };
}
