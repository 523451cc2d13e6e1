import { notify } from "../base/notify.js";
import { sleep } from "../base/time.js";
import { AttemptReport, attemptOnce, nameOf } from "./attempt.js";
import type { Call, Limits, Outgoing, Received, Transport } from "./call.js";
import { askedWait, mayRetryFailure, mayRetryResponse } from "./verdict.js";

/**
 * Sends a request and retries it as the rules of the operation allow.
 *
 * @returns the first response that should not be retried, whatever its status.
 * @throws NetworkError, TimeoutError, AbortedError, RedirectError.
 */
export async function send(transport: Transport, call: Call, request: Outgoing): Promise<Received> {
  const { callId, limit, limits, operation, mayRepeat } = call;
  const { budget, hooks, rules } = transport;
  // A stream is gone once it has been sent.
  const retries = request.body instanceof ReadableStream ? 0 : limits.retries;
  for (let attempt = 1; ; attempt++) {
    let received: Received | undefined;
    let failure: unknown;
    const report = new AttemptReport(transport, call, attempt);
    try {
      received = await attemptOnce(transport, call, request, report);
      report.succeed(received);
      if (received.ok) {
        budget.tokens = Math.min(10, budget.tokens + 0.1);
        return received;
      }
    } catch (error) {
      report.fail(error);
      failure = error;
    }
    const worthwhile = received
      ? mayRetryResponse(rules, received, call.idempotent)
      : mayRetryFailure(failure, call.idempotent);
    const waitMs = retryWait(limits, attempt, received?.response);
    const inTime = performance.now() + waitMs < call.end;
    if (worthwhile && inTime && attempt <= retries && budget.tokens >= 1) {
      budget.tokens--;
      const reason = received?.response.status ?? nameOf(failure);
      notify(hooks.onRetry, { callId, operation, attempt, reason, waitMs });
      await sleep(waitMs, operation, limit);
      if (!mayRepeat || (await mayRepeat())) continue;
    }
    if (received) return received;
    throw failure;
  }
}

const longestRetryAfterMs = 60_000;

/**
 * How long to wait before the next attempt: full jitter under an exponential cap, but at least what the
 * service asked for.
 *
 * @param attempt - number of the attempt that failed, from 1.
 * @returns milliseconds; `Infinity` when the service asks for more than a minute.
 */
function retryWait(
  { baseMs, maxMs }: Limits,
  attempt: number,
  response: Response | undefined,
): number {
  const own = Math.random() * Math.min(maxMs, baseMs * 2 ** (attempt - 1));
  const asked = (response && askedWait(response.headers)) ?? 0;
  return asked > longestRetryAfterMs ? Number.POSITIVE_INFINITY : Math.max(own, asked);
}
