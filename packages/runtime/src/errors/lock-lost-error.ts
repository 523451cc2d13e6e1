import { CloudClientError, isKind } from "./cloud-client-error.js";

/**
 * The lock passed to an edit was lost before a write, which was therefore not sent: its holder was paused for
 * longer than the lease, or lost its connection. `cause` is what the lock said. Repeating the edit is safe.
 */
export class LockLostError extends CloudClientError {
  override readonly name = "LockLostError";
  readonly kind = "lock-lost";
}

/** Whether a value is a {@link LockLostError}, from this or another copy of the package. */
export function isLockLostError(value: unknown): value is LockLostError {
  return isKind<LockLostError>(value, "lock-lost");
}
