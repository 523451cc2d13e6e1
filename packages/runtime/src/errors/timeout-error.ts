import { CloudClientError, guardOf } from "./cloud-client-error.js";

/** A time limit of ours ran out. The request may still have taken effect. */
export class TimeoutError extends CloudClientError {
  override readonly name = "TimeoutError";
  readonly kind = "timeout";
  /** Which limit: that of one attempt, or that of the whole call with its waits. */
  readonly source: "attempt" | "deadline";

  constructor(message: string, source: "attempt" | "deadline") {
    super(message);
    this.source = source;
  }
}

/** Whether a value is a {@link TimeoutError}, of this or another copy of the package. */
export const isTimeoutError: (value: unknown) => value is TimeoutError =
  guardOf<TimeoutError>("timeout");
