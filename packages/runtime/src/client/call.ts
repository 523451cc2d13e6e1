import createFetchClient, { type Middleware } from "openapi-fetch";
import { notify } from "../base/notify.js";
import { type TimeLimit, withTimeLimit } from "../base/time.js";
import { isIdempotent } from "../transport/api-rules.js";
import { nameOf } from "../transport/attempt.js";
import type { Call, Received } from "../transport/call.js";
import { requestIdOf } from "../transport/error-body.js";
import { send } from "../transport/send.js";
import { refuseToLeave } from "./address.js";
import { pathWriter, readOptions } from "./call-options.js";
import type { ClientContext, MakeCall } from "./cloud-client.js";
import { queryWriter } from "./input.js";
import type { FetchSettings } from "./options.js";
import {
  isNoRequest,
  needsRequest,
  PlannedRequest,
  preparePlanned,
  prepareRequest,
} from "./request.js";
import {
  keepDigits,
  noteCall,
  ownResponse,
  parseErrorFor,
  type ReadResponse,
  type Result,
  toResponse,
} from "./result.js";

/** What openapi-fetch resolves to. */
interface Fetched extends Omit<Result, "response"> {
  readonly response: Response | ReadResponse;
}

/** openapi-fetch's `createClient`, without the types of an API. */
type CreateFetcher = (settings: object) => {
  request(method: string, path: string, init: object): Promise<Fetched>;
};

/**
 * Makes the calls of one client. openapi-fetch builds each request, runs the middlewares and reads the
 * response; the functions passed to it here check what is sent, and send it.
 *
 * @param middlewares - the client's; a call may add more.
 */
export function callsOf(
  context: ClientContext,
  settings: FetchSettings,
  middlewares: readonly Middleware[],
): MakeCall {
  const { baseUrl, hooks, rules } = context;
  const { fetch: _, signal: __, ...rest } = settings;
  const createFetcher = createFetchClient as unknown as CreateFetcher;
  const fetcher = createFetcher({
    ...rest,
    baseUrl,
    Request: PlannedRequest,
    querySerializer: queryWriter(settings.querySerializer),
    pathSerializer: pathWriter(context, settings.pathSerializer),
  });
  const quoteDigits = rules.int64 && keepDigits(rules.int64);
  const { origin: server } = new URL(baseUrl);
  const needsRequestAlways = needsRequest(settings);

  return async (method, path, options = {}) => {
    const order = readOptions(context, settings, middlewares, method, path, options);
    const { callId, operation, limits, parseAs, middleware, fetch, Kind, said, checked } = order;
    const seen = middleware.length > 0;
    const started = performance.now();
    const end = started + limits.timeoutMs;
    let received: Received | undefined;
    const notifyEnd = (status: number | undefined, error: string | undefined): void => {
      const durationMs = performance.now() - started;
      notify(hooks.onCallEnd, { callId, operation, status, error, durationMs });
    };

    const perform = (limit: TimeLimit): Promise<Fetched> => {
      const sendAndRead = async (
        built: PlannedRequest | Request,
        ext?: RequestInit,
      ): Promise<Response | ReadResponse> => {
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
        received = await send(context, call, outgoing);
        const { ok, body, response } = received;
        if (!ok || parseAs !== "json" || typeof body !== "string") {
          return toResponse(response, body, seen);
        }
        const json = quoteDigits?.(body) ?? body;
        if (!seen) options.onJson?.(json);
        return toResponse(response, json, seen);
      };
      const real = seen || Kind || needsRequestAlways || needsRequest(said);
      const planned = !real && !isNoRequest(method, said.body);
      // Not by spreading, and only what differs from the client: openapi-fetch copies it twice, property by property.
      const init = Object.assign({}, said, checked, { fetch: sendAndRead });
      if (!planned) Object.assign(init, { Request: Kind ?? Request });
      if (seen) Object.assign(init, { middleware, signal: limit.signal() });
      return fetcher.request(method, path, init);
    };

    notify(hooks.onCallStart, { callId, operation, server });
    let fetched: Fetched;
    try {
      const { timeoutMs } = limits;
      fetched = await withTimeLimit(timeoutMs, "deadline", operation, order.callerSignal, perform);
    } catch (thrown) {
      const error = parseErrorFor(operation, received, thrown) ?? thrown;
      notifyEnd(undefined, nameOf(error));
      throw error;
    }
    const { data, error } = fetched;
    const response = ownResponse(fetched.response);
    notifyEnd(response.status, undefined);
    if (response.ok) return { data, response };
    const { attempts = 1, redactor } = received ?? {};
    const requestId = requestIdOf(rules, response.headers);
    noteCall(response, {
      operation,
      rules,
      attempts,
      requestId: requestId && redactor ? redactor.text(requestId) : requestId,
    });
    const silence = { message: `HTTP ${response.status} without an error in its body` };
    return { error: error || silence, response };
  };
}
