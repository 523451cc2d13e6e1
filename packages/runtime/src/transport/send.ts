import { sleep } from "../base/time.js";
import { notify } from "../client/hooks.js";
import type { CloudClientError } from "../errors/cloud-client-error.js";
import { attemptOnce } from "./attempt.js";
import type { Call, ClientContext, Exchange, Outgoing } from "./outgoing.js";
import { retryWait } from "./retry-wait.js";
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
  const { limits, idempotent, operation, signal, mayRepeat } = call;
  const { budget, hooks, rules } = context;
  const end = performance.now() + limits.timeoutMs;
  for (let attempt = 1; ; attempt++) {
    let answer: Exchange | undefined;
    let failure: unknown;
    try {
      answer = await attemptOnce(context, call, request, attempt, end);
      if (answer.ok) {
        budget.tokens = Math.min(10, budget.tokens + 0.1);
        return answer;
      }
    } catch (error) {
      failure = error;
    }
    const worthwhile = answer
      ? mayRetryAnswer(rules, answer, idempotent)
      : mayRetryFailure(failure, idempotent);
    const waitMs = retryWait(limits, attempt, answer?.response);
    const inTime = performance.now() + waitMs < end;
    if (worthwhile && inTime && attempt <= limits.retries && budget.tokens >= 1) {
      budget.tokens--;
      const reason = answer?.response.status ?? (failure as CloudClientError).name;
      notify(hooks.onRetry, { operation, attempt, reason, waitMs });
      await sleep(waitMs, operation, signal);
      if (!mayRepeat || (await mayRepeat())) continue;
    }
    if (answer) return answer;
    throw failure;
  }
}
