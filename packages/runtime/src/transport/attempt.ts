import { checkHeader } from "../client/header-guard.js";
import { notify } from "../client/hooks.js";
import { blot } from "./blot.js";
import { networkFailure } from "./network-failure.js";
import type { Call, ClientContext, Exchange, Outgoing } from "./outgoing.js";
import { refuseRedirect } from "./redirect.js";
import { startTimeLimit } from "./time-limit.js";

/**
 * Sends a request once: authorizes it, sends it, reads the body, all under one time limit.
 *
 * @throws NetworkError, TimeoutError, AbortedError, RedirectError.
 */
export async function attemptOnce(
  context: ClientContext,
  call: Call,
  request: Outgoing,
  attempt: number,
  remainingMs: number,
): Promise<Exchange> {
  const { operation } = call;
  const { attemptTimeoutMs } = call.limits;
  const limit =
    remainingMs < attemptTimeoutMs
      ? startTimeLimit(remainingMs, "deadline", operation, call.signal)
      : startTimeLimit(attemptTimeoutMs, "attempt", operation, call.signal);
  const { hooks } = context;
  const run = async (): Promise<Exchange> => {
    const credentials = await context.authorize(request);
    for (const name in credentials) checkHeader(name, credentials[name] as string);
    const sent = { ...request.headers, ...credentials };
    limit.signal.throwIfAborted();
    if (hooks.onRequest) notify(hooks.onRequest, { operation, attempt });
    const started = Date.now();
    const { response, text } = await exchange(call, request, sent, limit.signal);
    if (hooks.onResponse) {
      notify(hooks.onResponse, {
        operation,
        attempt,
        status: response.status,
        requestId: response.headers.get("x-request-id") ?? undefined,
        durationMs: Date.now() - started,
      });
    }
    return {
      response,
      text: response.ok || !text ? text : blot(text, sent),
      attempts: attempt,
      sent,
    };
  };
  try {
    return await limit.race(run());
  } finally {
    limit.clear();
  }
}

async function exchange(
  call: Call,
  request: Outgoing,
  sent: Record<string, string>,
  signal: AbortSignal,
): Promise<{ response: Response; text: string | undefined }> {
  try {
    const response = await call.fetch(request.url, {
      method: request.method,
      headers: sent,
      body: request.body ?? null,
      redirect: "manual",
      signal,
    });
    refuseRedirect(response, request.url, call.operation);
    const text = call.readBody || !response.ok ? await response.text() : undefined;
    return { response, text };
  } catch (error) {
    throw networkFailure(error, call.operation, sent);
  }
}
