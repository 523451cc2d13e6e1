import { CloudClientError, guardOf } from "./cloud-client-error.js";

/** The service answered, but not in the promised form: no JSON, or a list that is none. */
export class ResponseParseError extends CloudClientError {
  override readonly name = "ResponseParseError";
  readonly kind = "response-parse";
  /** HTTP status of the answer. */
  readonly status: number;
  /** The first characters of the body, at most 200; empty when the body was JSON of a wrong shape. */
  readonly sample: string;

  constructor(message: string, status: number, sample = "") {
    super(message);
    this.status = status;
    this.sample = sample;
  }
}

/** Whether a value is a {@link ResponseParseError}, of this or another copy of the package. */
export const isResponseParseError: (value: unknown) => value is ResponseParseError =
  guardOf<ResponseParseError>("response-parse");
