import {
  type Deref,
  derefIn,
  type FoundOperation,
  getAt,
  isNullable,
  isObject,
  type JsonObject,
  jsonSchema,
  type Keys,
  keywordOf,
  operationsOf,
  type Pagination,
  parametersOf,
  propertiesOf,
  type ReplacedList,
  type RequestBody,
  readPagination,
  requestBodyOf,
  responsesOf,
  type SharedField,
  schemaAt,
  securityOf,
  successSchema,
  typeOf,
  writeSemantics,
} from "@cloud-clients/openapi-model";

/** One operation of a document, with what the emulator needs to route and check it, and to respond. */
export interface Operation {
  /** Its operationId, else its method and path. */
  readonly id: string;
  /** In lower case. */
  readonly method: string;
  /** As in the document, with `{names}`. */
  readonly path: string;
  readonly parameters: Parameters;
  readonly body?: Readonly<RequestBody>;
  /** By status: `200`, `4XX`, `DEFAULT`. */
  readonly responses: ReadonlyMap<string, DeclaredResponse>;
  /** The 204 that the document declares, else its lowest 2xx status; 200 where it declares none. */
  readonly successStatus: number;
  /** The ways to prove who calls, any of which will do; none: no credentials are needed. */
  readonly security: readonly JsonObject[];
  readonly pagination?: PagedList;
  readonly writes?: ListWrite;
}

/** The parameters of an operation by their place. */
export interface Parameters {
  readonly path: readonly Parameter[];
  readonly query: readonly Parameter[];
  readonly header: readonly Parameter[];
}

/** A parameter in the path, the query or the headers. */
export interface Parameter {
  readonly name: string;
  readonly required: boolean;
  /** Whether it is the same in all calls of a client. */
  readonly ofClient: boolean;
  readonly allowEmpty: boolean;
  readonly explode: boolean;
  readonly schema: JsonObject;
  readonly type: unknown;
  /** Type of an array's items. */
  readonly itemType: unknown;
}

/** What a document declares for a status. */
export interface DeclaredResponse {
  /** Of the JSON body; undefined when there is none. */
  readonly schema: unknown;
  /** Examples of the whole JSON body. */
  readonly examples: readonly unknown[];
  /** Names of headers in lower case. */
  readonly headers: ReadonlySet<string>;
}

/** What an operation declares for a status: under itself, its family, or `default`. */
export function declaredResponse(
  { responses }: Operation,
  status: number,
): DeclaredResponse | undefined {
  const family = `${Math.floor(status / 100)}XX`;
  return responses.get(String(status)) ?? responses.get(family) ?? responses.get("DEFAULT");
}

/** `x-pagination`: where a list's page parameters and page fields are, and how a page ends a list. */
export type PagedList = Pagination & {
  /** What stands in place of the next cursor or address on the last page; undefined for nothing. */
  readonly end: null | "" | undefined;
};

/** `x-write-semantics`: what a PUT replaces whole, and where that is read. */
export interface ListWrite {
  /** The operation that shows what the PUT replaces. */
  readonly read: { readonly id: string; readonly path: string };
  readonly lists: readonly WrittenList[];
  /** Most entries of all lists together. */
  readonly maxItems: number | undefined;
  /** Members of the body, beside the lists, that are shown around the lists. */
  readonly others: readonly WrittenField[];
  readonly version: SharedField | undefined;
  /** Where a response lists what failed. */
  readonly failures: Keys | undefined;
}

/** A list that a PUT replaces, with the defaults that the schema of its entries declares. */
export interface WrittenList extends ReplacedList {
  readonly defaults: Readonly<JsonObject>;
}

/** A member of a PUT's body that is no list, and what it is when the body leaves it out. */
export interface WrittenField extends SharedField {
  /** Undefined where none is declared: then it keeps its value. */
  readonly default: unknown;
}

/**
 * Lists the operations of a document, in its order.
 *
 * @throws Error naming the operation whose rule makes no sense, or the operationId that two have
 */
export function readOperations(document: JsonObject): Operation[] {
  const deref = derefIn(document);
  const all = operationsOf(document.paths);
  const operations = all.map((found) => readOperation(found, all, document, deref));
  const seen = new Map<string, Operation>();
  for (const operation of operations) {
    const other = seen.get(operation.id);
    if (other) {
      const both = `${other.path} and ${operation.path}`;
      throw new Error(`two operations have the operationId ${operation.id}: of ${both}`);
    }
    seen.set(operation.id, operation);
  }
  return operations;
}

function readOperation(
  found: FoundOperation,
  all: readonly FoundOperation[],
  document: JsonObject,
  deref: Deref,
): Operation {
  const { path, method, operation } = found;
  const list = readPagination(found, deref);
  const write = writeSemantics(found, all, deref);
  const [problem] = [...list.problems, ...write.problems];
  if (problem) throw new Error(`${method.toUpperCase()} ${path}: ${problem.message}`);
  const body = requestBodyOf(operation, deref);
  const responses = readResponses(operation, deref);
  return {
    id: idOf(found),
    method,
    path,
    parameters: readParameters(found, deref),
    responses,
    successStatus: successOf([...responses.keys()]),
    security: securityOf(operation, document),
    ...(body && { body }),
    ...(list.rule && { pagination: { ...list.rule, end: endOf(list.rule, deref) } }),
    ...(write.rule && { writes: readWrite(write.rule, body, deref) }),
  };
}

function idOf({ path, method, operation }: FoundOperation): string {
  const { operationId } = operation;
  return typeof operationId === "string" ? operationId : `${method.toUpperCase()} ${path}`;
}

function readResponses(operation: JsonObject, deref: Deref): Map<string, DeclaredResponse> {
  const responses = new Map<string, DeclaredResponse>();
  for (const [status, response] of responsesOf(operation, deref)) {
    const json = deref(getAt(deref(response.content), ["application/json"]));
    const named = Object.values(deref(getAt(json, ["examples"])) ?? {}).map((each) =>
      getAt(deref(each), ["value"]),
    );
    const examples = [getAt(json, ["example"]), ...named].filter((each) => each !== undefined);
    const headers = Object.keys(deref(response.headers) ?? {}).map((name) => name.toLowerCase());
    const schema = jsonSchema(response, deref);
    responses.set(status, { schema, examples, headers: new Set(headers) });
  }
  return responses;
}

/** Where 200 and 204 are both declared, neither with a body, 204 says all there is to say. */
function successOf(statuses: readonly string[]): number {
  const successes = statuses.filter((status) => /^2\d\d$/.test(status)).map(Number);
  if (successes.includes(204)) return 204;
  return successes.length > 0 ? Math.min(...successes) : 200;
}

/** OpenAPI passes over header parameters of these names: they are said elsewhere. */
const unheeded = new Set(["accept", "content-type", "authorization"]);

function readParameters({ operation, pathItem }: FoundOperation, deref: Deref): Parameters {
  const all = parametersOf(operation, pathItem, deref).filter(
    ({ in: place, name }) => place !== "header" || !unheeded.has(String(name).toLowerCase()),
  );
  const inPlace = (place: string): Parameter[] =>
    all.filter((parameter) => parameter.in === place).map((each) => readParameter(each, deref));
  return { path: inPlace("path"), query: inPlace("query"), header: inPlace("header") };
}

function readParameter(parameter: JsonObject, deref: Deref): Parameter {
  const schema = deref(parameter.schema);
  const explodes = parameter.in === "query" || parameter.in === "cookie";
  return {
    name: String(parameter.name),
    required: parameter.required === true,
    ofClient: parameter["x-client-parameter"] === true,
    allowEmpty: parameter.allowEmptyValue === true,
    explode: explodes && parameter.explode !== false,
    schema: isObject(schema) ? schema : {},
    type: typeOf(schema, deref),
    itemType: typeOf(keywordOf(schema, "items", deref), deref),
  };
}

/** What the last page of a list has where the others have the way to the next one. */
function endOf(rule: Pagination, deref: Deref): PagedList["end"] {
  if ((rule.style !== "cursor" && rule.style !== "link") || rule.next.in !== "body") {
    return undefined;
  }
  const { schema } = rule.next;
  if (isNullable(schema, deref)) return null;
  const mayBeEmpty = ["minLength", "format", "pattern", "enum"].every(
    (keyword) => keywordOf(schema, keyword, deref) === undefined,
  );
  return rule.style === "cursor" && mayBeEmpty ? "" : undefined;
}

type WriteRule = NonNullable<ReturnType<typeof writeSemantics>["rule"]>;

function readWrite(rule: WriteRule, body: RequestBody | undefined, deref: Deref): ListWrite {
  const { read, lists, maxItems, version, failures } = rule;
  return {
    read: { id: idOf(read), path: read.path },
    lists: lists.map((list) => ({ ...list, defaults: defaultsOf(list.item, deref) })),
    maxItems,
    others: otherFields(rule, body, deref),
    version,
    failures,
  };
}

/** The defaults that the members of an object declare. */
function defaultsOf(schema: unknown, deref: Deref): JsonObject {
  const found: JsonObject = {};
  for (const [name, property] of Object.entries(propertiesOf(schema, deref))) {
    const value = keywordOf(property, "default", deref);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/** What is kept, and the body's members that the response has around the first list, the nearest there. */
function otherFields(
  { read, lists, keep, version }: WriteRule,
  body: RequestBody | undefined,
  deref: Deref,
): WrittenField[] {
  const withDefault = (field: SharedField): WrittenField => ({
    ...field,
    default: keywordOf(field.schema, "default", deref),
  });
  const response = successSchema(read.operation, deref);
  const from = lists[0]?.from ?? [];
  const around = from.map((_key, index) => from.slice(0, from.length - 1 - index));
  const ruled = [...lists, ...keep, ...(version ? [version] : [])].map(({ to }) => to[0]);
  const beside = Object.entries(propertiesOf(body?.schema, deref)).flatMap(([name, schema]) => {
    const above = around.find((keys) => schemaAt(response, [...keys, name], deref) !== undefined);
    return ruled.includes(name) || !above ? [] : [{ from: [...above, name], to: [name], schema }];
  });
  return [...keep, ...beside].map(withDefault);
}
