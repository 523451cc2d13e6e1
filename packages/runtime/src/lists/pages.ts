import { hash } from "../base/json.js";
import { show } from "../base/options.js";
import { PaginationError } from "../errors/pagination-error.js";
import { isCount, longestCursor, type Place } from "./checkpoint.js";
import type {
  CursorRule,
  ListRule,
  OffsetRule,
  PaginationRule,
  SingleRule,
} from "./pagination-rule.js";

/** Half of a surrogate pair, which an address cannot contain. */
const loneSurrogate = /\p{Surrogate}/u;

/** The fields of a request or a response. */
export type Fields = Readonly<Record<string, unknown>>;

/** A page as it came from the service. */
export interface RawPage {
  readonly items: readonly unknown[];
  /** Where the next page begins; `null` at the end of the list. */
  readonly next: Place | null;
}

/** A page with what its event says of the response. */
export interface AnsweredPage extends RawPage {
  /** The id that hooks have for the call that read it. */
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
  /** The cursor or offset to send; `undefined` for the first page. */
  request(place: Place | null, number: number): Place["at"] | undefined;
  /**
   * Checks a response.
   *
   * @param items - the items of the response.
   * @param fail - creates the error for a contradiction.
   */
  judge(answer: Fields, items: readonly unknown[], place: Place | null, fail: Fail): Verdict;
}

type Fail = (what: string) => PaginationError;

/** What a style reads from a page. */
interface Verdict {
  /** The items that were not on the page before. */
  readonly items: readonly unknown[];
  /** Cursor or offset of the next page; `undefined` at the end of the list. */
  readonly next: Place["at"] | undefined;
  /** Total count that the page reports, if pages have one. */
  readonly total?: number;
}

/**
 * Reads and checks the pages of one walk. In every style, a page that repeats the previous one is an error:
 * the service has ignored the position.
 *
 * @param ask - makes one request with this cursor or offset, and returns the response body.
 * @param keyOf - if given, offset pages overlap by one item, which is compared by this key.
 */
export function readPages(
  rule: PaginationRule,
  ask: (at: Place["at"] | undefined) => Promise<unknown>,
  keyOf: ((item: unknown) => unknown) | undefined,
): ReadPage {
  const style = styleOf(rule, keyOf);
  return async (place, number) => {
    const answer = Object(await ask(style.request(place, number))) as Fields;
    const fail: Fail = (what) => contradiction(rule.operation, number, what);
    const raw = answer[rule.items];
    if (!Array.isArray(raw)) throw fail(`${rule.items} is ${show(raw)}, not a list`);
    const { items, next, total } = style.judge(answer, raw, place, fail);
    if (place === null && next === undefined) return { items, next: null };
    const before = hash(raw);
    if (raw.length > 0 && before === place?.before && !hasGrown(raw, place.total, total)) {
      throw fail(`it repeats the previous page: the service has ignored ${rule.position}`);
    }
    if (next === undefined) return { items, next: null };
    return { items, next: { at: next, before, ...(total !== undefined && { total }) } };
  };
}

/** Whether enough items were added in front that a page shows the same items as the one before it. */
function hasGrown(items: readonly unknown[], before?: number, now?: number): boolean {
  return before !== undefined && now !== undefined && now - before >= items.length;
}

/**
 * Whether a checkpoint may identify a page like this.
 *
 * @param total - the total count of the page before.
 */
export function isPlaceOf(rule: ListRule, at: unknown, total: unknown): boolean {
  if (rule.style === "offset") return isCount(at) && isCount(total);
  return rule.style === "cursor" && typeof at === "string" && at !== "" && total === undefined;
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

function styleOf(rule: PaginationRule, keyOf?: (item: unknown) => unknown): Style {
  if (rule.style === "cursor") return cursorStyle(rule);
  return rule.style === "offset" ? offsetStyle(rule, keyOf) : singleStyle(rule);
}

/**
 * Pages linked by cursors. The list ends where the API says so: no more items, or no cursor. Contradictory or
 * missing signals are an error, never a silent end.
 */
function cursorStyle(rule: CursorRule): Style {
  // Numbers in an array, in place of cursors in a set, which would add up over many thousand pages.
  const followed: number[] = [];
  return {
    request(place, number) {
      if (place === null) return undefined;
      const mark = hash(place.at);
      if (followed.includes(mark)) {
        throw contradiction(rule.operation, number - 1, "its cursor was already followed");
      }
      followed.push(mark);
      return place.at;
    },
    judge(answer, items, _, fail) {
      const next = answer[rule.next];
      const more = answer[rule.more];
      const silent = rule.silentEnd && (next ?? more ?? null) === null;
      if (more === false || silent || (more !== true && next === "")) {
        return { items, next: undefined };
      }
      if (next && typeof next === "string") {
        if (next.length <= longestCursor && !loneSurrogate.test(next)) return { items, next };
        throw fail(`${rule.next} is not a string that a request can carry`);
      }
      throw fail(`${rule.more} is ${show(more)}, but ${rule.next} is ${show(next)}`);
    },
  };
}

/**
 * Pages by offset. The list ends when all counted items were returned. A count that the items contradict does
 * not end it: while items arrive beyond the count the walk continues, and counted items that do not arrive
 * are an error.
 *
 * @param keyOf - if given, each page starts one item early, and that item must be the last one seen.
 */
function offsetStyle(rule: OffsetRule, keyOf?: (item: unknown) => unknown): Style {
  let last: { key: unknown } | undefined;
  return {
    request: (place) => (place ? Number(place.at) - (last ? 1 : 0) : undefined),
    judge(answer, raw, place, fail) {
      const total = answer[rule.total];
      if (!isCount(total)) throw fail(`${rule.total} is ${show(total)}, not a count`);
      if (last && (raw.length === 0 || keyOf?.(raw[0]) !== last.key)) {
        throw fail("the list has shifted: the item before this page is not the last one seen");
      }
      const items = last ? raw.slice(1) : raw;
      if (keyOf && raw.length > 0) last = { key: keyOf(raw.at(-1)) };
      const at = Number(place?.at ?? 0);
      const next = at + items.length;
      // What was counted on the page before was passed already: this count may be as wrong.
      const doubtful = place !== null && Number(place.total) < at;
      if (items.length > 0) {
        return { items, total, next: next === total && !doubtful ? undefined : next };
      }
      if (total > at) throw fail(`${total} items are counted, but none were returned`);
      if (total < at && at < Number(place?.total)) {
        throw fail(
          `the count fell from ${place?.total} to ${total}, below the ${at} items before this page: the list has shrunk, and items may have been skipped`,
        );
      }
      return { items, total, next: undefined };
    },
  };
}

/** A single page. A response that nevertheless announces more is an error. */
function singleStyle(rule: SingleRule): Style {
  return {
    request: () => undefined,
    judge(answer, items, _, fail) {
      const promise = rule.unless.find((name) => answer[name]);
      if (promise === undefined) return { items, next: undefined };
      throw fail(`${promise} is set, but the list is documented to have one page`);
    },
  };
}
