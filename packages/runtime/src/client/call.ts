import createFetchClient, { type Middleware } from "openapi-fetch";
import { notify } from "../base/notify.js";
import { refuse } from "../base/options.js";
import { type TimeLimit, withTimeLimit } from "../base/time.js";
import { isIdempotent } from "../transport/api-rules.js";
import { nameOf } from "../transport/attempt.js";
import type { Answer, Call } from "../transport/call.js";
import { send } from "../transport/send.js";
import { checkBaseUrl, fillPath, refuseRepeatedPrefix, refuseToLeave } from "./address.js";
import type { ClientContext } from "./cloud-client.js";
import { checkHeaders, checkMiddlewares, queryWriter } from "./input.js";
import { resolveLimits } from "./limits.js";
import type { AbortableOptions, Fetch, FetchSettings } from "./options.js";
import { needsRequest, PlannedRequest, preparePlanned, prepareRequest } from "./request.js";
import { keepDigits, noteCall, parseErrorFor, type Result, toResponse } from "./result.js";

/** What a call may be told: openapi-fetch's own options and ours, without their types. */
export interface CallInit extends AbortableOptions {
  params?: {
    path?: Readonly<Record<string, unknown>> | undefined;
    query?: object | undefined;
    header?: object;
  };
  headers?: object;
  body?: unknown;
  parseAs?: string;
  baseUrl?: string;
  fetch?: Fetch;
  Request?: typeof Request;
  middleware?: readonly Middleware[];
  querySerializer?: FetchSettings["querySerializer"];
  bodySerializer?: FetchSettings["bodySerializer"];
  pathSerializer?: FetchSettings["pathSerializer"];
  /** `"half"`: the body is sent as it is read, once. */
  duplex?: string;
  /** Asked after the wait before each further attempt; `false`: do not repeat. */
  mayRepeat?: () => Promise<boolean>;
}

/** Makes a call by method and path template. */
export type MakeCall = (method: string, path: string, init?: CallInit) => Promise<Result>;

/** openapi-fetch's `request`, without its types. */
interface Fetcher {
  request(method: string, path: string, init: object): Promise<Result>;
}

/** A call whose options were checked, before it begins. */
interface Order {
  /** What openapi-fetch is to be told, but for what belongs to a running call. */
  readonly init: CallInit;
  readonly parseAs: string;
  /** Whether a middleware will see request and response. */
  readonly seen: boolean;
  readonly fetch: Fetch | undefined;
  readonly Kind: typeof Request | undefined;
  readonly call: Omit<Call, "limit" | "end" | "transmit">;
}

/**
 * Makes the calls of one client. openapi-fetch builds each request, passes it by the middlewares and
 * reads the answer; the functions it is given here check what goes out, and send it.
 *
 * @param middlewares - those of the client; a call may bring more.
 */
export function callsOf(
  context: ClientContext,
  settings: FetchSettings,
  middlewares: readonly Middleware[],
): MakeCall {
  const { baseUrl, hooks, rules } = context;
  const { fetch: _, ...rest } = settings;
  const fetcher = createFetchClient({ ...rest, baseUrl }) as unknown as Fetcher;
  const quoteDigits = rules.int64 && keepDigits(rules.int64);
  const { origin: server } = new URL(baseUrl);

  const perform = async (order: Order, method: string, path: string, limit: TimeLimit) => {
    const { init, parseAs, seen, fetch, Kind, call } = order;
    const end = performance.now() + call.limits.timeoutMs;
    let answer: Answer | undefined;

    const sendAndRead = async (built: PlannedRequest | Request, ext?: RequestInit) => {
      refuseToLeave(baseUrl, built.url);
      const { outgoing, transmit } =
        built instanceof PlannedRequest
          ? await preparePlanned(built, ext)
          : await prepareRequest(built, { fetch, Kind, streamed: init.duplex === "half", ext });
      answer = await send(context, { ...call, limit, end, transmit }, outgoing);
      const { ok, body } = answer;
      const quoted = ok && parseAs === "json" && typeof body === "string" && quoteDigits?.(body);
      return toResponse(quoted ? { ...answer, body: quoted } : answer, seen);
    };

    const planned = !(seen || fetch || Kind || needsRequest(settings) || needsRequest(init));
    const result = await fetcher
      .request(method, path, {
        ...init,
        signal: seen ? limit.signal() : undefined,
        fetch: sendAndRead,
        Request: planned ? PlannedRequest : (Kind ?? Request),
      })
      .catch((thrown: unknown) => {
        throw parseErrorFor(call.operation, answer, thrown) ?? thrown;
      });
    const { response, error } = result;
    if (response.ok) return result;
    noteCall(response, { operation: call.operation, rules, attempts: answer?.attempts ?? 1 });
    const silence = { message: `HTTP ${response.status} without an error in its body` };
    return { error: error || silence, response };
  };

  return async (method, path, given = {}) => {
    const order = readOptions(context, settings, middlewares, method, path, given);
    const { callId, operation, limits, callerSignal } = order.call;
    const started = performance.now();
    const notifyEnd = (status: number | undefined, error: string | undefined): void => {
      const durationMs = performance.now() - started;
      notify(hooks.onCallEnd, { callId, operation, status, error, durationMs });
    };
    notify(hooks.onCallStart, { callId, operation, server });
    try {
      const work = (limit: TimeLimit): Promise<Result> => perform(order, method, path, limit);
      const result = await withTimeLimit(
        limits.timeoutMs,
        "deadline",
        operation,
        callerSignal,
        work,
      );
      notifyEnd(result.response.status, undefined);
      return result;
    } catch (error) {
      notifyEnd(undefined, nameOf(error));
      throw error;
    }
  };
}

/**
 * Reads the options of a call.
 *
 * @throws UsageError for one that is not allowed, and for what must not be sent.
 */
function readOptions(
  context: ClientContext,
  settings: FetchSettings,
  middlewares: readonly Middleware[],
  method: string,
  path: string,
  options: CallInit,
): Order {
  const { retry, attemptTimeoutMs, timeoutMs, maxResponseBytes, mayRepeat, ...given } = options;
  const { parseAs = "json" } = given;
  checkMiddlewares(given.middleware ?? []);
  const middleware = [...middlewares, ...(given.middleware ?? [])];
  return {
    init: { ...given, ...checkInput(context, settings, path, given), middleware },
    parseAs,
    seen: middleware.length > 0,
    fetch: given.fetch ?? settings.fetch,
    Kind: given.Request ?? settings.Request,
    call: {
      callId: newCallId(),
      operation: `${method} ${path}`,
      idempotent: isIdempotent(context.rules, method, path),
      limits: resolveLimits(options, context.limits),
      callerSignal: given.signal ?? settings.signal ?? undefined,
      readAs: readingOf(parseAs),
      mayRepeat,
    },
  };
}

/** Not `crypto.randomUUID`: browsers lack it on pages without TLS, and this needs no secrecy. */
function newCallId(): string {
  return Math.random().toString(36).slice(2, 12).padEnd(10, "0");
}

const readings: Readonly<Record<string, Call["readAs"]>> = {
  json: "text",
  text: "text",
  blob: "bytes",
  arrayBuffer: "bytes",
  stream: "stream",
};

function readingOf(parseAs: string): Call["readAs"] {
  const reading = Object.hasOwn(readings, parseAs) && readings[parseAs];
  return reading || refuse("parseAs", Object.keys(readings).join(", "), parseAs);
}

/**
 * What of a call's options goes to openapi-fetch in a checked form.
 *
 * @throws UsageError for what must not be sent.
 */
function checkInput(
  context: ClientContext,
  settings: FetchSettings,
  path: string,
  given: CallInit,
): Pick<CallInit, "params" | "baseUrl" | "querySerializer" | "pathSerializer"> {
  const { params = {}, headers = {} } = given;
  checkHeaders(headers);
  checkHeaders(params.header ?? {});
  const baseUrl = given.baseUrl === undefined ? context.baseUrl : checkBaseUrl(given.baseUrl, true);
  refuseRepeatedPrefix(baseUrl, path);
  const fill = given.pathSerializer ?? settings.pathSerializer;
  return {
    baseUrl,
    // Without path parameters, openapi-fetch leaves a path as it is, braces included.
    params: { ...params, path: params.path ?? {} },
    querySerializer: queryWriter(settings.querySerializer, given.querySerializer),
    pathSerializer(template, values) {
      const address = fill
        ? fill(template, { ...context.pathDefaults, ...values })
        : fillPath(template, values, context.pathDefaults);
      refuseToLeave(context.baseUrl, address);
      return address;
    },
  };
}
