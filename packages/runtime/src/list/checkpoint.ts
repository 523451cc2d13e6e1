import { UsageError } from "../errors/usage-error.js";

/** Where a walk begins or goes on. */
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
 * Writes a checkpoint: a small JSON text without any secret, good in another process on another day.
 */
export function writeCheckpoint(list: ListIdentity, { at, skip }: Position): string {
  return JSON.stringify({ ...list, at, skip });
}

/**
 * Reads a checkpoint back.
 *
 * @param type - what `typeof` says of its position, when it is not that of the first page.
 * @throws UsageError when it was cut short or belongs to another list, service, query or version.
 */
export function readCheckpoint(list: ListIdentity, text: string, type: string): Position {
  let found: (ListIdentity & Position) | undefined;
  try {
    found = JSON.parse(text);
  } catch {
    // Falls through to the error for what is no checkpoint.
  }
  const keys = Object.keys(list) as (keyof ListIdentity)[];
  const other = found && keys.find((key) => found[key] !== list[key]);
  if (!found || other) {
    throw new UsageError(
      `the checkpoint is ${other ? `of another ${other}` : "cut short: pass it on as it was given"}`,
    );
  }
  const { at, skip } = found;
  if ((at !== null && typeof at !== type) || !(skip >= 0)) {
    throw new UsageError("the checkpoint is damaged");
  }
  return { at, skip };
}
