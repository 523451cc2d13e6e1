import { CloudClientError, guardOf } from "./cloud-client-error.js";

/**
 * The service took the write, but its list did not change within the time given to verify, or it said
 * itself that part of the write failed.
 */
export class WriteNotAppliedError<Entry = unknown> extends CloudClientError {
  override readonly name = "WriteNotAppliedError";
  readonly kind = "write-not-applied";
  /** The list that was wanted. */
  readonly desired: readonly Entry[];
  /** The list the service has. */
  readonly observed: readonly Entry[];
  /** What failed, in the words of the service, where it says that. */
  readonly failures: unknown;

  constructor(
    message: string,
    details: { desired: readonly Entry[]; observed: readonly Entry[]; failures?: unknown },
  ) {
    super(message);
    this.failures = details.failures;
    this.desired = details.desired;
    this.observed = details.observed;
  }
}

/** Whether a value is a {@link WriteNotAppliedError}, of this or another copy of the package. */
export const isWriteNotAppliedError: (value: unknown) => value is WriteNotAppliedError =
  guardOf<WriteNotAppliedError>("write-not-applied");
