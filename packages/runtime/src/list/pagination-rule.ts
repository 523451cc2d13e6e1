/**
 * How a list is paged; generated from `x-pagination`. The compiler checks that the path exists and
 * can be read with GET.
 */
export type PaginationRule<Paths = Record<string, unknown>> = {
  /** The list's operationId. */
  readonly operation: string;
  /** Path template of the list. */
  readonly path: keyof Paths & string;
} & (CursorRule | OffsetRule | SingleRule);

/** Pages that are linked by an opaque cursor. */
export interface CursorRule {
  readonly style: "cursor";
  /** Query parameters for page size and cursor. */
  readonly request: { readonly limit: string; readonly cursor: string };
  /** Fields of the answer: the items, the next cursor, whether there are more. */
  readonly response: { readonly items: string; readonly cursor: string; readonly more: string };
  /** The specification promises neither of the two last fields: without both, the list ends. */
  readonly silentEnd?: true;
}

/** Pages that are counted from the start of the list. */
export interface OffsetRule {
  readonly style: "offset";
  /** Query parameters for page size and position. */
  readonly request: { readonly limit: string; readonly offset: string };
  /** Fields of the answer: the items and the number of all matches. */
  readonly response: { readonly items: string; readonly total: string };
}

/** A list that is answered whole. */
export interface SingleRule {
  readonly style: "single";
  /** Field of the answer that holds the items. */
  readonly response: { readonly items: string };
  /** Fields that would promise more. An answer that sets one is no whole list, but a contradiction. */
  readonly unless?: readonly string[];
}

/** Query parameters that belong to a walk: page size and position; a list of one page has none. */
export function walkParameters(rule: PaginationRule): { limit?: string; position?: string } {
  switch (rule.style) {
    case "cursor":
      return { limit: rule.request.limit, position: rule.request.cursor };
    case "offset":
      return { limit: rule.request.limit, position: rule.request.offset };
    case "single":
      return {};
  }
}
