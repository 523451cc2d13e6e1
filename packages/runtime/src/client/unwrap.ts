import { oneLine } from "../base/text.js";
import {
  ApiError,
  AuthenticationError,
  ConflictError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
} from "../errors/api-error.js";
import { errorCode, errorMessage, requestIdOf } from "../transport/error-body.js";
import { isRateLimit } from "../transport/verdict.js";
import { callNotes } from "./result.js";

const classes: Partial<Record<number, typeof ApiError>> = {
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  412: ConflictError,
};

/** What a call of an openapi-fetch client resolves to. */
export interface CallResult {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/**
 * Turns a call into its data or a thrown error. Makes no request of its own.
 *
 * @param call - what `client.GET(…)` or another method returned.
 * @returns the parsed body of a 2xx response; `undefined` if it has none.
 * @throws ApiError (or the subclass for its status) when the status is not 2xx, and whatever the call itself
 * rejects with.
 */
export async function unwrap<R extends CallResult>(
  call: Promise<R>,
): Promise<Exclude<R, { data?: never }>["data"]> {
  const { data, error, response } = await call;
  if (response.ok) return data as Exclude<R, { data?: never }>["data"];
  throw apiError(response, error);
}

/** The error for an error response. */
function apiError(response: Response, body: unknown): ApiError {
  const { status, headers } = response;
  const {
    operation = "request",
    attempts = 1,
    rules = {},
    requestId = requestIdOf(rules, headers),
  } = callNotes(response);
  const code = errorCode(rules, body);
  const Class = isRateLimit(rules, status, code) ? RateLimitError : classOf(status);
  return new Class(messageOf(operation, status, code, errorMessage(rules, body), requestId), {
    status,
    code,
    requestId,
    body,
    operation,
    attempts,
  });
}

/** Such as `GET /v1/things returned 400 Tiny.3003: no such thing (request id 5f3a)`. */
function messageOf(
  operation: string,
  status: number,
  code: string | undefined,
  message: string | undefined,
  requestId: string | undefined,
): string {
  const words = [`${operation} returned ${status}`];
  if (code && code !== String(status)) words.push(` ${oneLine(code)}`);
  if (message) words.push(`: ${oneLine(message)}`);
  if (requestId) words.push(` (request id ${oneLine(requestId)})`);
  return words.join("");
}

function classOf(status: number): typeof ApiError {
  return classes[status] ?? (status > 499 ? ServerError : ApiError);
}
