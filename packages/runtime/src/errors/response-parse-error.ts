import { CloudClientError, isKind } from "./cloud-client-error.js";

/** What a {@link ResponseParseError} knows. */
export interface ResponseParseErrorDetails {
  /** HTTP status of the answer. */
  readonly status: number;
  /** The first characters of the body, at most 200; empty when the body was JSON of a wrong shape. */
  readonly sample: string;
}

/** The service answered, but not in the promised form: no JSON, or a list that is none. */
export class ResponseParseError
  extends CloudClientError<ResponseParseErrorDetails>
  implements ResponseParseErrorDetails
{
  override readonly name = "ResponseParseError";
  readonly kind = "response-parse";
  declare readonly status: ResponseParseErrorDetails["status"];
  declare readonly sample: ResponseParseErrorDetails["sample"];
}

/** Whether a value is a {@link ResponseParseError}, of this or another copy of the package. */
export function isResponseParseError(value: unknown): value is ResponseParseError {
  return isKind<ResponseParseError>(value, "response-parse");
}
