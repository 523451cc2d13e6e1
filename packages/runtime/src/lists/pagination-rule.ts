/**
 * How a list is paged; generated from `x-pagination`. The compiler checks that the path exists.
 */
export type PaginationRule<Paths = Record<string, unknown>> =
  | CursorRule<Paths>
  | OffsetRule<Paths>
  | PageRule<Paths>
  | LinkRule<Paths>
  | SingleRule<Paths>;

/**
 * Where a value stands in a request: a name, or a JSON pointer into the body, where the rule's `in` says;
 * or the place itself.
 */
export type RequestPlace =
  | string
  | { readonly query: string }
  | { readonly header: string }
  | { readonly body: string };

/** Where a value stands in an answer: a field of the body, a JSON pointer into it, or a header. */
export type AnswerPlace = string | { readonly header: string };

/** What the rules of all lists say. */
export interface ListRule<Paths = Record<string, unknown>> {
  /** The list's operationId. */
  readonly operation: string;
  /** Path template of the list. */
  readonly path: keyof Paths & string;
  /** How the next page is named. */
  readonly style: "cursor" | "offset" | "page" | "link" | "single";
  /** Field of the answer that holds the items, or a JSON pointer to it; "" when the answer is the list. */
  readonly items: string;
  /** The page size in the request, where the list has one. */
  readonly limit?: RequestPlace;
  /** The cursor, offset or page number in the request, where the list has one. */
  readonly position?: RequestPlace;
  /** What says in the answer whether there are more items. */
  readonly more?: AnswerPlace;
  /** Set when the list is asked for by POST, and `in` does not say so. */
  readonly method?: "POST";
  /** Where the names of the request stand: in the body of a POST, or in headers. Default: in the query. */
  readonly in?: "body" | "header";
  /** Set when page size and position are sent as strings of digits. */
  readonly digits?: true;
  /** What every request says, by name or JSON pointer. */
  readonly fixed?: Readonly<Record<string, string | number | boolean>>;
}

/** A list paged by an opaque cursor. */
export interface CursorRule<Paths = Record<string, unknown>> extends ListRule<Paths> {
  readonly style: "cursor";
  readonly position: RequestPlace;
  /** The next cursor in the answer. */
  readonly next: AnswerPlace;
  /** The specification promises neither `next` nor `more`: without both, the list ends. */
  readonly silentEnd?: true;
}

/** Pages that begin at a count of items. */
export interface OffsetRule<Paths = Record<string, unknown>> extends ListRule<Paths> {
  readonly style: "offset";
  readonly position: RequestPlace;
  /** Set when the first page must be asked for, too. */
  readonly first?: 0;
  /** The number of all matches in the answer. Without it, and without `more`, an empty page is the end. */
  readonly total?: AnswerPlace;
}

/** Pages that are numbered. */
export interface PageRule<Paths = Record<string, unknown>> extends ListRule<Paths> {
  readonly style: "page";
  readonly position: RequestPlace;
  /** Number of the first page. */
  readonly first: 0 | 1;
  /** The number of all matches in the answer. Without any count, and without `more`, an empty page is the end. */
  readonly total?: AnswerPlace;
  /** The number of pages in the answer. */
  readonly pages?: AnswerPlace;
}

/** Pages that are linked by the address of the next one. */
export interface LinkRule<Paths = Record<string, unknown>> extends ListRule<Paths> {
  readonly style: "link";
  /** The next address in the answer. In a header named Link: the one with `rel="next"` (RFC 8288). */
  readonly next: AnswerPlace;
}

/** A list with a single page. */
export interface SingleRule<Paths = Record<string, unknown>> extends ListRule<Paths> {
  readonly style: "single";
  /** What would promise more. An answer that sets one is no whole list, but a contradiction. */
  readonly unless: readonly AnswerPlace[];
}
