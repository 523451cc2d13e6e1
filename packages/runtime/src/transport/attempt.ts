import { checkHeaders } from "../client/header-guard.js";
import { notify } from "../client/hooks.js";
import { isCloudClientError } from "../errors/cloud-client-error.js";
import { blot } from "./blot.js";
import { networkFailure } from "./network-failure.js";
import type { Call, ClientContext, Exchange, Outgoing } from "./outgoing.js";
import { refuseRedirect } from "./redirect.js";
import { withTimeLimit } from "./time-limit.js";

/**
 * Sends a request once: authorizes it, sends it, reads the body, all under one time limit.
 *
 * @param remainingMs - what is left of the call's time.
 * @throws NetworkError, TimeoutError, AbortedError, RedirectError.
 */
export function attemptOnce(
  { authorize, hooks }: ClientContext,
  { operation, limits, signal, fetch, readBody }: Call,
  request: Outgoing,
  attempt: number,
  remainingMs: number,
): Promise<Exchange> {
  const ms = Math.min(remainingMs, limits.attemptTimeoutMs);
  const source = ms < limits.attemptTimeoutMs ? "deadline" : "attempt";
  const { method, url, body } = request;
  return withTimeLimit(ms, source, operation, signal, async (ending) => {
    const credentials = await authorize(request);
    checkHeaders(credentials);
    ending.throwIfAborted();
    notify(hooks.onRequest, { operation, attempt });
    const started = performance.now();
    const sent = { ...request.headers, ...credentials };
    try {
      const response = await fetch(url, {
        method,
        headers: sent,
        body: body as BodyInit,
        redirect: "manual",
        signal: ending,
      });
      refuseRedirect(response, url, operation);
      const { ok, status, headers } = response;
      const text = readBody || !ok ? await response.text() : undefined;
      notify(hooks.onResponse, {
        operation,
        attempt,
        status,
        requestId: headers.get("x-request-id") ?? undefined,
        durationMs: performance.now() - started,
      });
      return { response, text: ok ? text : blot(text ?? "", sent), attempts: attempt, sent };
    } catch (error) {
      throw isCloudClientError(error) ? error : networkFailure(error, operation, sent);
    }
  });
}
