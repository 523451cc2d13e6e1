import { readErrorBody } from "../client/error-body.js";
import type { ApiRules } from "../client/rules.js";
import { isNetworkError } from "../errors/network-error.js";
import { isTimeoutError } from "../errors/timeout-error.js";
import type { Exchange } from "./outgoing.js";

const transient = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Whether an answer is the service's way of saying "too many requests". */
export function isRateLimit(rules: ApiRules, status: number, code: string | undefined): boolean {
  return status === 429 || (code !== undefined && rules.rateLimitCodes.includes(code));
}

/**
 * Whether an answer may go away by repeating the request. One that is not idempotent is only
 * repeated when the service said that it did not act.
 */
export function mayRetryAnswer(rules: ApiRules, exchange: Exchange, idempotent: boolean): boolean {
  const { response, text } = exchange;
  const { status } = response;
  if (response.ok) return false;
  const { code } = readErrorBody(text);
  if (isRateLimit(rules, status, code)) return true;
  if (!transient.has(status) || (code !== undefined && rules.permanentCodes.includes(code))) {
    return false;
  }
  return idempotent || (status === 503 && response.headers.has("retry-after"));
}

/** Whether a failure without an answer may be repeated. */
export function mayRetryFailure(error: unknown, idempotent: boolean): boolean {
  if (isNetworkError(error)) return idempotent || !error.sent;
  return isTimeoutError(error) && error.source === "attempt" && idempotent;
}
