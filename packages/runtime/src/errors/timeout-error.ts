import { CloudClientError, isKind } from "./cloud-client-error.js";

/** What a {@link TimeoutError} knows. */
export interface TimeoutErrorDetails {
  /** Which limit: that of one attempt, or that of the whole call with its waits. */
  readonly source: "attempt" | "deadline";
}

/** A time limit of ours ran out. The request may still have taken effect. */
export class TimeoutError
  extends CloudClientError<TimeoutErrorDetails>
  implements TimeoutErrorDetails
{
  override readonly name = "TimeoutError";
  readonly kind = "timeout";
  declare readonly source: TimeoutErrorDetails["source"];
}

/** Whether a value is a {@link TimeoutError}, of this or another copy of the package. */
export function isTimeoutError(value: unknown): value is TimeoutError {
  return isKind<TimeoutError>(value, "timeout");
}
