import { CloudClientError, guardOf } from "./cloud-client-error.js";

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
  extends CloudClientError
  implements ConflictDetails<Entry>
{
  override readonly name = "ConcurrentWriteError";
  readonly kind = "concurrent-write";
  readonly base: readonly Entry[];
  readonly desired: readonly Entry[];
  readonly observed: readonly Entry[];
  readonly missing: readonly Entry[];
  readonly unexpected: readonly Entry[];

  constructor(message: string, details: ConflictDetails<Entry>) {
    super(message);
    this.base = details.base;
    this.desired = details.desired;
    this.observed = details.observed;
    this.missing = details.missing;
    this.unexpected = details.unexpected;
  }
}

/** Whether a value is a {@link ConcurrentWriteError}, of this or another copy of the package. */
export const isConcurrentWriteError: (value: unknown) => value is ConcurrentWriteError =
  guardOf<ConcurrentWriteError>("concurrent-write");
