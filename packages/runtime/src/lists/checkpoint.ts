import { parseIfJson } from "../base/json.js";
import { refuse } from "../base/options.js";
import { UsageError } from "../errors/usage-error.js";

/** Which page: how the request names it, and what the page before it said, to judge it by. */
export interface Place {
  /** Cursor, offset or number of the page, or the query of its link. */
  readonly at: string | number;
  /** Fingerprint of the items of the page before. */
  readonly before: number;
  /** How many items or pages the page before counted, where pages count. */
  readonly total?: number;
  /** How many items stand before the page, where pages are numbered. */
  readonly seen?: number;
}

/** Where a walk goes on. With a {@link ListIdentity} it makes a checkpoint. */
export interface Position {
  /** The page; `null` for the first. */
  readonly place: Place | null;
  /** How many items of that page were seen. */
  readonly skip: number;
}

/** What a checkpoint says of a page, before it is known to be of the right types. */
export type Unproven = { readonly [Part in keyof Place]?: unknown };

/** What a checkpoint belongs to; written into it. */
export interface ListIdentity {
  readonly version: 1;
  readonly operation: string;
  readonly service: string;
  /** Fingerprint of what is asked without page size and position. */
  readonly query: number;
  /** What the numbers of pages count by; 0 is the service's own page size. */
  readonly pageSize?: number;
}

/** More characters than an address or a header can carry: no service can mean such a cursor. */
export const longestCursor = 100_000;

/** Room for such a cursor with every character escaped. */
const longest = 1_000_000;

/** More items than any page has: as JSON they would take 200 MB. */
const mostItems = 100_000_000;

/**
 * Writes a checkpoint: a small JSON text without any secret, good in another process on another day.
 *
 * @param position - where to go on; `"end"` when nothing is left.
 */
export function writeCheckpoint(list: ListIdentity, position: Position | "end"): string {
  if (position === "end") return JSON.stringify({ ...list, end: true });
  return JSON.stringify({ ...list, ...position.place, skip: position.skip });
}

/**
 * Reads a checkpoint back.
 *
 * @param text - what the caller gave.
 * @param isPlace - whether this can name a page of such a list.
 * @throws UsageError when it was cut short or changed, or belongs to another list, service, query or
 * version.
 */
export function readCheckpoint(
  list: ListIdentity,
  text: unknown,
  isPlace: (place: Unproven) => boolean,
): Position | "end" {
  if (typeof text !== "string") refuse("from", "the text of a checkpoint", text);
  if (text === "") {
    throw new UsageError(
      'from is "", a checkpoint that was cut short or never written: leave it out to begin at the start',
    );
  }
  const damaged = new UsageError("the checkpoint is damaged or cut short");
  const found = text.length > longest ? undefined : parseIfJson(text);
  if (!isObject(found) || !Object.hasOwn(found, "version")) throw damaged;
  for (const [name, value] of Object.entries(list)) {
    if (found[name] !== value) throw new UsageError(`the checkpoint is of another ${name}`);
  }
  const names = Object.keys(found).filter((name) => !Object.hasOwn(list, name));
  if (names.join() === "end" && found.end === true) return "end";
  const { skip, at, before, total, seen } = found;
  if (!isCount(skip) || skip > mostItems) throw damaged;
  if (names.join() === "skip") return { place: null, skip };
  if (names.some((name) => !["at", "before", "total", "seen", "skip"].includes(name)))
    throw damaged;
  if (!isCount(before) || !isPlace({ at, total, seen })) throw damaged;
  const counts = { ...(isCount(total) && { total }), ...(isCount(seen) && { seen }) };
  return { place: { at: at as Place["at"], before, ...counts }, skip };
}

/** Whether a value counts something: a whole number that is no less than 0, and exact. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
