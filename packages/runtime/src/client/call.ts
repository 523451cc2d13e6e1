import createFetchClient, { type Middleware } from "openapi-fetch";
import { notify } from "../base/notify.js";
import { type TimeLimit, withTimeLimit } from "../base/time.js";
import { isIdempotent } from "../transport/api-rules.js";
import { nameOf } from "../transport/attempt.js";
import type { Call, Received } from "../transport/call.js";
import { requestIdOf } from "../transport/error-body.js";
import { send } from "../transport/send.js";
import { refuseToLeave } from "./address.js";
import { type Order, readOptions } from "./call-options.js";
import type { ClientContext, MakeCall } from "./cloud-client.js";
import type { FetchSettings } from "./options.js";
import {
  isNoRequest,
  needsRequest,
  PlannedRequest,
  preparePlanned,
  prepareRequest,
} from "./request.js";
import { keepDigits, noteCall, parseErrorFor, type Result, toResponse } from "./result.js";

/** openapi-fetch's `request`, without its types. */
interface Fetcher {
  request(method: string, path: string, init: object): Promise<Result>;
}

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
  const { fetch: _, ...rest } = settings;
  const fetcher = createFetchClient({ ...rest, baseUrl }) as unknown as Fetcher;
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
    let received: Received | undefined;

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
      received = await send(context, call, outgoing);
      const { ok, body } = received;
      const quoted = ok && parseAs === "json" && typeof body === "string" && quoteDigits?.(body);
      return toResponse(received.response, quoted || body, seen);
    };

    const real = seen || Kind || needsRequestAlways || needsRequest(said);
    const planned = !real && !isNoRequest(method, said.body);
    // Not by spreading: V8 adds what follows a spread one slow property at a time, 5 µs per call here.
    const init = Object.assign({}, said, checked, {
      middleware,
      signal: seen ? limit.signal() : undefined,
      fetch: sendAndRead,
      Request: planned ? PlannedRequest : (Kind ?? Request),
    });
    let result: Result;
    try {
      result = await fetcher.request(method, path, init);
    } catch (thrown) {
      throw parseErrorFor(operation, received, thrown) ?? thrown;
    }
    const { response, error } = result;
    if (response.ok) return result;
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
