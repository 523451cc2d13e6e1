import {
  type Deref,
  derefIn,
  type FoundOperation,
  isObject,
  type JsonObject,
  jsonSchema,
  operationsOf,
  parametersOf,
  propertiesOf,
  propertyOf,
  type RequestBody,
  requestBodyOf,
  responsesOf,
  securityOf,
  toPointer,
  typeOf,
} from "@cloud-clients/openapi-model";

/** One operation of a bundle, with what the emulator needs to route, check and answer it. */
export interface Operation {
  readonly id: string;
  /** In lower case. */
  readonly method: string;
  /** As in the document, with `{names}`. */
  readonly path: string;
  readonly parameters: Parameters;
  readonly body?: Readonly<RequestBody>;
  /** Schemas of JSON bodies by status (`200`, `4XX`, `DEFAULT`); undefined where there is no body. */
  readonly responses: ReadonlyMap<string, unknown>;
  /** The 204 that the document declares, else its lowest 2xx status. */
  readonly successStatus: number;
  /** False when the document says that the operation needs no credentials. */
  readonly secured: boolean;
  readonly pagination?: Pagination;
  readonly replacedList?: ReplacedList;
}

/** The parameters of an operation by their place. */
export interface Parameters {
  readonly path: readonly Parameter[];
  readonly query: readonly Parameter[];
}

/** A parameter in the path or the query. */
export interface Parameter {
  readonly name: string;
  readonly required: boolean;
  readonly allowEmpty: boolean;
  readonly explode: boolean;
  readonly schema: JsonObject;
  readonly type: unknown;
  /** Type of an array's items. */
  readonly itemType: unknown;
}

/** `x-pagination`: where a list's page parameters and page fields are. */
export type Pagination = CursorPagination | OffsetPagination | SinglePagination;

/** Pages named by a cursor that the page before hands out. */
export interface CursorPagination {
  readonly style: "cursor";
  readonly in: "query" | "body";
  readonly request: { readonly limit: string; readonly cursor: string };
  readonly response: { readonly items: string; readonly cursor: string; readonly more: string };
}

/** Pages named by how many items come before them. */
export interface OffsetPagination {
  readonly style: "offset";
  readonly in: "query" | "body";
  readonly request: { readonly limit: string; readonly offset: string };
  readonly response: { readonly items: string; readonly total: string };
}

/** The whole list in one answer. */
export interface SinglePagination {
  readonly style: "single";
  readonly response: { readonly items: string };
}

/**
 * `x-write-semantics`: a list that a PUT replaces whole, what tells its entries apart (nothing where
 * they are plain strings), and the defaults that the schema of its entries declares.
 */
export interface ReplacedList {
  readonly list: string;
  readonly identity: readonly string[];
  readonly itemDefaults: Readonly<JsonObject>;
}

/**
 * Lists the operations of a bundle, in the order of the document.
 *
 * @throws Error naming the operation that makes no sense
 */
export function readOperations(document: JsonObject): Operation[] {
  const deref = derefIn(document);
  return operationsOf(document.paths).map((found) => readOperation(found, document, deref));
}

function readOperation(found: FoundOperation, document: JsonObject, deref: Deref): Operation {
  const { path, method, operation } = found;
  const where = toPointer(["paths", path, method]);
  const { operationId } = operation;
  if (typeof operationId !== "string") throw new Error(`${where}: operationId is missing`);
  const body = requestBodyOf(operation, deref);
  const responses = [...responsesOf(operation, deref)].map(
    ([status, response]) => [status, jsonSchema(response, deref)] as const,
  );
  const pagination = operation["x-pagination"] as Pagination | undefined;
  const replacedList = readReplacedList(operation, body, deref, where);
  return {
    id: operationId,
    method,
    path,
    parameters: readParameters(found, deref),
    responses: new Map(responses),
    successStatus: successOf(
      responses.map(([status]) => status),
      where,
    ),
    secured: securityOf(operation, document).length > 0,
    ...(body && { body }),
    ...(pagination && { pagination }),
    ...(replacedList && { replacedList }),
  };
}

/** Where 200 and 204 are both declared, neither with a body, 204 says all there is to say. */
function successOf(statuses: readonly string[], where: string): number {
  const successes = statuses.filter((status) => /^2\d\d$/.test(status)).map(Number);
  if (successes.length === 0) throw new Error(`${where}: no 2xx response is declared`);
  return successes.includes(204) ? 204 : Math.min(...successes);
}

function readParameters({ operation, pathItem }: FoundOperation, deref: Deref): Parameters {
  const all = parametersOf(operation, pathItem, deref);
  const inPlace = (place: string): Parameter[] =>
    all.filter((parameter) => parameter.in === place).map((each) => readParameter(each, deref));
  return { path: inPlace("path"), query: inPlace("query") };
}

function readParameter(parameter: JsonObject, deref: Deref): Parameter {
  const schema = deref(parameter.schema);
  return {
    name: String(parameter.name),
    required: parameter.required === true,
    allowEmpty: parameter.allowEmptyValue === true,
    explode: parameter.explode !== false,
    schema: isObject(schema) ? schema : {},
    type: typeOf(schema, deref),
    itemType: isObject(schema) ? typeOf(schema.items, deref) : undefined,
  };
}

/** The list that `x-write-semantics` names, with the defaults that the schema of its entries declares. */
function readReplacedList(
  operation: JsonObject,
  body: RequestBody | undefined,
  deref: Deref,
  where: string,
): ReplacedList | undefined {
  const semantics = operation["x-write-semantics"] as ReplacedList | undefined;
  if (semantics === undefined || body === undefined) return undefined;
  const list = propertyOf(propertiesOf(body.schema, deref), semantics.list);
  if (list?.items === undefined) {
    throw new Error(`${where}: x-write-semantics names ${semantics.list}, which is no list there`);
  }
  const itemDefaults: JsonObject = {};
  for (const [name, property] of Object.entries(propertiesOf(list.items, deref))) {
    if (property.default !== undefined) itemDefaults[name] = property.default;
  }
  return { ...semantics, itemDefaults };
}
