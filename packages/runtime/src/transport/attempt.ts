import { type TimeLimit, withTimeLimit } from "../base/time.js";
import { notify } from "../client/hooks.js";
import { isCloudClientError } from "../errors/cloud-client-error.js";
import { blot } from "./blot.js";
import { networkFailure } from "./network-failure.js";
import type { Call, ClientContext, Exchange, Outgoing } from "./outgoing.js";
import { refuseRedirect } from "./redirect.js";

/**
 * Makes the signal when `fetch` asks for it. One descriptor for all requests: an accessor written into
 * each of them would give each a shape of its own, which the engine pays for in every collection.
 */
const lazySignal = {
  enumerable: true,
  get(this: { limit: TimeLimit }) {
    return this.limit.signal();
  },
};

/**
 * Sends a request once: authorizes it, sends it, reads the body, all under one time limit.
 *
 * @param end - when the call's time is up, by `performance.now()`.
 * @throws NetworkError, TimeoutError, AbortedError, RedirectError.
 */
export function attemptOnce(
  { authorize, hooks }: ClientContext,
  { operation, limits: { attemptTimeoutMs }, signal, fetch, readBody }: Call,
  request: Outgoing,
  attempt: number,
  end: number,
): Promise<Exchange> {
  const { method, url, body } = request;
  const started = performance.now();
  const ms = Math.min(end - started, attemptTimeoutMs);
  const source = ms < attemptTimeoutMs ? "deadline" : "attempt";
  return withTimeLimit(ms, source, operation, signal, async (limit) => {
    const given = authorize(request);
    const credentials = given instanceof Promise ? await given : given;
    if (limit.ended) throw limit.ended;
    notify(hooks.onRequest, { operation, attempt });
    const headers = { ...request.headers, ...credentials };
    try {
      const init = { method, headers, body: body as BodyInit, redirect: "manual", limit } as const;
      const response = await fetch(url, Object.defineProperty(init, "signal", lazySignal));
      refuseRedirect(response, url, operation);
      const { status } = response;
      const ok = status >= 200 && status < 300;
      const text = readBody || !ok ? await response.text() : undefined;
      notify(hooks.onResponse, {
        operation,
        attempt,
        status,
        requestId: response.headers.get("x-request-id") ?? undefined,
        durationMs: performance.now() - started,
      });
      return { response, ok, text: ok ? text : blot(text, headers), attempts: attempt, headers };
    } catch (error) {
      throw isCloudClientError(error) ? error : networkFailure(error, operation, headers);
    }
  });
}
