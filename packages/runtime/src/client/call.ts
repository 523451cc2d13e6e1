import createFetchClient, { type Middleware } from "openapi-fetch";
import { notify } from "../base/notify.js";
import { refuse } from "../base/options.js";
import { type TimeLimit, withTimeLimit } from "../base/time.js";
import { isIdempotent } from "../transport/api-rules.js";
import { nameOf } from "../transport/attempt.js";
import type { Answer, Call, Limits } from "../transport/call.js";
import { send } from "../transport/send.js";
import { checkBaseUrl, fillPath, refuseRepeatedPrefix, refuseToLeave } from "./address.js";
import type { ClientContext } from "./cloud-client.js";
import { checkHeaders, checkMiddlewares, queryWriter } from "./input.js";
import { resolveLimits } from "./limits.js";
import type { AbortableOptions, Fetch, FetchSettings } from "./options.js";
import {
  isNoRequest,
  needsRequest,
  PlannedRequest,
  preparePlanned,
  prepareRequest,
} from "./request.js";
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
  readonly callId: string;
  readonly operation: string;
  readonly limits: Limits;
  readonly callerSignal: AbortSignal | undefined;
  readonly parseAs: string;
  readonly readAs: Call["readAs"];
  readonly mayRepeat: Call["mayRepeat"];
  readonly fetch: Fetch | undefined;
  readonly Kind: typeof Request | undefined;
  /** Those of the client and of the call. */
  readonly middleware: readonly Middleware[];
  /** What openapi-fetch is told as the caller said it. */
  readonly said: CallInit;
  /** What openapi-fetch is told in a checked form. */
  readonly checked: Checked;
}

type Checked = Required<
  Pick<CallInit, "params" | "baseUrl" | "querySerializer" | "pathSerializer">
>;

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
  const fetcher = createFetchClient({ ...settings, baseUrl }) as unknown as Fetcher;
  const quoteDigits = rules.int64 && keepDigits(rules.int64);
  const { origin: server } = new URL(baseUrl);
  const needsRequestAlways = needsRequest(settings);

  const perform = async (
    order: Order,
    method: string,
    path: string,
    limit: TimeLimit,
  ): Promise<Result> => {
    const { callId, operation, limits, parseAs, middleware, fetch, Kind, said, checked } = order;
    const end = performance.now() + limits.timeoutMs;
    const seen = middleware.length > 0;
    let answer: Answer | undefined;

    const sendAndRead = async (
      built: PlannedRequest | Request,
      ext?: RequestInit,
    ): Promise<Response> => {
      refuseToLeave(baseUrl, built.url);
      const prepared =
        built instanceof PlannedRequest
          ? preparePlanned(built, { fetch, ext })
          : prepareRequest(built, { fetch, Kind, streamed: said.duplex === "half", ext });
      const { outgoing, transmit } = prepared instanceof Promise ? await prepared : prepared;
      const call: Call = {
        callId,
        operation,
        idempotent: isIdempotent(rules, method, path),
        limits,
        limit,
        end,
        callerSignal: order.callerSignal,
        readAs: order.readAs,
        mayRepeat: order.mayRepeat,
        transmit,
      };
      answer = await send(context, call, outgoing);
      const { ok, body } = answer;
      const quoted = ok && parseAs === "json" && typeof body === "string" && quoteDigits?.(body);
      return toResponse(answer.response, quoted || body, seen);
    };

    const real = seen || Kind || needsRequestAlways || needsRequest(said);
    const planned = !real && !isNoRequest(method, said.body);
    const init = {
      ...said,
      params: checked.params,
      baseUrl: checked.baseUrl,
      querySerializer: checked.querySerializer,
      pathSerializer: checked.pathSerializer,
      middleware,
      signal: seen ? limit.signal() : undefined,
      fetch: sendAndRead,
      Request: planned ? PlannedRequest : (Kind ?? Request),
    };
    const result = await fetcher.request(method, path, init).catch((thrown: unknown) => {
      throw parseErrorFor(operation, answer, thrown) ?? thrown;
    });
    const { response, error } = result;
    if (response.ok) return result;
    noteCall(response, { operation, rules, attempts: answer?.attempts ?? 1 });
    const silence = { message: `HTTP ${response.status} without an error in its body` };
    return { error: error || silence, response };
  };

  return async (method, path, options = {}) => {
    const order = readOptions(context, settings, middlewares, method, path, options);
    const { callId, operation, limits, callerSignal } = order;
    const started = performance.now();
    const notifyEnd = (status: number | undefined, error: string | undefined): void => {
      const durationMs = performance.now() - started;
      notify(hooks.onCallEnd, { callId, operation, status, error, durationMs });
    };
    notify(hooks.onCallStart, { callId, operation, server });
    try {
      const work = (limit: TimeLimit): Promise<Result> => perform(order, method, path, limit);
      const { timeoutMs } = limits;
      const result = await withTimeLimit(timeoutMs, "deadline", operation, callerSignal, work);
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
  const { parseAs = "json", middleware = [] } = options;
  checkMiddlewares(middleware);
  return {
    callId: newCallId(),
    operation: `${method} ${path}`,
    limits: resolveLimits(options, context.limits),
    callerSignal: options.signal ?? settings.signal ?? undefined,
    parseAs,
    readAs: readingOf(parseAs),
    mayRepeat: options.mayRepeat,
    fetch: options.fetch ?? settings.fetch,
    Kind: options.Request ?? settings.Request,
    middleware: [...middlewares, ...middleware],
    said: withoutOurs(options),
    checked: checkInput(context, settings, path, options),
  };
}

const ours = ["retry", "attemptTimeoutMs", "timeoutMs", "maxResponseBytes", "mayRepeat"] as const;

/** Without our own options, which openapi-fetch would put on the request; most calls have none. */
function withoutOurs(options: CallInit): CallInit {
  if (!ours.some((name) => name in options)) return options;
  const { retry, attemptTimeoutMs, timeoutMs, maxResponseBytes, mayRepeat, ...rest } = options;
  return rest;
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
): Checked {
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
