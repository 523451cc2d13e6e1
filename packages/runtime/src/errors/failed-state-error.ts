import { CloudClientError, isKind } from "./cloud-client-error.js";

/** What was waited for and what came. */
export interface FailedStateDetails<Resource = unknown> {
  /** The state that was reached. */
  readonly state: string;
  /** The resource in that state. */
  readonly resource: Resource;
}

/** What was waited for cannot come any more: the resource has reached a state of failure. */
export class FailedStateError<Resource = unknown>
  extends CloudClientError<FailedStateDetails<Resource>>
  implements FailedStateDetails<Resource>
{
  override readonly name = "FailedStateError";
  readonly kind = "failed-state";
  declare readonly state: string;
  declare readonly resource: Resource;
}

/** Whether a value is a {@link FailedStateError}, of this or another copy of the package. */
export function isFailedStateError(value: unknown): value is FailedStateError {
  return isKind<FailedStateError>(value, "failed-state");
}
