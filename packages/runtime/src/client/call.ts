import createFetchClient, { type Middleware } from "openapi-fetch";
import { refuse } from "../base/options.js";
import { withTimeLimit } from "../base/time.js";
import { isIdempotent } from "../transport/api-rules.js";
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
  const fetcher = createFetchClient({
    ...settings,
    baseUrl: context.baseUrl,
  }) as unknown as Fetcher;
  const { rules } = context;
  const quoteDigits = rules.int64 && keepDigits(rules.int64);

  return async (method, path, init = {}) => {
    const { retry, attemptTimeoutMs, timeoutMs, maxResponseBytes, mayRepeat, ...given } = init;
    const limits = resolveLimits(init, context.limits);
    const operation = `${method} ${path}`;
    const callerSignal = given.signal ?? settings.signal ?? undefined;
    const fetch = given.fetch ?? settings.fetch;
    const Kind = given.Request ?? settings.Request;
    const { parseAs = "json" } = given;
    const readAs = readingOf(parseAs);
    checkMiddlewares(given.middleware ?? []);
    const middleware = [...middlewares, ...(given.middleware ?? [])];
    const seen = middleware.length > 0;
    const planned = !(seen || fetch || Kind || needsRequest(settings) || needsRequest(given));
    const checked = checkInput(context, settings, path, given);

    return withTimeLimit(limits.timeoutMs, "deadline", operation, callerSignal, async (limit) => {
      const end = performance.now() + limits.timeoutMs;
      let answer: Answer | undefined;

      const sendAnd = async (
        request: PlannedRequest | Request,
        ext?: RequestInit,
      ): Promise<Response> => {
        refuseToLeave(context.baseUrl, request.url);
        const { outgoing, transmit } =
          request instanceof PlannedRequest
            ? await preparePlanned(request, ext)
            : await prepareRequest(request, {
                fetch,
                Kind,
                streamed: given.duplex === "half",
                ext,
              });
        const call: Call = {
          operation,
          idempotent: isIdempotent(rules, method, path),
          limits,
          limit,
          end,
          callerSignal,
          readAs,
          mayRepeat,
          transmit,
        };
        answer = await send(context, call, outgoing);
        const { ok, body } = answer;
        const quoted = ok && parseAs === "json" && typeof body === "string" && quoteDigits?.(body);
        return toResponse(quoted ? { ...answer, body: quoted } : answer, seen);
      };

      const result = await fetcher
        .request(method, path, {
          ...given,
          ...checked,
          middleware,
          signal: seen ? limit.signal() : undefined,
          fetch: sendAnd,
          Request: planned ? PlannedRequest : (Kind ?? Request),
        })
        .catch((thrown: unknown) => {
          throw parseErrorFor(operation, answer, thrown) ?? thrown;
        });
      const { response, error } = result;
      if (response.ok) return result;
      noteCall(response, { operation, rules, attempts: answer?.attempts ?? 1 });
      return {
        error: error || { message: `HTTP ${response.status} without an error in its body` },
        response,
      };
    });
  };
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
