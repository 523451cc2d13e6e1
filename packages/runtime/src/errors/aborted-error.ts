import { CloudClientError, isKind } from "./cloud-client-error.js";

/** The caller's `AbortSignal` ended the call; `cause` is the signal's reason. */
export class AbortedError extends CloudClientError {
  override readonly name = "AbortedError";
  readonly kind = "aborted";
}

/** Whether a value is an {@link AbortedError}, from this or another copy of the package. */
export function isAbortedError(value: unknown): value is AbortedError {
  return isKind<AbortedError>(value, "aborted");
}
