import type { PaginationRule } from "./pagination-rule.js";

/** The parts of a request that ask for one page. */
export interface PageRequest {
  readonly params: {
    readonly path?: Readonly<Record<string, string>> | undefined;
    readonly query?: object;
  };
  readonly body?: object;
}

/**
 * Makes the request for one page, with everything in the query (for a GET) or in the body (for a POST),
 * as the list's rule says.
 *
 * @param asked - filters and page size.
 * @param at - cursor or offset; `undefined` for the first page.
 */
export function pageRequest(
  rule: PaginationRule,
  path: Readonly<Record<string, string>> | undefined,
  asked: Readonly<Record<string, unknown>>,
  at: string | number | undefined,
): PageRequest {
  const place = rule.style === "cursor" ? rule.request.cursor : rule.request.offset;
  const all: Record<string, unknown> = at === undefined ? { ...asked } : { ...asked, [place]: at };
  if (rule.in !== "body") return { params: { path, query: all } };
  if (rule.digits) {
    for (const name of [rule.request.limit, place]) {
      if (all[name] !== undefined) all[name] = String(all[name]);
    }
  }
  return { params: { path }, body: all };
}
