import { isApiError } from "../errors/api-error.js";
import { isCloudClientError } from "../errors/cloud-client-error.js";
import { isNetworkError } from "../errors/network-error.js";

/**
 * Whether a write that failed may have taken effect all the same: its answer was lost, late or
 * unreadable, or the service failed on the way. A refusal (4xx) certainly changed nothing.
 */
export function isUnknownOutcome(error: unknown): boolean {
  if (!isCloudClientError(error)) return false;
  if (isApiError(error)) return error.status >= 500;
  if (isNetworkError(error)) return error.sent;
  return error.kind === "timeout" || error.kind === "response-parse";
}
