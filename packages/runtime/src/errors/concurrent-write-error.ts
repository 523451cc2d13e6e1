import { CloudClientError, isKind } from "./cloud-client-error.js";

/** What an edit was meant to write and what it found. */
export interface ConflictDetails<Entry = unknown> {
  /** The list that the last write was based on. */
  base: readonly Entry[];
  /** The list the edit was meant to produce. */
  desired: readonly Entry[];
  /** The list the service has. */
  observed: readonly Entry[];
  /** Entries of `desired` that `observed` lacks. */
  missing: readonly Entry[];
  /** Entries of `observed` that `desired` lacks. */
  unexpected: readonly Entry[];
  /** Fields written with the list whose values differ from what was written. */
  fields: readonly { name: string; desired: unknown; observed: unknown }[];
}

/**
 * The list is not what the edit wrote: somebody else wrote it in the meantime, or the service did not store
 * everything it was sent. `observed` is the list now, `missing` the entries that are gone.
 */
export class ConcurrentWriteError<Entry = unknown>
  extends CloudClientError<ConflictDetails<Entry>>
  implements ConflictDetails<Entry>
{
  override readonly name = "ConcurrentWriteError";
  readonly kind = "concurrent-write";
  declare readonly base: readonly Entry[];
  declare readonly desired: readonly Entry[];
  declare readonly observed: readonly Entry[];
  declare readonly missing: readonly Entry[];
  declare readonly unexpected: readonly Entry[];
  declare readonly fields: ConflictDetails["fields"];
}

/** Whether a value is a {@link ConcurrentWriteError}, from this or another copy of the package. */
export function isConcurrentWriteError(value: unknown): value is ConcurrentWriteError {
  return isKind<ConcurrentWriteError>(value, "concurrent-write");
}
