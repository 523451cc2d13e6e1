import { CloudClientError, guardOf } from "./cloud-client-error.js";

/** What is known about an answer that refuses. */
export interface ApiErrorDetails {
  /** HTTP status. */
  status: number;
  /** The service's own error code, whichever of its envelopes it came in. */
  code?: string | undefined;
  /** Value of the response header `X-Request-Id`: name it when you ask the vendor. */
  requestId?: string | undefined;
  /** The parsed error body, or its text. */
  body?: unknown;
  /** Method and path template, such as `GET /gpus/v2/instances`. */
  operation?: string | undefined;
  /** How many times the request was sent. */
  attempts?: number | undefined;
}

/** The service answered with a status that is not 2xx. Subclasses tell the common cases apart. */
export class ApiError extends CloudClientError implements ApiErrorDetails {
  override readonly name: string = "ApiError";
  readonly kind = "api";
  readonly status: number;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
  readonly body: unknown;
  readonly operation: string | undefined;
  readonly attempts: number;

  constructor(message: string, details: ApiErrorDetails) {
    super(message);
    this.status = details.status;
    this.code = details.code;
    this.requestId = details.requestId;
    this.body = details.body;
    this.operation = details.operation;
    this.attempts = details.attempts ?? 1;
  }
}

/** 401: the credential is missing, wrong or expired. */
export class AuthenticationError extends ApiError {
  override readonly name = "AuthenticationError";
}

/** 403: the credential is known but may not do this. */
export class PermissionError extends ApiError {
  override readonly name = "PermissionError";
}

/** 404: no such resource. */
export class NotFoundError extends ApiError {
  override readonly name = "NotFoundError";
}

/** 409 or 412: the resource is not in the state that the request assumes. */
export class ConflictError extends ApiError {
  override readonly name = "ConflictError";
}

/** 429, or an error code of the API that means the same. */
export class RateLimitError extends ApiError {
  override readonly name = "RateLimitError";
}

/** 5xx: the service failed. A write may have taken effect. */
export class ServerError extends ApiError {
  override readonly name = "ServerError";
}

/** Whether a value is an {@link ApiError}, of this or another copy of the package. */
export const isApiError: (value: unknown) => value is ApiError = guardOf<ApiError>("api");
