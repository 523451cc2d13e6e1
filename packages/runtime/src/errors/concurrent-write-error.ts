import { CloudClientError, isKind } from "./cloud-client-error.js";

/** What an edit wanted and what it found. */
export interface ConflictDetails<Entry = unknown> {
  /** The list that the last write was planned on. */
  base: readonly Entry[];
  /** The list it wanted. */
  desired: readonly Entry[];
  /** The list the service has. */
  observed: readonly Entry[];
  /** Entries that were wanted but are not there. */
  missing: readonly Entry[];
  /** Entries that are there but were not wanted. */
  unexpected: readonly Entry[];
  /** Fields beside the list that were written and are not as written. */
  fields: readonly { name: string; desired: unknown; observed: unknown }[];
}

/**
 * The list is not what the edit made it: somebody else wrote it in the meantime, or the service did not
 * store all that it was sent. `observed` says what it holds now, `missing` what is gone.
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

/** Whether a value is a {@link ConcurrentWriteError}, of this or another copy of the package. */
export function isConcurrentWriteError(value: unknown): value is ConcurrentWriteError {
  return isKind<ConcurrentWriteError>(value, "concurrent-write");
}
