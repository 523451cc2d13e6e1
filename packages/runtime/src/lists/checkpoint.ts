import { parseIfJson } from "../base/json.js";
import { refuse } from "../base/options.js";
import { UsageError } from "../errors/usage-error.js";
import { type PageTrace, traceByFingerprint } from "./page-trace.js";

/** A page: how the request identifies it, and what is known about the page before it. */
export interface Place {
  /** Cursor, offset or number of the page, or the query of its link. */
  readonly at: string | number;
  /** The items of the page before. */
  readonly before: PageTrace;
  /** Total count of items or pages reported by the page before, if pages have one. */
  readonly total?: number;
  /** How many items precede the page, if pages are numbered. */
  readonly seen?: number;
}

/** Where a walk continues. Together with a {@link ListIdentity} it makes a checkpoint. */
export interface Position {
  /** The page; `null` for the first. */
  readonly place: Place | null;
  /** How many items of that page were already seen. */
  readonly skip: number;
}

/** A page as a checkpoint names it, before its types are checked. */
export type Unproven = { readonly [Part in keyof Place]?: unknown };

/** What a checkpoint belongs to; stored in it. */
export interface ListIdentity {
  readonly version: 1;
  readonly operation: string;
  readonly service: string;
  /** Fingerprint of the request without page size and position. */
  readonly query: number;
  /** Page size that page numbers are based on; 0 for the service's default. */
  readonly pageSize?: number;
}

/** The longest cursor allowed; a longer one does not fit into an address or header. */
export const longestCursor = 100_000;

/** Room for such a cursor with every character escaped. */
const longest = 1_000_000;

/** The most items allowed per page; more than any page has. */
const mostItems = 100_000_000;

/**
 * Creates a checkpoint: a short JSON string without secrets, valid in another process at another time.
 *
 * @param position - where to continue; `"end"` if nothing is left.
 */
export function writeCheckpoint(list: ListIdentity, position: Position | "end"): string {
  if (position === "end") return JSON.stringify({ ...list, end: true });
  const { place, skip } = position;
  if (place === null) return JSON.stringify({ ...list, skip });
  return JSON.stringify({ ...list, ...place, before: place.before.fingerprint(), skip });
}

/**
 * Parses a checkpoint.
 *
 * @param text - the caller's value.
 * @param isPlace - whether this can identify a page of such a list.
 * @throws UsageError when it was truncated or altered, or belongs to another list, service, query, page size
 * or version.
 */
export function readCheckpoint(
  list: ListIdentity,
  text: unknown,
  isPlace: (place: Unproven) => boolean,
): Position | "end" {
  if (typeof text !== "string") refuse("from", "a checkpoint string", text);
  if (text === "") {
    throw new UsageError(
      'from is "", a checkpoint that was truncated or never written: leave it out to begin at the start',
    );
  }
  const damaged = new UsageError("the checkpoint is damaged or truncated");
  const found = text.length > longest ? undefined : parseIfJson(text);
  if (!isObject(found) || !Object.hasOwn(found, "version")) throw damaged;
  for (const [name, value] of Object.entries(list)) {
    if (found[name] !== value) throw new UsageError(`the checkpoint belongs to another ${name}`);
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
  const place = { at: at as Place["at"], before: traceByFingerprint(before), ...counts };
  return { place, skip };
}

/** Whether a value is a count: a safe integer of 0 or more. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
