import { parseIfJson } from "../base/json.js";
import { UsageError } from "../errors/usage-error.js";

/**
 * Where a walk begins or goes on. With a {@link ListIdentity} it makes a checkpoint: a small JSON text
 * without any secret, good in another process on another day.
 */
export interface Position {
  /** Cursor or offset of a page; `null` for the first. */
  readonly at: string | number | null;
  /** How many items of that page were seen. */
  readonly skip: number;
}

/** What a checkpoint belongs to; written into it. */
export interface ListIdentity {
  readonly version: 1;
  readonly operation: string;
  readonly service: string;
  /** Fingerprint of the query without page size and position. */
  readonly query: number;
}

/**
 * Reads a checkpoint back.
 *
 * @param type - what `typeof` says of its position, when it is not that of the first page.
 * @throws UsageError when it was cut short or belongs to another list, service, query or version.
 */
export function readCheckpoint(list: ListIdentity, text: string, type: string): Position {
  const found: ListIdentity & Position = Object(parseIfJson(text));
  const { at, skip } = found;
  const whole = skip >= 0 && (at === null || typeof at === type);
  const other = Object.keys(list).find((key) => found[key as "query"] !== list[key as "query"]);
  if (whole && !other) return found;
  const known = other && "version" in found;
  throw new UsageError(
    `the checkpoint is ${known ? `of another ${other}` : "damaged or cut short"}`,
  );
}
