import { CloudClientError, isKind } from "./cloud-client-error.js";

/** Details of a {@link ResponseTooLargeError}. */
export interface ResponseTooLargeErrorDetails {
  /** HTTP status of the response. */
  readonly status: number;
  /** Maximum number of bytes allowed (`maxResponseBytes`). */
  readonly maxBytes: number;
}

/** The response was longer than allowed, and the rest was not read. A write has taken effect. */
export class ResponseTooLargeError
  extends CloudClientError<ResponseTooLargeErrorDetails>
  implements ResponseTooLargeErrorDetails
{
  override readonly name = "ResponseTooLargeError";
  readonly kind = "response-too-large";
  declare readonly status: ResponseTooLargeErrorDetails["status"];
  declare readonly maxBytes: ResponseTooLargeErrorDetails["maxBytes"];
}

/** Whether a value is a {@link ResponseTooLargeError}, from this or another copy of the package. */
export function isResponseTooLargeError(value: unknown): value is ResponseTooLargeError {
  return isKind<ResponseTooLargeError>(value, "response-too-large");
}
