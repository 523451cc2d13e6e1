import { CloudClientError, isKind } from "./cloud-client-error.js";

/** What was meant to be written and what was observed. */
export interface NotAppliedDetails<Entry = unknown> {
  /** The list that the edit was meant to produce. */
  readonly desired: readonly Entry[];
  /** The list the service has; `undefined` when it could not be read: see `cause`. */
  readonly observed: readonly Entry[] | undefined;
  /** What failed, in the words of the service, where it says that. */
  readonly failures?: unknown;
}

/**
 * The service accepted the write, but the list did not change within `verify.timeoutMs`, or the service
 * reported that part of the write failed.
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

/** Whether a value is a {@link WriteNotAppliedError}, from this or another copy of the package. */
export function isWriteNotAppliedError(value: unknown): value is WriteNotAppliedError {
  return isKind<WriteNotAppliedError>(value, "write-not-applied");
}
