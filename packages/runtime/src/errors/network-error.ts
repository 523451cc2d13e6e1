import { CloudClientError, isKind } from "./cloud-client-error.js";

/** What a {@link NetworkError} knows. */
export interface NetworkErrorDetails {
  /** `false` when the request certainly never reached the service (refused, unknown host). */
  readonly sent: boolean;
}

/** The connection failed: no usable answer came. `cause` is what `fetch` threw. */
export class NetworkError
  extends CloudClientError<NetworkErrorDetails>
  implements NetworkErrorDetails
{
  override readonly name = "NetworkError";
  readonly kind = "network";
  declare readonly sent: NetworkErrorDetails["sent"];
}

/** Whether a value is a {@link NetworkError}, of this or another copy of the package. */
export function isNetworkError(value: unknown): value is NetworkError {
  return isKind<NetworkError>(value, "network");
}
