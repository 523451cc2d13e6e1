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

/** Half a character, which no address can hold. */
const loneSurrogate = /\p{Surrogate}/u;

/** The fields of a request or an answer. */
export type Fields = Readonly<Record<string, unknown>>;

/** A page as it came from the service. */
export interface RawPage {
  readonly items: readonly unknown[];
  /** Where the next page begins; `null` at the end of the list. */
  readonly next: Place | null;
}

/** A page with what its event says of the answer it came in. */
export interface AnsweredPage extends RawPage {
  /** The call that brought it. */
  readonly callId: string;
  /** The id of the answer, to tell the vendor. */
  readonly requestId: string | undefined;
}

/** Makes the one request for a page, `null` for the first, and judges the answer. */
export type ReadPage<Read extends RawPage = RawPage> = (
  place: Place | null,
  number: number,
) => Promise<Read>;

/** What one style of paging does in one walk; see {@link readPages} for what all of them do. */
interface Style {
  /** The cursor or offset to send; `undefined` for the first page. */
  request(place: Place | null, number: number): Place["at"] | undefined;
  /**
   * Judges an answer.
   *
   * @param items - of the answer.
   * @param fail - makes the error to throw for a contradiction.
   */
  judge(answer: Fields, items: readonly unknown[], place: Place | null, fail: Fail): Verdict;
}

type Fail = (what: string) => PaginationError;

/** What a style says of a page. */
interface Verdict {
  /** The items that were not seen on the page before. */
  readonly items: readonly unknown[];
  /** How the next page is named; `undefined` at the end of the list. */
  readonly next: Place["at"] | undefined;
  /** How many items the page counts in all, where pages count. */
  readonly total?: number;
}

/**
 * Reads and judges the pages of one walk. Whatever the style, a page that repeats the one before it is
 * no page of the list: the service has ignored the position.
 *
 * @param ask - makes one request, with this cursor or offset; gives the body of the answer.
 * @param keyOf - given: pages by offset overlap by one item, which is compared by this key.
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
      throw fail(`it repeats the page before it: the service has ignored ${rule.position}`);
    }
    if (next === undefined) return { items, next: null };
    return { items, next: { at: next, before, ...(total !== undefined && { total }) } };
  };
}

/** Whether so many items were added before a page that it shows once more what the one before it did. */
function hasGrown(items: readonly unknown[], before?: number, now?: number): boolean {
  return before !== undefined && now !== undefined && now - before >= items.length;
}

/**
 * Whether a checkpoint may name a page like this.
 *
 * @param total - what the page before counted.
 */
export function isPlaceOf(rule: ListRule, at: unknown, total: unknown): boolean {
  if (rule.style === "offset") return isCount(at) && isCount(total);
  return rule.style === "cursor" && typeof at === "string" && at !== "" && total === undefined;
}

/**
 * The error for a list that contradicts itself.
 *
 * @param operation - the list's operationId.
 * @param page - which page of the walk says so.
 */
export function contradiction(operation: string, page: number, what: string): PaginationError {
  return new PaginationError(`${operation}: page ${page}: ${what}`, { page });
}

function styleOf(rule: PaginationRule, keyOf?: (item: unknown) => unknown): Style {
  if (rule.style === "cursor") return cursorStyle(rule);
  return rule.style === "offset" ? offsetStyle(rule, keyOf) : singleStyle(rule);
}

/**
 * Pages that are linked by cursors. The end is what the API says: no more items, or no cursor. What it
 * says both ways, or not at all, is a contradiction and never a silent end.
 */
function cursorStyle(rule: CursorRule): Style {
  // Numbers in an array, in place of cursors in a set, which would add up over many thousand pages.
  const followed: number[] = [];
  return {
    request(place, number) {
      if (place === null) return undefined;
      const mark = hash(place.at);
      if (followed.includes(mark)) {
        throw contradiction(rule.operation, number - 1, "its cursor was followed before");
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
        throw fail(`${rule.next} is no text that a request can carry`);
      }
      throw fail(`${rule.more} is ${show(more)}, but ${rule.next} is ${show(next)}`);
    },
  };
}

/**
 * Pages that are counted from the start of the list. It ends when all that are counted were served. A
 * count that the items contradict ends nothing: while items come beyond it the walk goes on, and items
 * that are counted but do not come are an error.
 *
 * @param keyOf - given: each page is read from one item before it, which must be the last one seen.
 */
function offsetStyle(rule: OffsetRule, keyOf?: (item: unknown) => unknown): Style {
  let last: { key: unknown } | undefined;
  return {
    request: (place) => (place ? Number(place.at) - (last ? 1 : 0) : undefined),
    judge(answer, raw, place, fail) {
      const total = answer[rule.total];
      if (!isCount(total)) throw fail(`${rule.total} is ${show(total)}, not a count`);
      if (last && (raw.length === 0 || keyOf?.(raw[0]) !== last.key)) {
        throw fail("the list has shifted: the item before this page is another one");
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
      if (total > at) throw fail(`${total} items are counted, but none came`);
      if (total < at && at < Number(place?.total)) {
        throw fail(
          `the count fell from ${place?.total} to ${total}, below the ${at} items before this page: the list has shrunk, and items may have been skipped`,
        );
      }
      return { items, total, next: undefined };
    },
  };
}

/** One page. An answer that promises more all the same is no whole list. */
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
