export { type ConsoleHooksOptions, consoleHooks } from "./client/console-hooks.js";
export type { Credential } from "./client/credential.js";
export type {
  AttemptErrorEvent,
  CallEndEvent,
  CallEvent,
  CallStartEvent,
  Hooks,
  PageEvent,
  PlanEvent,
  ResponseEvent,
  RetryEvent,
} from "./client/hooks.js";
export type { OperationOptions } from "./client/operation.js";
export type {
  AbortableOptions,
  CallOptions,
  Fetch,
  FetchSettings,
  Known,
  RetryOptions,
  SharedClientOptions,
} from "./client/options.js";
export { type CallResult, unwrap } from "./client/unwrap.js";
export { formatPlan } from "./edits/format-plan.js";
export type { Verification } from "./edits/functions.js";
export type { Change, EnsureIntent, Intent, ReplaceIntent } from "./edits/intent.js";
export type { Hold, Lock } from "./edits/lock.js";
export type { EditOptions, EditResult } from "./edits/options.js";
export type { Plan } from "./edits/plan.js";
export { AbortedError, isAbortedError } from "./errors/aborted-error.js";
export { type AnyCloudClientError, isCloudClientError } from "./errors/any-error.js";
export {
  ApiError,
  type ApiErrorDetails,
  AuthenticationError,
  ConflictError,
  isApiError,
  isAuthenticationError,
  isConflictError,
  isNotFoundError,
  isPermissionError,
  isRateLimitError,
  isServerError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
} from "./errors/api-error.js";
export { CloudClientError, type ErrorKind } from "./errors/cloud-client-error.js";
export {
  ConcurrentWriteError,
  type ConflictDetails,
  isConcurrentWriteError,
} from "./errors/concurrent-write-error.js";
export {
  type FailedStateDetails,
  FailedStateError,
  isFailedStateError,
} from "./errors/failed-state-error.js";
export { isLockLostError, LockLostError } from "./errors/lock-lost-error.js";
export { isNetworkError, NetworkError } from "./errors/network-error.js";
export { isPaginationError, PaginationError } from "./errors/pagination-error.js";
export { isRedirectError, RedirectError } from "./errors/redirect-error.js";
export { isResponseParseError, ResponseParseError } from "./errors/response-parse-error.js";
export {
  isResponseTooLargeError,
  ResponseTooLargeError,
} from "./errors/response-too-large-error.js";
export { isTimeoutError, TimeoutError } from "./errors/timeout-error.js";
export { isUsageError, UsageError } from "./errors/usage-error.js";
export { isWriteNotAppliedError, WriteNotAppliedError } from "./errors/write-not-applied-error.js";
export type {
  Collected,
  CollectOptions,
  List,
  ListOptions,
  OffsetListOptions,
  Page,
} from "./lists/list.js";
export type { PollEvent, PollOptions, WaitOptions } from "./wait/wait-options.js";
