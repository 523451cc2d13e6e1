import type { Middleware } from "openapi-fetch";
import { UsageError } from "../errors/usage-error.js";
import type { Call, ClientContext, Exchange, Outgoing } from "../transport/outgoing.js";
import { send } from "../transport/send.js";
import { resolveLimits } from "./limits.js";
import { passMiddlewares } from "./middleware.js";
import type { AbortableOptions, Fetch } from "./options.js";
import { fillPath } from "./path-guard.js";
import { type Result, readResult } from "./read-result.js";
import { layHeaders, writeQuery } from "./request-parts.js";
import { isIdempotent } from "./rules.js";

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
  middleware?: Middleware[];
  mayRepeat?: () => Promise<boolean>;
  querySerializer?: (query: object) => string;
  bodySerializer?: (body: unknown) => string;
}

/** Makes a call by method and path template. */
export type MakeCall = (method: string, path: string, init?: CallInit) => Promise<Result>;

/**
 * Makes the calls of one client: builds the request from template and parameters, checks what the
 * caller gives, sends it through middlewares and transport, and reads the answer.
 *
 * @param middlewares - those of the client; a call may bring more.
 */
export function callsOf(context: ClientContext, middlewares: readonly Middleware[]): MakeCall {
  return async (method, path, init = {}) => {
    const { params = {}, body, parseAs = "json", signal, mayRepeat } = init;
    const { querySerializer = writeQuery, bodySerializer = JSON.stringify } = init;
    const baseUrl = init.baseUrl ?? context.baseUrl;
    const operation = `${method} ${path}`;
    const call: Call = {
      operation,
      signal,
      mayRepeat,
      idempotent: isIdempotent(context.rules, method, path),
      limits: resolveLimits(init, context.limits),
      fetch: init.fetch ?? context.fetch,
      readBody: parseAs === "json" || parseAs === "text",
    };
    const query = params.query ? querySerializer(params.query) : "";
    const filled = fillPath(path, params.path ?? {}, context.pathDefaults);
    const headers: Record<string, string> = { ...context.headers };
    if (body !== undefined) headers["content-type"] = "application/json";
    if (init.headers) layHeaders(headers, init.headers);
    if (params.header) layHeaders(headers, params.header);
    const request: Outgoing = {
      method,
      url: `${baseUrl}${filled}${query && `?${query}`}`,
      headers,
      body: body === undefined ? null : bodySerializer(body),
    };
    const transmit = (outgoing: Outgoing): Promise<Exchange> => {
      if (outgoing.url.startsWith(`${context.baseUrl}/`)) return send(context, call, outgoing);
      throw new UsageError("a call must not leave baseUrl");
    };
    // A copy: middlewares that come or go in the meantime matter to later calls only.
    const all = [...middlewares, ...(init.middleware ?? [])];
    if (!all.length) return readResult(context, operation, parseAs, await transmit(request));
    const options = { baseUrl, parseAs, fetch: call.fetch, bodySerializer } as never;
    const info = { schemaPath: path, params: params as object, options, id: crypto.randomUUID() };
    const passed = await passMiddlewares(all, request, info, transmit, call.readBody);
    return readResult(context, operation, parseAs, passed);
  };
}
