import { parseIfJson } from "../base/json.js";
import { notify } from "../base/notify.js";
import { abortedError, withTimeLimit } from "../base/time.js";
import { isCloudClientError } from "../errors/any-error.js";
import { RedirectError } from "../errors/redirect-error.js";
import { ResponseTooLargeError } from "../errors/response-too-large-error.js";
import { handOver, readBytes } from "./body.js";
import type { Call, Outgoing, Received, Transport } from "./call.js";
import { requestIdOf } from "./error-body.js";
import { networkFailure } from "./failure.js";
import { type Redactor, redactorFor } from "./redact.js";

/**
 * Sends a request once: authorizes it, sends it, reads the body, all under one time limit.
 *
 * @throws NetworkError, TimeoutError, AbortedError, RedirectError, ResponseTooLargeError.
 */
export async function attemptOnce(
  { authorize, hooks, rules, secretHeaders }: Transport,
  call: Call,
  request: Outgoing,
  attempt: number,
): Promise<Received> {
  const { callId, operation, limits, transmit } = call;
  const started = performance.now();
  let begun = false;
  try {
    const received = await withTimeLimit(
      limits.attemptTimeoutMs,
      "attempt",
      operation,
      call.limit,
      async (limit) => {
        const given = authorize(request);
        const credentials = given instanceof Promise ? await given : given;
        if (limit.ended) throw limit.ended;
        begun = true;
        notify(hooks.onRequest, { callId, operation, attempt });
        const headers = Object.assign({}, request.headers, credentials);
        const redactor = redactorFor(headers, secretHeaders);
        try {
          const response = await transmit(headers, limit.signal());
          refuseRedirect(response, request.url, operation, redactor);
          return await readResponse(call, response, redactor, attempt);
        } catch (error) {
          if (isCloudClientError(error)) throw error;
          throw networkFailure(error, operation, request.url, redactor);
        }
      },
    );
    const { ok, redactor, response } = received;
    const { status, headers } = response;
    const durationMs = performance.now() - started;
    const given = requestIdOf(rules, headers);
    const requestId = ok || given === undefined ? given : redactor.text(given);
    notify(hooks.onResponse, { callId, operation, attempt, status, requestId, durationMs });
    return received;
  } catch (error) {
    const durationMs = performance.now() - started;
    // What fails before it is sent, such as a key that cannot be had, is no attempt.
    if (begun)
      notify(hooks.onError, { callId, operation, attempt, error: nameOf(error), durationMs });
    throw error;
  }
}

/** The name of an error's class. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "Error";
}

/**
 * Refuses a redirect: following it could send a credential to another origin.
 *
 * @throws RedirectError naming the target's origin, never its path or query.
 */
function refuseRedirect(
  response: Response,
  url: string,
  operation: string,
  redactor: Redactor,
): void {
  const { status } = response;
  // 304 leads nowhere: it says that a condition of the caller, such as If-None-Match, holds.
  if (status ? status < 300 || status > 399 || status === 304 : response.type !== "opaqueredirect")
    return;
  response.body?.cancel().catch(() => {});
  const target = originOf(response.headers.get("location"), url, redactor);
  const where = target === undefined ? "" : ` to ${target}`;
  throw new RedirectError(`${operation} was redirected${where}; redirects are not followed`, {
    status,
    target,
  });
}

/** The origin of an address that a response names; `undefined` if it has none. */
function originOf(location: string | null, base: string, redactor: Redactor): string | undefined {
  if (location === null || !URL.canParse(location, base)) return undefined;
  const { origin } = new URL(location, base);
  return origin === "null" ? undefined : redactor.text(origin);
}

const decoder = new TextDecoder();

async function readResponse(
  call: Call,
  response: Response,
  redactor: Redactor,
  attempts: number,
): Promise<Received> {
  const { status } = response;
  const { operation, callerSignal, limits, readAs } = call;
  const ok = status >= 200 && status < 300;
  if (ok && readAs === "stream") {
    const stream = handOver(response, callerSignal, {
      aborted: () => abortedError(operation, callerSignal),
      broken: (thrown) => networkFailure(thrown, operation, response.url, redactor),
    });
    return { response, ok, body: stream, error: undefined, attempts, redactor };
  }
  const { maxResponseBytes: maxBytes } = limits;
  const bytes = await readBytes(response, maxBytes);
  if (!bytes) {
    throw new ResponseTooLargeError(
      `${operation} returned ${status} with a body of more than ${maxBytes} bytes, the limit set by maxResponseBytes`,
      { status, maxBytes },
    );
  }
  if (!ok) {
    const text = decoder.decode(bytes);
    const parsed = parseIfJson(text);
    const error = redactor.data(parsed);
    const body =
      error === parsed ? text : typeof error === "string" ? error : JSON.stringify(error);
    return { response, ok, body, error, attempts, redactor };
  }
  const body = readAs === "text" ? decoder.decode(bytes) : bytes;
  return { response, ok, body, error: undefined, attempts, redactor };
}
