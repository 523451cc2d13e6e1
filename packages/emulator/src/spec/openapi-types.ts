/** The parts of an OpenAPI 3.0 document that the emulator reads. Everything else is passed over. */
export interface OpenApiDocument {
  readonly security?: readonly SecurityRequirement[];
  readonly paths: Readonly<Record<string, PathItem>>;
}

export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

export interface Reference {
  readonly $ref: string;
}

export const httpMethods = ["get", "put", "post", "delete", "patch"] as const;
export type HttpMethod = (typeof httpMethods)[number];

export type PathItem = { readonly [method in HttpMethod]?: OperationObject } & {
  readonly parameters?: readonly (ParameterObject | Reference)[];
};

export interface OperationObject {
  readonly operationId?: string;
  readonly parameters?: readonly (ParameterObject | Reference)[];
  readonly requestBody?: RequestBodyObject | Reference;
  readonly responses?: Readonly<Record<string, ResponseObject | Reference>>;
  readonly security?: readonly SecurityRequirement[];
  readonly "x-pagination"?: Pagination;
  readonly "x-write-semantics"?: WriteSemantics;
}

export interface ParameterObject {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required?: boolean;
  readonly allowEmptyValue?: boolean;
  readonly explode?: boolean;
  readonly schema?: SchemaObject | Reference;
}

export interface SchemaObject {
  readonly type?: string;
  readonly default?: unknown;
  readonly items?: SchemaObject | Reference;
  readonly properties?: Readonly<Record<string, SchemaObject | Reference>>;
}

export interface RequestBodyObject {
  readonly required?: boolean;
  readonly content: Readonly<Record<string, { readonly schema?: SchemaObject | Reference }>>;
}

export interface ResponseObject {
  readonly content?: Readonly<Record<string, { readonly schema?: SchemaObject | Reference }>>;
}

/** `x-pagination`: where a list's page parameters and page fields are. */
export type Pagination = CursorPagination | OffsetPagination;

export interface CursorPagination {
  readonly style: "cursor";
  readonly in: "query" | "body";
  readonly request: { readonly limit: string; readonly cursor: string };
  readonly response: { readonly items: string; readonly cursor: string; readonly more: string };
}

export interface OffsetPagination {
  readonly style: "offset";
  readonly in: "query" | "body";
  readonly request: { readonly limit: string; readonly offset: string };
  readonly response: { readonly items: string; readonly total: string };
}

/** `x-write-semantics`: which list a PUT replaces whole and what tells its entries apart. */
export interface WriteSemantics {
  readonly list: string;
  readonly identity: readonly string[];
  readonly unique?: readonly (readonly string[])[];
}
