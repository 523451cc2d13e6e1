import { isNetworkError } from "../errors/network-error.js";
import { isTimeoutError } from "../errors/timeout-error.js";
import type { ApiRules } from "./api-rules.js";
import type { Received } from "./call.js";
import { errorCode } from "./error-body.js";

const transient = [408, 425, 429, 500, 502, 503, 504];

/** Whether a response means "too many requests". */
export function isRateLimit(
  { rateLimitCodes = [] }: Pick<ApiRules, "rateLimitCodes">,
  status: number,
  code = "",
): boolean {
  return status === 429 || rateLimitCodes.includes(code);
}

/**
 * Whether a retry may lead to another response. An operation that is not idempotent is only retried if the
 * service said that it did not act.
 */
export function mayRetryResponse(
  rules: ApiRules,
  { response: { status, headers }, error }: Received,
  idempotent: boolean,
): boolean {
  const code = errorCode(rules, error);
  if (isRateLimit(rules, status, code)) return true;
  if (!transient.includes(status) || rules.permanentCodes?.includes(code as string)) return false;
  return idempotent || (status === 503 && askedWait(headers) !== undefined);
}

/**
 * How long a response asks to wait: its `Retry-After`, in whole seconds or as an HTTP date.
 *
 * @returns milliseconds; `undefined` for a header that is missing or says neither.
 */
export function askedWait(headers: Headers): number | undefined {
  const value = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const ms = value.endsWith(" GMT") ? Date.parse(value) - Date.now() : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.max(ms, 0);
}

/** Whether a request that failed without a response may be retried. */
export function mayRetryFailure(error: unknown, idempotent: boolean): boolean {
  if (isNetworkError(error)) return idempotent || !error.sent;
  return idempotent && isTimeoutError(error) && error.source === "attempt";
}
