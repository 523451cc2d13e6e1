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
 * Where a value is in a request: a name, or a JSON pointer into the body, in the part that the rule's `in`
 * says; or a name with the part it is in.
 */
export type RequestPlace =
  | string
  | { readonly query: string }
  | { readonly header: string }
  | { readonly body: string };

/** Where a value is in a response: a field of the body, a JSON pointer into it, or a header. */
export type ResponsePlace = string | { readonly header: string };

/** What all list rules share. */
export interface ListRule<Paths = Record<string, unknown>> {
  /** The list's operationId. */
  readonly operation: string;
  /** Path template of the list. */
  readonly path: keyof Paths & string;
  /** The paging style. */
  readonly style: "cursor" | "offset" | "page" | "link" | "single";
  /** Field of the response with the items, or a JSON pointer to it; "" if the response is the list. */
  readonly items: string;
  /** The page size in the request, if the list has one. */
  readonly limit?: RequestPlace;
  /** The cursor, offset or page number in the request, if the list has one. */
  readonly position?: RequestPlace;
  /** What says in the response whether there are more items. */
  readonly more?: ResponsePlace;
  /** Set if the list is requested by POST and `in` does not say so. */
  readonly method?: "POST";
  /** The part of the request that names refer to: the body of a POST, or headers. Default: the query. */
  readonly in?: "body" | "header";
  /** Set if page size and position are sent as strings of digits. */
  readonly digits?: true;
  /** Values that every request sends, by name or JSON pointer. */
  readonly fixed?: Readonly<Record<string, string | number | boolean>>;
}

/** A list paged by an opaque cursor. */
export interface CursorRule<Paths = Record<string, unknown>> extends ListRule<Paths> {
  readonly style: "cursor";
  readonly position: RequestPlace;
  /** The next cursor in the response. */
  readonly next: ResponsePlace;
  /** Set if the specification requires neither `next` nor `more`; the list ends where both are missing. */
  readonly silentEnd?: true;
}

/** A list paged by offset from its start. */
export interface OffsetRule<Paths = Record<string, unknown>> extends ListRule<Paths> {
  readonly style: "offset";
  readonly position: RequestPlace;
  /** Set if the first request must send an offset, too. */
  readonly first?: 0;
  /** The total count of items in the response. Without it and without `more`, an empty page is the end. */
  readonly total?: ResponsePlace;
}

/** A list paged by page number. */
export interface PageRule<Paths = Record<string, unknown>> extends ListRule<Paths> {
  readonly style: "page";
  readonly position: RequestPlace;
  /** Number of the first page. */
  readonly first: 0 | 1;
  /** The total count of items in the response. Without any count or `more`, an empty page is the end. */
  readonly total?: ResponsePlace;
  /** The total count of pages in the response. */
  readonly pages?: ResponsePlace;
}

/** A list whose pages link to the next one. */
export interface LinkRule<Paths = Record<string, unknown>> extends ListRule<Paths> {
  readonly style: "link";
  /** The next address in the response. In a header named Link: the one with `rel="next"` (RFC 8288). */
  readonly next: ResponsePlace;
}

/** A list with a single page. */
export interface SingleRule<Paths = Record<string, unknown>> extends ListRule<Paths> {
  readonly style: "single";
  /** What would announce more pages. A response that sets one is a contradiction. */
  readonly unless: readonly ResponsePlace[];
}
