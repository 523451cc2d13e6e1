/**
 * How a list is paged; generated from `x-pagination`. The compiler checks that the path exists.
 */
export type PaginationRule<Paths = Record<string, unknown>> = {
  /** The list's operationId. */
  readonly operation: string;
  /** Path template of the list. */
  readonly path: keyof Paths & string;
  /** Set when page size and position stand in the body of a POST; else in the query of a GET. */
  readonly in?: "body";
  /** Set when page size and position are sent as strings of digits. */
  readonly digits?: true;
} & (CursorRule | OffsetRule);

/** Pages that are linked by an opaque cursor. */
export interface CursorRule {
  readonly style: "cursor";
  /** Names of page size and cursor in the request. */
  readonly request: { readonly limit: string; readonly cursor: string };
  /** Fields of the answer: the items, the next cursor, whether there are more. */
  readonly response: { readonly items: string; readonly cursor: string; readonly more: string };
}

/** Pages that are counted from the start of the list. */
export interface OffsetRule {
  readonly style: "offset";
  /** Names of page size and position in the request. */
  readonly request: { readonly limit: string; readonly offset: string };
  /** Fields of the answer: the items and the number of all matches. */
  readonly response: { readonly items: string; readonly total: string };
}
