import { CloudClientError, isKind } from "./cloud-client-error.js";

/** What is known about an error response. */
export interface ApiErrorDetails {
  /** HTTP status. */
  readonly status: number;
  /** The service's own error code, from whichever error format it used. */
  readonly code?: string | undefined;
  /** Value of the response header `X-Request-Id`; quote it when you contact the vendor. */
  readonly requestId?: string | undefined;
  /** The parsed error body, or its text. */
  readonly body?: unknown;
  /** Method and path template, such as `GET /gpus/v2/instances`. */
  readonly operation?: string;
  /** How many times the request was sent. */
  readonly attempts?: number;
}

/** The service returned a status that is not 2xx. Subclasses cover the common cases. */
export class ApiError extends CloudClientError<ApiErrorDetails> implements ApiErrorDetails {
  override readonly name: string = "ApiError";
  readonly kind = "api";
  declare readonly status: number;
  declare readonly code: string | undefined;
  declare readonly requestId: string | undefined;
  declare readonly body: unknown;
  declare readonly operation: string;
  declare readonly attempts: number;
}

/** 401: the credential is missing, wrong or expired. */
export class AuthenticationError extends ApiError {
  override readonly name = "AuthenticationError";
}

/** 403: the credential is known but may not do this. */
export class PermissionError extends ApiError {
  override readonly name = "PermissionError";
}

/** 404: the resource does not exist. */
export class NotFoundError extends ApiError {
  override readonly name = "NotFoundError";
}

/** 409 or 412: the resource is not in the state that the request assumes. */
export class ConflictError extends ApiError {
  override readonly name = "ConflictError";
}

/** 429, or one of the API's error codes for too many requests. */
export class RateLimitError extends ApiError {
  override readonly name = "RateLimitError";
}

/** 5xx: the service failed. A write may have taken effect. */
export class ServerError extends ApiError {
  override readonly name = "ServerError";
}

/** Whether a value is an {@link ApiError}, from this or another copy of the package. */
export function isApiError(value: unknown): value is ApiError {
  return isKind<ApiError>(value, "api");
}

/** Whether a value is an {@link AuthenticationError}, from this or another copy of the package. */
export function isAuthenticationError(value: unknown): value is AuthenticationError {
  return isApiError(value) && value.name === "AuthenticationError";
}

/** Whether a value is a {@link PermissionError}, from this or another copy of the package. */
export function isPermissionError(value: unknown): value is PermissionError {
  return isApiError(value) && value.name === "PermissionError";
}

/** Whether a value is a {@link NotFoundError}, from this or another copy of the package. */
export function isNotFoundError(value: unknown): value is NotFoundError {
  return isApiError(value) && value.name === "NotFoundError";
}

/** Whether a value is a {@link ConflictError}, from this or another copy of the package. */
export function isConflictError(value: unknown): value is ConflictError {
  return isApiError(value) && value.name === "ConflictError";
}

/** Whether a value is a {@link RateLimitError}, from this or another copy of the package. */
export function isRateLimitError(value: unknown): value is RateLimitError {
  return isApiError(value) && value.name === "RateLimitError";
}

/** Whether a value is a {@link ServerError}, from this or another copy of the package. */
export function isServerError(value: unknown): value is ServerError {
  return isApiError(value) && value.name === "ServerError";
}
