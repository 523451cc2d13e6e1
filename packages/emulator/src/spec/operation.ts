import type { HttpMethod, Pagination, SchemaObject, WriteSemantics } from "./openapi-types.js";

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
