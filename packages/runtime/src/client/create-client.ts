import type { Middleware } from "openapi-fetch";
import { refuse } from "../base/options.js";
import type { ApiRules } from "../transport/api-rules.js";
import type { Authorize } from "../transport/call.js";
import { checkBaseUrl } from "./address.js";
import { callsOf } from "./call.js";
import { attachContext, type ClientContext, type CloudClient } from "./cloud-client.js";
import { checkHeaders, checkMiddlewares } from "./input.js";
import { resolveLimits } from "./limits.js";
import type { CallInit, SharedClientOptions } from "./options.js";

/** What an API package passes to {@link createClient} besides the user's options. */
export interface ClientSettings extends SharedClientOptions {
  /** Base address of all paths. */
  baseUrl: string;
  /** Returns the headers with the credential; called once per attempt. */
  authorize: Authorize;
  /** Headers of `authorize` that are redacted although their names do not say `key`, `token` or the like. */
  secretHeaders?: readonly string[];
  /** Name and version of the package, such as `@cloud-clients/ppio-gpu/1.0.0`. */
  userAgent: string;
  /** Path parameters that calls may leave out. */
  pathDefaults?: Record<string, string>;
}

const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

/**
 * Creates a client for the paths of one API. Makes no request; the global `fetch` is looked up at the first
 * call.
 *
 * @throws UsageError naming the option that is not allowed.
 */
export function createClient<Paths extends {}>(
  rules: ApiRules,
  settings: ClientSettings,
): CloudClient<Paths> {
  const { baseUrl, authorize, userAgent, ...others } = settings;
  const { secretHeaders = [], pathDefaults = {}, hooks = {}, ...options } = others;
  const {
    allowInsecureBaseUrl,
    retry,
    attemptTimeoutMs,
    timeoutMs,
    maxResponseBytes,
    ...fetchSettings
  } = options;
  for (const [name, given] of Object.entries({ fetch: fetchSettings.fetch, ...hooks })) {
    if (given !== undefined && typeof given !== "function") {
      refuse(name, "a function", given);
    }
  }
  checkHeaders(fetchSettings.headers ?? {});
  const context: ClientContext = {
    rules,
    authorize,
    secretHeaders,
    hooks,
    pathDefaults,
    baseUrl: checkBaseUrl(baseUrl, allowInsecureBaseUrl),
    limits: resolveLimits(options),
    signal: fetchSettings.signal ?? undefined,
    budget: { tokens: 10 },
  };
  // Browsers say who they are themselves; a header of ours would cost a preflight request.
  const own = "document" in globalThis ? {} : { "user-agent": userAgent };
  const headers = { ...own, ...plainHeaders(fetchSettings.headers) };
  const middlewares: Middleware[] = [];
  const call = callsOf(context, { ...fetchSettings, headers }, middlewares);
  const client: Record<string, unknown> = {
    request: (method: string, path: string, init?: CallInit) =>
      call(method.toUpperCase(), path, init),
    use(...added: Middleware[]) {
      checkMiddlewares(added);
      middlewares.push(...added);
    },
    eject(...gone: Middleware[]) {
      const left = middlewares.filter((one) => !gone.includes(one));
      middlewares.splice(0, Number.POSITIVE_INFINITY, ...left);
    },
  };
  for (const method of methods) {
    client[method] = (path: string, init?: CallInit) => call(method, path, init);
  }
  return attachContext<Paths>(client, { ...context, call });
}

/** Headers in any form that openapi-fetch accepts, as one object. */
function plainHeaders(headers: ClientSettings["headers"] = {}): Record<string, unknown> {
  return headers instanceof Headers ? Object.fromEntries(headers) : { ...headers };
}
