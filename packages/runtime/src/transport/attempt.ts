import { parseIfJson } from "../base/json.js";
import { notify } from "../base/notify.js";
import { abortedError, type TimeLimit, withTimeLimit } from "../base/time.js";
import { isCloudClientError } from "../errors/any-error.js";
import { RedirectError } from "../errors/redirect-error.js";
import { ResponseTooLargeError } from "../errors/response-too-large-error.js";
import { handOver, readBytes } from "./body.js";
import type { Call, Outgoing, Received, Transport } from "./call.js";
import { requestIdOf } from "./error-body.js";
import { networkFailure } from "./failure.js";
import { type Redactor, redactorFor } from "./redact.js";

/** Tells the hooks of an attempt. What fails before it is sent, such as a key that cannot be had, is no attempt. */
export class AttemptReport {
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  readonly #transport: Transport;
  readonly #call: Call;
  readonly #started = performance.now();
  #begun = false;

  constructor(transport: Transport, call: Call, attempt: number) {
    this.#transport = transport;
    this.#call = call;
    this.attempt = attempt;
  }

  begin(): void {
    const { callId, operation } = this.#call;
    this.#begun = true;
    notify(this.#transport.hooks.onRequest, { callId, operation, attempt: this.attempt });
  }

  /** Ends the attempt with a response whose body has been read. */
  succeed({ ok, redactor, response: { status, headers } }: Received): void {
    const { hooks, rules } = this.#transport;
    const { callId, operation } = this.#call;
    const { attempt } = this;
    const durationMs = performance.now() - this.#started;
    const given = requestIdOf(rules, headers);
    const requestId = ok || given === undefined ? given : redactor.text(given);
    notify(hooks.onResponse, { callId, operation, attempt, status, requestId, durationMs });
  }

  /** Ends the attempt, if it has begun, with what it threw. */
  fail(thrown: unknown): void {
    if (!this.#begun) return;
    const { callId, operation } = this.#call;
    const { attempt } = this;
    const durationMs = performance.now() - this.#started;
    const error = nameOf(thrown);
    notify(this.#transport.hooks.onError, { callId, operation, attempt, error, durationMs });
  }
}

/**
 * Sends a request once: authorizes it, sends it, reads the body, all under one time limit.
 *
 * @param report - told when the attempt begins; the caller tells it the end.
 * @throws NetworkError, TimeoutError, AbortedError, RedirectError, ResponseTooLargeError.
 */
export function attemptOnce(
  { authorize, secretHeaders }: Transport,
  call: Call,
  request: Outgoing,
  report: AttemptReport,
): Promise<Received> {
  const { operation, limits } = call;
  const { attempt: attempts } = report;
  const perform = async (limit: TimeLimit): Promise<Received> => {
    const given = authorize(request);
    const credentials = given instanceof Promise ? await given : given;
    if (limit.ended) throw limit.ended;
    report.begin();
    const headers = Object.assign({}, request.headers, credentials);
    const redactor = redactorFor(headers, secretHeaders);
    try {
      const response = await call.transmit(headers, limit.signal());
      refuseRedirect(response, request.url, operation, redactor);
      const { status } = response;
      const ok = status >= 200 && status < 300;
      if (ok && call.readAs === "stream") {
        const body = streamOf(call, response, redactor);
        return { response, ok, body, error: undefined, attempts, redactor };
      }
      const bytes = await readBytes(response, limits.maxResponseBytes);
      if (!bytes) throw tooLarge(call, status);
      if (!ok) {
        const { body, error } = readError(bytes, redactor);
        return { response, ok, body, error, attempts, redactor };
      }
      const body = call.readAs === "text" ? decoder.decode(bytes) : bytes;
      return { response, ok, body, error: undefined, attempts, redactor };
    } catch (error) {
      if (isCloudClientError(error)) throw error;
      throw networkFailure(error, operation, request.url, redactor);
    }
  };
  return withTimeLimit(limits.attemptTimeoutMs, "attempt", operation, call.limit, perform);
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

function streamOf(
  { operation, callerSignal }: Call,
  response: Response,
  redactor: Redactor,
): Received["body"] {
  return handOver(response, callerSignal, {
    aborted: () => abortedError(operation, callerSignal),
    broken: (thrown) => networkFailure(thrown, operation, response.url, redactor),
  });
}

function tooLarge({ operation, limits }: Call, status: number): ResponseTooLargeError {
  const { maxResponseBytes: maxBytes } = limits;
  return new ResponseTooLargeError(
    `${operation} returned ${status} with a body of more than ${maxBytes} bytes, the limit set by maxResponseBytes`,
    { status, maxBytes },
  );
}

/** An error's body without credentials, as text and as data. */
function readError(bytes: Uint8Array, redactor: Redactor): Pick<Received, "body" | "error"> {
  const text = decoder.decode(bytes);
  const parsed = parseIfJson(text);
  const error = redactor.data(parsed);
  const body = error === parsed ? text : typeof error === "string" ? error : JSON.stringify(error);
  return { body, error };
}
