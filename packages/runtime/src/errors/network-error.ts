import { CloudClientError, isKind } from "./cloud-client-error.js";

/** Details of a {@link NetworkError}. */
export interface NetworkErrorDetails {
  /** `false` if the request certainly never reached the service (connection refused, unknown host). */
  readonly sent: boolean;
}

/** The connection failed, so there is no usable response. `cause` is what `fetch` threw. */
export class NetworkError
  extends CloudClientError<NetworkErrorDetails>
  implements NetworkErrorDetails
{
  override readonly name = "NetworkError";
  readonly kind = "network";
  declare readonly sent: NetworkErrorDetails["sent"];
}

/** Whether a value is a {@link NetworkError}, from this or another copy of the package. */
export function isNetworkError(value: unknown): value is NetworkError {
  return isKind<NetworkError>(value, "network");
}
