/** The parts of an OpenAPI 3.0 document that the emulator reads. Everything else is passed over. */
export interface OpenApiDocument {
  readonly security?: readonly SecurityRequirement[];
  readonly paths: Readonly<Record<string, PathItem>>;
}

/** Names of security schemes, with their scopes. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

/** A `$ref` in place of the thing itself. */
export interface Reference {
  readonly $ref: string;
}

/** The methods of a path item that are operations here. */
export const httpMethods = ["get", "put", "post", "delete", "patch"] as const;
/** A method, as a path item writes it. */
export type HttpMethod = (typeof httpMethods)[number];

/** The operations of one path, and the parameters that they share. */
export type PathItem = { readonly [method in HttpMethod]?: OperationObject } & {
  readonly parameters?: readonly (ParameterObject | Reference)[];
};

/** An operation as the document has it. */
export interface OperationObject {
  readonly operationId?: string;
  readonly parameters?: readonly (ParameterObject | Reference)[];
  readonly requestBody?: RequestBodyObject | Reference;
  readonly responses?: Readonly<Record<string, ResponseObject | Reference>>;
  readonly security?: readonly SecurityRequirement[];
  readonly "x-pagination"?: Pagination;
  readonly "x-write-semantics"?: WriteSemantics;
}

/** A parameter as the document has it. */
export interface ParameterObject {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required?: boolean;
  readonly allowEmptyValue?: boolean;
  readonly explode?: boolean;
  readonly schema?: SchemaObject | Reference;
}

/** The keywords of a schema that are read here; the rest is for Ajv. */
export interface SchemaObject {
  readonly type?: string;
  readonly default?: unknown;
  readonly items?: SchemaObject | Reference;
  readonly properties?: Readonly<Record<string, SchemaObject | Reference>>;
}

/** A request body as the document has it. */
export interface RequestBodyObject {
  readonly required?: boolean;
  readonly content: Readonly<Record<string, { readonly schema?: SchemaObject | Reference }>>;
}

/** A response as the document has it. */
export interface ResponseObject {
  readonly content?: Readonly<Record<string, { readonly schema?: SchemaObject | Reference }>>;
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
 * `x-write-semantics`: which list a PUT replaces whole and what tells its entries apart; no identity
 * where they are plain strings.
 */
export interface WriteSemantics {
  readonly list: string;
  readonly identity: readonly string[];
}
