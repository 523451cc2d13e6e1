import { hash } from "../base/json.js";
import { show } from "../base/options.js";
import { PaginationError } from "../errors/pagination-error.js";
import { isCount, longestCursor, type Place, type Unproven } from "./checkpoint.js";
import { followLink } from "./follow-link.js";
import { type PageTrace, traceByFingerprint, traceByText } from "./page-trace.js";
import type {
  CursorRule,
  LinkRule,
  ListRule,
  OffsetRule,
  PageRule,
  PaginationRule,
  ResponsePlace,
  SingleRule,
} from "./pagination-rule.js";
import { countIn, flagIn, type ListResponse, linkIn, nameOf, valueIn } from "./places.js";

/** A page as it came from the service. */
export interface RawPage {
  readonly items: readonly unknown[];
  /** Where the next page begins; `null` at the end of the list. */
  readonly next: Place | null;
}

/** A page with the ids that hooks report for it. */
export interface PageWithIds extends RawPage {
  /** Id of the call that read it. */
  readonly callId: string;
  /** The id of the response, to quote to the vendor. */
  readonly requestId: string | undefined;
}

/** Makes the request for a page (`null` for the first) and checks the response. */
export type ReadPage<Read extends RawPage = RawPage> = (
  place: Place | null,
  number: number,
) => Promise<Read>;

/** What one paging style does in one walk; see {@link readPages} for what all styles share. */
interface Style {
  /** The cursor, offset, number or link to send; `undefined` to send none. */
  request(place: Place | null, number: number): Place["at"] | undefined;
  /**
   * Checks a response.
   *
   * @param items - the items of the response.
   * @param fail - creates the error for a contradiction.
   */
  judge(
    response: ListResponse,
    items: readonly unknown[],
    place: Place | null,
    fail: Fail,
  ): Verdict;
}

type Fail = (what: string) => PaginationError;

/** What a style reads from a page. */
interface Verdict {
  /** The items that were not on the page before. */
  readonly items: readonly unknown[];
  /** Where the next page begins; `undefined` at the end of the list. */
  readonly next: Pick<Place, "at" | "seen"> | undefined;
  /** Total count of items or pages that the page reports, if pages have one. */
  readonly total?: number | undefined;
}

/** What {@link readPages} needs. */
export interface PageSource {
  readonly rule: PaginationRule;
  /** Makes one request, with this cursor, offset, number or link. */
  readonly ask: (at: Place["at"] | undefined) => Promise<ListResponse>;
  /** The address of the list, without a query. */
  readonly addressOf: () => string;
  /** If given, offset pages overlap by one item, which is compared by this key. */
  readonly keyOf: ((item: unknown) => unknown) | undefined;
}

/**
 * Reads and checks the pages of one walk. In every style, a page that repeats the previous one is an error:
 * the service has ignored the position.
 */
export function readPages(source: PageSource): ReadPage {
  const { rule, ask } = source;
  const style = styleOf(source);
  const ignored = rule.style === "link" ? "its own link" : nameOf(rule.position ?? "");
  // A page may come again if the list has grown: by one page if pages are counted, else by its items.
  const counts = (items: readonly unknown[]): number =>
    rule.style === "page" && rule.pages !== undefined ? 1 : items.length;
  return async (place, number) => {
    const response = await ask(style.request(place, number));
    const fail: Fail = (what) => contradiction(rule.operation, number, what);
    const raw = valueIn(response, rule.items);
    if (!Array.isArray(raw)) throw fail(`${nameOf(rule.items)} is ${show(raw)}, not a list`);
    const { items, next, total } = style.judge(response, raw, place, fail);
    if (place === null && next === undefined) return { items, next: null };
    if (
      items.length > 0 &&
      place?.before.matches(raw) &&
      !hasGrown(counts(raw), place.total, total)
    ) {
      throw fail(`it repeats the previous page: the service has ignored ${ignored}`);
    }
    if (next === undefined) return { items, next: null };
    const before = traceOf(rule, response, raw);
    return { items, next: { ...next, before, ...(total !== undefined && { total }) } };
  };
}

function traceOf(
  rule: PaginationRule,
  { headers, text }: ListResponse,
  raw: readonly unknown[],
): PageTrace {
  if (text === undefined) return traceByFingerprint(hash(raw));
  return traceByText(raw, () => valueIn({ body: JSON.parse(text), headers }, rule.items));
}

/** Whether enough was added in front that a page shows the same items as the one before it. */
function hasGrown(byAtLeast: number, before?: number, now?: number): boolean {
  return before !== undefined && now !== undefined && now - before >= byAtLeast;
}

/** Whether a checkpoint may identify a page like this. */
export function isPlaceOf(rule: PaginationRule, { at, total, seen }: Unproven): boolean {
  const fits = (value: unknown, wanted: boolean): boolean =>
    wanted ? isCount(value) : value === undefined;
  switch (rule.style) {
    case "cursor":
    case "link": {
      const named = typeof at === "string" && at !== "" && at.length <= longestCursor;
      return named && total === undefined && seen === undefined;
    }
    case "offset":
      return isCount(at) && fits(total, rule.total !== undefined) && seen === undefined;
    case "page":
      return (
        isCount(at) && at > rule.first && isCount(seen) && fits(total, countOf(rule) !== undefined)
      );
    case "single":
      return false;
  }
}

/**
 * The error for a list that contradicts itself.
 *
 * @param operation - the list's operationId.
 * @param page - number of the page in the walk.
 */
export function contradiction(operation: string, page: number, what: string): PaginationError {
  return new PaginationError(`${operation}: page ${page}: ${what}`, { page });
}

function styleOf({ rule, addressOf, keyOf }: PageSource): Style {
  switch (rule.style) {
    case "cursor":
      return linkedStyle(rule, (response) => valueIn(response, rule.next));
    case "link":
      return linkedStyle(rule, (response, fail) => {
        const link = linkOf(response, rule, fail);
        return link && followLink(addressOf(), link, fail);
      });
    case "offset":
    case "page":
      return countedStyle(rule, keyOf);
    case "single":
      return singleStyle(rule);
  }
}

/**
 * Pages that name the next one, by cursor or link. The list ends where the API says so: no more items, or no
 * next page. Contradictory or missing signals are an error, never a silent end.
 *
 * @param nextOf - returns the cursor, or the query of the link.
 */
function linkedStyle(
  rule: CursorRule | LinkRule,
  nextOf: (response: ListResponse, fail: Fail) => unknown,
): Style {
  // Over many thousand pages, an array of numbers takes less memory than a set of cursors.
  const followed: number[] = [];
  const kind = rule.style;
  return {
    request(place, number) {
      if (place === null) return undefined;
      const mark = hash(place.at);
      if (followed.includes(mark)) {
        throw contradiction(rule.operation, number - 1, `its ${kind} was already followed`);
      }
      followed.push(mark);
      return place.at;
    },
    judge(response, items, _, fail) {
      const more = moreOf(response, rule, fail);
      if (more === false) return { items, next: undefined };
      const next = nextOf(response, fail);
      const silent = kind === "link" || rule.silentEnd;
      if ((silent && (next ?? more ?? null) === null) || (more !== true && next === "")) {
        return { items, next: undefined };
      }
      if (next && typeof next === "string") {
        // An address cannot contain half of a surrogate pair.
        if (next.length <= longestCursor && next.isWellFormed()) {
          return { items, next: { at: next } };
        }
        throw fail(`${nameOf(rule.next)} is not a string that a request can carry`);
      }
      const named = `${nameOf(rule.next)} is ${show(next ?? undefined)}`;
      throw fail(rule.more ? `${nameOf(rule.more)} is ${show(more)}, but ${named}` : named);
    },
  };
}

/**
 * Pages by offset or number. The list ends when all counted items or pages were returned. A count that the
 * items contradict does not end it: while items arrive beyond the count the walk continues, and counted items
 * that do not arrive are an error. Without a count, the list ends at an empty page, since a short one may just
 * be the most that the service returns at once.
 *
 * @param keyOf - if given, each page starts one item early, and that item must be the last one seen.
 */
function countedStyle(rule: OffsetRule | PageRule, keyOf?: (item: unknown) => unknown): Style {
  let last: { key: unknown } | undefined;
  const numbered = rule.style === "page";
  const byPages = numbered && rule.pages !== undefined;
  const counter = countOf(rule);
  const { first } = rule;
  return {
    request: (place) => (place ? Number(place.at) - (last ? 1 : 0) : first),
    judge(response, raw, place, fail) {
      const total = counter === undefined ? undefined : countAt(response, counter, fail);
      const more = moreOf(response, rule, fail);
      if (last && (raw.length === 0 || keyOf?.(raw[0]) !== last.key)) {
        throw fail("the list has shifted: the item before this page is not the last one seen");
      }
      const items = last ? raw.slice(1) : raw;
      if (keyOf && raw.length > 0) last = { key: keyOf(raw.at(-1)) };
      const at = Number(place?.at ?? first ?? 0);
      const seen = numbered ? (place?.seen ?? 0) : at;
      const after = seen + items.length;
      const next = numbered ? { at: at + 1, seen: after } : { at: after };
      const end = { items, total, next: undefined };
      const goOn = { items, total, next };
      if (more === true && items.length === 0 && !numbered) {
        throw fail(`${nameOf(rule.more ?? "")} is true, but no items were returned`);
      }
      if (more === true) return goOn;
      if (total === undefined) return more === false || items.length === 0 ? end : goOn;
      // In the unit of the count: what precedes this page, and what precedes the next one.
      const behind = byPages ? at - Number(first) : seen;
      const reached = byPages ? behind + 1 : after;
      const what = byPages ? "pages" : "items";
      if (more === false && total > reached) {
        throw fail(`${total} ${what} are counted, but ${nameOf(rule.more ?? "")} is false`);
      }
      if (items.length === 0 && total < behind && behind < Number(place?.total)) {
        throw fail(
          `the count fell from ${place?.total} to ${total}, below the ${behind} ${what} before this page: the list has shrunk, and items may have been skipped`,
        );
      }
      // What was counted on the page before was passed already: this count may be as wrong.
      const doubtful = place !== null && Number(place.total) < behind;
      if (more === false || (total === reached && !doubtful)) return end;
      if (items.length > 0) return goOn;
      if (total > reached) throw fail(`${total} ${what} are counted, but none were returned`);
      return end;
    },
  };
}

/** A single page. A response that nevertheless announces more is an error. */
function singleStyle(rule: SingleRule): Style {
  return {
    request: () => undefined,
    judge(response, items, _, fail) {
      for (const place of rule.unless) {
        const count = countIn(response, place);
        const promise = typeof count === "number" ? count > 1 : flagIn(response, place);
        if (promise && linkOf(response, { next: place }, fail) !== undefined) {
          throw fail(`${nameOf(place)} is set, but the list is documented to have one page`);
        }
      }
      return { items, next: undefined };
    },
  };
}

function countAt(response: ListResponse, place: ResponsePlace, fail: Fail): number {
  const count = countIn(response, place);
  if (isCount(count)) return count;
  throw fail(`${nameOf(place)} is ${show(count ?? undefined)}, not a count`);
}

/** Where a response has its count, if it has one. */
function countOf(rule: OffsetRule | PageRule): OffsetRule["total"] {
  return rule.total ?? (rule.style === "page" ? rule.pages : undefined);
}

/** Whether a response says that there are more items; `undefined` if it does not say. */
function moreOf(response: ListResponse, { more }: ListRule, fail: Fail): boolean | undefined {
  const said = more === undefined ? undefined : flagIn(response, more);
  if (said === undefined || said === null) return undefined;
  if (typeof said === "boolean") return said;
  throw fail(`${nameOf(more ?? "")} is ${show(said)}, neither true nor false`);
}

/** The address of the next page in a response, if any. */
function linkOf(response: ListResponse, { next }: Pick<LinkRule, "next">, fail: Fail): unknown {
  try {
    return linkIn(response, next) ?? undefined;
  } catch (error) {
    throw fail(`the header ${nameOf(next)} ${(error as SyntaxError).message}`);
  }
}
