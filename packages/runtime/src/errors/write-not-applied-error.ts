import { CloudClientError, guardOf } from "./cloud-client-error.js";

/** The service took the write, but its list did not change within the time given to verify. */
export class WriteNotAppliedError<Entry = unknown> extends CloudClientError {
  override readonly name = "WriteNotAppliedError";
  readonly kind = "write-not-applied";
  /** The list that was wanted. */
  readonly desired: readonly Entry[];
  /** The list the service still has. */
  readonly observed: readonly Entry[];

  constructor(message: string, details: { desired: readonly Entry[]; observed: readonly Entry[] }) {
    super(message);
    this.desired = details.desired;
    this.observed = details.observed;
  }
}

/** Whether a value is a {@link WriteNotAppliedError}, of this or another copy of the package. */
export const isWriteNotAppliedError: (value: unknown) => value is WriteNotAppliedError =
  guardOf<WriteNotAppliedError>("write-not-applied");
