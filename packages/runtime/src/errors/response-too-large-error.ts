import { CloudClientError, isKind } from "./cloud-client-error.js";

/** What a {@link ResponseTooLargeError} knows. */
export interface ResponseTooLargeErrorDetails {
  /** HTTP status of the answer. */
  readonly status: number;
  /** How many bytes were allowed (`maxResponseBytes`). */
  readonly maxBytes: number;
}

/** The service's answer was longer than allowed; the rest was not read. A write has taken effect. */
export class ResponseTooLargeError
  extends CloudClientError<ResponseTooLargeErrorDetails>
  implements ResponseTooLargeErrorDetails
{
  override readonly name = "ResponseTooLargeError";
  readonly kind = "response-too-large";
  declare readonly status: ResponseTooLargeErrorDetails["status"];
  declare readonly maxBytes: ResponseTooLargeErrorDetails["maxBytes"];
}

/** Whether a value is a {@link ResponseTooLargeError}, of this or another copy of the package. */
export function isResponseTooLargeError(value: unknown): value is ResponseTooLargeError {
  return isKind<ResponseTooLargeError>(value, "response-too-large");
}
