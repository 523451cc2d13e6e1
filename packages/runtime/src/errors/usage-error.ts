import { CloudClientError, isKind } from "./cloud-client-error.js";

/**
 * The caller passed something that is not allowed: an invalid option, id or entry. Thrown before any request.
 */
export class UsageError extends CloudClientError {
  override readonly name = "UsageError";
  readonly kind = "usage";
}

/** Whether a value is a {@link UsageError}, from this or another copy of the package. */
export function isUsageError(value: unknown): value is UsageError {
  return isKind<UsageError>(value, "usage");
}
