import { CloudClientError, isKind } from "./cloud-client-error.js";

/** What was wanted and what is there. */
export interface NotAppliedDetails<Entry = unknown> {
  /** The list that was wanted. */
  readonly desired: readonly Entry[];
  /** The list the service has; `undefined` when it could not be read: see `cause`. */
  readonly observed: readonly Entry[] | undefined;
  /** What failed, in the words of the service, where it says that. */
  readonly failures?: unknown;
}

/**
 * The service took the write, but its list did not change within the time given to verify, or it said
 * itself that part of the write failed.
 */
export class WriteNotAppliedError<Entry = unknown>
  extends CloudClientError<NotAppliedDetails<Entry>>
  implements NotAppliedDetails<Entry>
{
  override readonly name = "WriteNotAppliedError";
  readonly kind = "write-not-applied";
  declare readonly desired: readonly Entry[];
  declare readonly observed: readonly Entry[] | undefined;
  declare readonly failures?: unknown;
}

/** Whether a value is a {@link WriteNotAppliedError}, of this or another copy of the package. */
export function isWriteNotAppliedError(value: unknown): value is WriteNotAppliedError {
  return isKind<WriteNotAppliedError>(value, "write-not-applied");
}
