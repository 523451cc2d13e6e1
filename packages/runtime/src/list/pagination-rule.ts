/**
 * How a list is paged; generated from `x-pagination`. The compiler checks that the path exists and
 * can be read with GET.
 */
export type PaginationRule<Paths = Record<string, unknown>> = {
  /** The list's operationId. */
  readonly operation: string;
  /** Path template of the list. */
  readonly path: keyof Paths & string;
} & (CursorRule | OffsetRule);

/** Pages that are linked by an opaque cursor. */
export interface CursorRule {
  readonly style: "cursor";
  /** Query parameters for page size and cursor. */
  readonly request: { readonly limit: string; readonly cursor: string };
  /** Fields of the answer: the items, the next cursor, whether there are more. */
  readonly response: { readonly items: string; readonly cursor: string; readonly more: string };
}

/** Pages that are counted from the start of the list. */
export interface OffsetRule {
  readonly style: "offset";
  /** Query parameters for page size and position. */
  readonly request: { readonly limit: string; readonly offset: string };
  /** Fields of the answer: the items and the number of all matches. */
  readonly response: { readonly items: string; readonly total: string };
}
