/**
 * How a list is paged; generated from `x-pagination`. The compiler checks that the path exists.
 */
export type PaginationRule<Paths = Record<string, unknown>> =
  | CursorRule<Paths>
  | OffsetRule<Paths>
  | SingleRule<Paths>;

/** What the rules of all lists say. */
export interface ListRule<Paths = Record<string, unknown>> {
  /** The list's operationId. */
  readonly operation: string;
  /** Path template of the list. */
  readonly path: keyof Paths & string;
  /** How the next page is named. */
  readonly style: "cursor" | "offset" | "single";
  /** Field of the answer that holds the items. */
  readonly items: string;
  /** Name of the page size in the request, where the list has one. */
  readonly limit?: string;
  /** Name of the cursor or offset in the request, where the list has one. */
  readonly position?: string;
  /** Set when all that is asked stands in the body of a POST; else in the query of a GET. */
  readonly in?: "body";
  /** What is sent with every page beside what the caller asks for. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** Set when page size and position are sent as strings of digits. */
  readonly digits?: true;
}

/** Pages that are linked by an opaque cursor. */
export interface CursorRule<Paths = Record<string, unknown>> extends ListRule<Paths> {
  readonly style: "cursor";
  readonly position: string;
  /** Field of the answer that holds the next cursor. */
  readonly next: string;
  /** Field of the answer that says whether there are more items. */
  readonly more: string;
  /** The specification promises neither of the two: without both, the list ends. */
  readonly silentEnd?: true;
}

/** Pages that are counted from the start of the list. */
export interface OffsetRule<Paths = Record<string, unknown>> extends ListRule<Paths> {
  readonly style: "offset";
  readonly limit: string;
  readonly position: string;
  /** Field of the answer that holds the number of all matches. */
  readonly total: string;
}

/** A list that is answered whole. */
export interface SingleRule<Paths = Record<string, unknown>> extends ListRule<Paths> {
  readonly style: "single";
  /** Fields that would promise more. An answer that sets one is no whole list, but a contradiction. */
  readonly unless: readonly string[];
}
