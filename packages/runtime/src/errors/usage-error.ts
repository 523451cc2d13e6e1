import { CloudClientError, isKind } from "./cloud-client-error.js";

/** The caller asked for something impossible: a bad option, id or entry. Thrown before any request. */
export class UsageError extends CloudClientError {
  override readonly name = "UsageError";
  readonly kind = "usage";
}

/** Whether a value is an {@link UsageError}, of this or another copy of the package. */
export function isUsageError(value: unknown): value is UsageError {
  return isKind<UsageError>(value, "usage");
}
