import { UsageError } from "../errors/usage-error.js";
import type { Call, ClientContext, Exchange } from "../transport/outgoing.js";
import { send } from "../transport/send.js";
import { checkHeaders } from "./header-guard.js";
import { resolveLimits } from "./limits.js";
import type { AbortableOptions, Fetch } from "./options.js";
import { type Result, readResult } from "./read-result.js";
import { RequestDescription } from "./request-description.js";
import { isIdempotent } from "./rules.js";

/** The `request` of an openapi-fetch client, without its types. */
export type AnyRequest = (method: string, path: string, init?: object) => Promise<Result>;

interface Init extends AbortableOptions {
  params?: { path?: object; header?: object };
  headers?: object;
  parseAs?: string;
  fetch?: Fetch;
  middleware?: unknown[];
}

/**
 * Wraps the `request` of an openapi-fetch client: checks what the caller gives, lets openapi-fetch
 * build the request, sends it through our transport and reads the answer.
 *
 * @param hasMiddleware - whether the client has a middleware, which expects a real `Request`.
 */
export function guardCalls(
  context: ClientContext,
  inner: AnyRequest,
  hasMiddleware: () => boolean,
): AnyRequest {
  return async (method, path, init: Init = {}) => {
    const { params, headers, parseAs = "json", middleware, signal } = init;
    checkHeaders({ ...headers, ...params?.header });
    const operation = `${method.toUpperCase()} ${path}`;
    const call: Call = {
      operation,
      idempotent: isIdempotent(context.rules, operation),
      limits: resolveLimits(init, context.limits),
      signal,
      fetch: init.fetch ?? context.fetch,
      readBody: /json|text/.test(parseAs),
    };
    const real = middleware?.length || hasMiddleware();
    let exchange: Exchange | undefined;
    const result = await inner(method, path, {
      ...init,
      // Ours alone to obey: openapi-fetch would hand it on.
      signal: null,
      params: { ...params, path: { ...context.pathDefaults, ...params?.path } },
      parseAs: parseAs === "json" ? "text" : parseAs,
      Request: real ? Request : RequestDescription,
      async fetch(request: Request | RequestDescription) {
        const { url, method, headers } = request;
        if (!url.startsWith(`${context.baseUrl}/`)) {
          throw new UsageError("a call must not leave baseUrl: create another client for it");
        }
        exchange = await send(context, call, {
          url,
          method,
          headers: { ...context.headers, ...Object.fromEntries(headers) },
          body: (real ? await (request as Request).text() : request.body) || null,
        });
        const { response, text } = exchange;
        if (text === undefined) return response;
        if (real) return new Response(text || null, response);
        const { ok, status } = response;
        return { ok, status, headers: response.headers, text: () => text };
      },
    });
    const response = real ? result.response : exchange?.response;
    return readResult(context, call, parseAs, { ...result, response } as Result, exchange);
  };
}
