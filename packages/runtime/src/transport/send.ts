import { notify } from "../client/hooks.js";
import { isCloudClientError } from "../errors/cloud-client-error.js";
import { attemptOnce } from "./attempt.js";
import type { Call, ClientContext, Exchange, Outgoing } from "./outgoing.js";
import { retryWait } from "./retry-wait.js";
import { sleep } from "./sleep.js";
import { mayRetryAnswer, mayRetryFailure } from "./verdict.js";

/**
 * Sends a request and repeats it as the rules of the operation allow.
 *
 * @returns the first answer that is not worth repeating, whatever its status.
 * @throws NetworkError, TimeoutError, AbortedError, RedirectError.
 */
export async function send(
  context: ClientContext,
  call: Call,
  request: Outgoing,
): Promise<Exchange> {
  const { limits, idempotent, operation } = call;
  const end = performance.now() + limits.timeoutMs;
  const repeatable = request.body == null || typeof request.body === "string";
  for (let attempt = 1; ; attempt++) {
    const last = attempt > limits.retries || !repeatable;
    let answer: Exchange | undefined;
    let failure: unknown;
    try {
      answer = await attemptOnce(context, call, request, attempt, end - performance.now());
      if (answer.response.ok) context.budget.refund();
      if (last || !mayRetryAnswer(context.rules, answer, idempotent)) return answer;
    } catch (error) {
      failure = error;
      if (last || !mayRetryFailure(error, idempotent)) throw error;
    }
    const waitMs = retryWait(limits, attempt, answer?.response);
    const inTime = waitMs !== undefined && performance.now() + waitMs < end;
    if (!inTime || !context.budget.take()) {
      if (answer) return answer;
      throw failure;
    }
    const reason =
      answer?.response.status ?? (isCloudClientError(failure) ? failure.name : "Error");
    notify(context.hooks.onRetry, { operation, attempt, reason, waitMs });
    await sleep(waitMs, operation, call.signal);
    if (call.mayRepeat && !(await call.mayRepeat())) {
      if (answer) return answer;
      throw failure;
    }
  }
}
