import { CloudClientError, guardOf } from "./cloud-client-error.js";

/** The connection failed: no usable answer came. `cause` is what `fetch` threw. */
export class NetworkError extends CloudClientError {
  override readonly name = "NetworkError";
  readonly kind = "network";
  /** `false` when the request certainly never reached the service (refused, unknown host). */
  readonly sent: boolean;

  constructor(message: string, options: { sent: boolean; cause?: unknown }) {
    super(message, options);
    this.sent = options.sent;
  }
}

/** Whether a value is a {@link NetworkError}, of this or another copy of the package. */
export const isNetworkError: (value: unknown) => value is NetworkError =
  guardOf<NetworkError>("network");
