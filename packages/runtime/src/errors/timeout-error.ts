import { CloudClientError, isKind } from "./cloud-client-error.js";

/** Details of a {@link TimeoutError}. */
export interface TimeoutErrorDetails {
  /** Which limit ran out: that of one attempt, or that of the whole call including its waits. */
  readonly source: "attempt" | "deadline";
}

/** A time limit ran out. The request may still have taken effect. */
export class TimeoutError
  extends CloudClientError<TimeoutErrorDetails>
  implements TimeoutErrorDetails
{
  override readonly name = "TimeoutError";
  readonly kind = "timeout";
  declare readonly source: TimeoutErrorDetails["source"];
}

/** Whether a value is a {@link TimeoutError}, from this or another copy of the package. */
export function isTimeoutError(value: unknown): value is TimeoutError {
  return isKind<TimeoutError>(value, "timeout");
}
