import { CloudClientError, isKind } from "./cloud-client-error.js";

/** The state a resource ended up in. */
export interface FailedStateDetails<Resource = unknown> {
  /** The state that was reached. */
  readonly state: string;
  /** The resource in that state. */
  readonly resource: Resource;
}

/** The state waited for can no longer be reached: the resource has failed. */
export class FailedStateError<Resource = unknown>
  extends CloudClientError<FailedStateDetails<Resource>>
  implements FailedStateDetails<Resource>
{
  override readonly name = "FailedStateError";
  readonly kind = "failed-state";
  declare readonly state: string;
  declare readonly resource: Resource;
}

/** Whether a value is a {@link FailedStateError}, from this or another copy of the package. */
export function isFailedStateError(value: unknown): value is FailedStateError {
  return isKind<FailedStateError>(value, "failed-state");
}
