/**
 * How a list is paged; generated from `x-pagination`. The compiler checks that the path exists.
 */
export type PaginationRule<Paths = Record<string, unknown>> =
  | CursorRule<Paths>
  | OffsetRule<Paths>
  | SingleRule<Paths>;

/** What all list rules share. */
export interface ListRule<Paths = Record<string, unknown>> {
  /** The list's operationId. */
  readonly operation: string;
  /** Path template of the list. */
  readonly path: keyof Paths & string;
  /** The paging style. */
  readonly style: "cursor" | "offset" | "single";
  /** Field of the response with the items. */
  readonly items: string;
  /** Name of the page size in the request, if the list has one. */
  readonly limit?: string;
  /** Name of the cursor or offset in the request, if the list has one. */
  readonly position?: string;
  /** Set if the query is in the body of a POST instead of the URL of a GET. */
  readonly in?: "body";
  /** Set if page size and position are sent as strings of digits. */
  readonly digits?: true;
}

/** A list paged by an opaque cursor. */
export interface CursorRule<Paths = Record<string, unknown>> extends ListRule<Paths> {
  readonly style: "cursor";
  readonly position: string;
  /** Field of the response with the next cursor. */
  readonly next: string;
  /** Field of the response that says whether there are more items. */
  readonly more: string;
  /** Set if the specification requires neither of the two; then the list ends where both are missing. */
  readonly silentEnd?: true;
}

/** A list paged by offset from its start. */
export interface OffsetRule<Paths = Record<string, unknown>> extends ListRule<Paths> {
  readonly style: "offset";
  readonly limit: string;
  readonly position: string;
  /** Field of the response with the total count. */
  readonly total: string;
}

/** A list with a single page. */
export interface SingleRule<Paths = Record<string, unknown>> extends ListRule<Paths> {
  readonly style: "single";
  /** Fields that would announce more pages. A response that sets one is a contradiction. */
  readonly unless: readonly string[];
}
