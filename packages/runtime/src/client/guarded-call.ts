import { UsageError } from "../errors/usage-error.js";
import type { Call, ClientContext, Exchange, Outgoing } from "../transport/outgoing.js";
import { send } from "../transport/send.js";
import { checkHeaders } from "./header-guard.js";
import { resolveLimits } from "./limits.js";
import type { AbortableOptions, Fetch } from "./options.js";
import { type Result, readResult } from "./read-result.js";
import { RequestDescription } from "./request-description.js";
import { isIdempotent } from "./rules.js";

/** A method of an openapi-fetch client, without its types. */
export type AnyCall = (path: string, init?: object) => Promise<Result>;

interface Init extends AbortableOptions {
  params?: { path?: Record<string, unknown>; header?: unknown };
  headers?: unknown;
  body?: unknown;
  parseAs?: string;
  fetch?: Fetch;
  middleware?: unknown[];
  mayRepeat?: () => Promise<boolean>;
}

/**
 * Wraps one method of an openapi-fetch client: checks what the caller gives, lets openapi-fetch build
 * the request, sends it through our transport and reads the answer.
 */
export function guardedCall(
  context: ClientContext,
  method: string,
  inner: AnyCall,
  hasMiddleware: () => boolean,
): AnyCall {
  return async (path, given = {}) => {
    const init = given as Init;
    checkHeaders(init.headers);
    checkHeaders(init.params?.header);
    const { parseAs = "json" } = init;
    const operation = `${method} ${path}`;
    const call: Call = {
      operation,
      idempotent: isIdempotent(context.rules, operation, method),
      limits: resolveLimits(init, context.limits),
      signal: init.signal,
      fetch: init.fetch ?? context.fetch,
      readBody: parseAs === "json" || parseAs === "text",
      mayRepeat: init.mayRepeat,
    };
    const real = hasMiddleware() || Boolean(init.middleware?.length);
    let exchange: Exchange | undefined;
    const result = await inner(path, {
      ...init,
      // openapi-fetch would put the signal on a request that only describes.
      signal: undefined,
      params: { ...init.params, path: { ...context.pathDefaults, ...init.params?.path } },
      parseAs: parseAs === "json" ? "text" : parseAs,
      Request: real ? Request : RequestDescription,
      fetch: async (request: Request | RequestDescription) => {
        exchange = await send(context, call, await outgoing(context, request));
        return real ? revive(exchange) : view(exchange);
      },
    });
    return readResult(
      context,
      call,
      parseAs,
      exchange && !real ? { ...result, response: exchange.response } : result,
      exchange,
    );
  };
}

async function outgoing(
  context: ClientContext,
  request: Request | RequestDescription,
): Promise<Outgoing> {
  const { url, method } = request;
  const rest = url.slice(context.baseUrl.length);
  if (!url.startsWith(context.baseUrl) || !/^[/?]/.test(rest)) {
    throw new UsageError(
      "a call must not leave the client's baseUrl: create another client for it",
    );
  }
  const headers: Record<string, string> = {};
  request.headers.forEach((value, name) => {
    headers[name] = value;
  });
  if (context.userAgent && !headers["user-agent"]) headers["user-agent"] = context.userAgent;
  const body = request instanceof RequestDescription ? request.body : await request.text();
  return { url, method, headers, body: body || null };
}

/** What openapi-fetch reads of an answer whose body has been read already. */
function view({ response, text }: Exchange): object {
  if (text === undefined) return response;
  return { ok: response.ok, status: response.status, headers: response.headers, text: () => text };
}

/** The same as a real `Response`, for middlewares that want one. */
function revive({ response, text }: Exchange): Response {
  if (text === undefined) return response;
  const { status, statusText, headers } = response;
  const empty = status === 204 || status === 205 || status === 304;
  return new Response(empty ? null : text, { status, statusText, headers });
}
