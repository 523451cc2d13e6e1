import { CloudClientError, isKind } from "./cloud-client-error.js";

/** Details of a {@link ResponseParseError}. */
export interface ResponseParseErrorDetails {
  /** HTTP status of the response. */
  readonly status: number;
  /** The first characters of the body, at most 200; empty if the body was JSON of an unexpected shape. */
  readonly sample: string;
}

/** The response does not have the documented form: it is not JSON, or lacks a documented list. */
export class ResponseParseError
  extends CloudClientError<ResponseParseErrorDetails>
  implements ResponseParseErrorDetails
{
  override readonly name = "ResponseParseError";
  readonly kind = "response-parse";
  declare readonly status: ResponseParseErrorDetails["status"];
  declare readonly sample: ResponseParseErrorDetails["sample"];
}

/** Whether a value is a {@link ResponseParseError}, from this or another copy of the package. */
export function isResponseParseError(value: unknown): value is ResponseParseError {
  return isKind<ResponseParseError>(value, "response-parse");
}
