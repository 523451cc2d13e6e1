import type { AbortedError } from "./aborted-error.js";
import type { ApiError } from "./api-error.js";
import { isBranded } from "./cloud-client-error.js";
import type { ConcurrentWriteError } from "./concurrent-write-error.js";
import type { FailedStateError } from "./failed-state-error.js";
import type { LockLostError } from "./lock-lost-error.js";
import type { NetworkError } from "./network-error.js";
import type { PaginationError } from "./pagination-error.js";
import type { RedirectError } from "./redirect-error.js";
import type { ResponseParseError } from "./response-parse-error.js";
import type { ResponseTooLargeError } from "./response-too-large-error.js";
import type { TimeoutError } from "./timeout-error.js";
import type { UsageError } from "./usage-error.js";
import type { WriteNotAppliedError } from "./write-not-applied-error.js";

/** Every error of these packages. `switch (error.kind)` narrows to each kind with its own fields. */
export type AnyCloudClientError =
  | ApiError
  | NetworkError
  | TimeoutError
  | AbortedError
  | RedirectError
  | ResponseParseError
  | ResponseTooLargeError
  | UsageError
  | PaginationError
  | ConcurrentWriteError
  | WriteNotAppliedError
  | FailedStateError
  | LockLostError;

/**
 * Whether a value is an error of these packages. Unlike `instanceof`, it also recognizes errors from another
 * copy of the package in the same program.
 */
export function isCloudClientError(value: unknown): value is AnyCloudClientError {
  return isBranded(value);
}
