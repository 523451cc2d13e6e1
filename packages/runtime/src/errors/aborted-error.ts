import { CloudClientError, guardOf } from "./cloud-client-error.js";

/** The caller's `AbortSignal` ended the call; `cause` is the signal's reason. */
export class AbortedError extends CloudClientError {
  override readonly name = "AbortedError";
  readonly kind = "aborted";
}

/** Whether a value is a {@link AbortedError}, of this or another copy of the package. */
export const isAbortedError: (value: unknown) => value is AbortedError =
  guardOf<AbortedError>("aborted");
