import { CloudClientError, isKind } from "./cloud-client-error.js";

/** What an edit wanted and what it found. */
export interface ConflictDetails<Entry = unknown> {
  /** The list the edit began with. */
  base: readonly Entry[];
  /** The list it wanted. */
  desired: readonly Entry[];
  /** The list the service has. */
  observed: readonly Entry[];
  /** Entries that were wanted but are not there. */
  missing: readonly Entry[];
  /** Entries that are there but were not wanted. */
  unexpected: readonly Entry[];
}

/** Somebody else wrote the list in the meantime. `observed` says what it holds now. */
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
}

/** Whether a value is a {@link ConcurrentWriteError}, of this or another copy of the package. */
export function isConcurrentWriteError(value: unknown): value is ConcurrentWriteError {
  return isKind<ConcurrentWriteError>(value, "concurrent-write");
}
