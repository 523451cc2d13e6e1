import createFetchClient from "openapi-fetch";
import { UsageError } from "../errors/usage-error.js";
import type { Authorize, ClientContext } from "../transport/outgoing.js";
import { RetryBudget } from "../transport/retry-budget.js";
import { checkBaseUrl } from "./base-url.js";
import { attachContext, type CloudClient } from "./cloud-client.js";
import { type AnyRequest, guardCalls } from "./guarded-call.js";
import { resolveLimits } from "./limits.js";
import type { SharedClientOptions } from "./options.js";
import { fillPath } from "./path-guard.js";
import { RequestDescription } from "./request-description.js";
import type { ApiRules } from "./rules.js";

/** What an API package tells {@link createClient} beside the user's options. */
export interface ClientSettings extends SharedClientOptions {
  /** Address that all paths are appended to. */
  baseUrl: string;
  /** Gives the headers that carry the credential, once per attempt. */
  authorize: Authorize;
  /** Name and version of the package, such as `@cloud-clients/ppio-gpu/1.0.0`. */
  userAgent: string;
  /** Path parameters that a call need not repeat. */
  pathDefaults?: Record<string, string>;
}

const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;

/**
 * Creates a client for the paths of one API. No request is made; `fetch` is first looked up when a
 * call is made.
 *
 * @throws UsageError naming the option that is not allowed.
 */
export function createClient<Paths extends {}>(
  rules: ApiRules,
  settings: ClientSettings,
): CloudClient<Paths> {
  const { authorize, userAgent, hooks = {}, pathDefaults = {} } = settings;
  const { fetch = (url, init) => globalThis.fetch(url, init) } = settings;
  for (const [name, given] of Object.entries({ fetch, ...hooks })) {
    if (given !== undefined && typeof given !== "function") {
      throw new UsageError(`${name} must be a function`);
    }
  }
  const context: ClientContext = {
    rules,
    authorize,
    fetch,
    hooks,
    pathDefaults,
    // Browsers say who they are themselves; a header of ours would cost a preflight request.
    headers: "document" in globalThis ? {} : { "user-agent": userAgent },
    baseUrl: checkBaseUrl(settings.baseUrl, settings.allowInsecureBaseUrl),
    limits: resolveLimits(settings),
    budget: new RetryBudget(),
  };
  const client = createFetchClient<Paths, "application/json">({
    baseUrl: context.baseUrl,
    pathSerializer: fillPath,
    // Both are given so that openapi-fetch does not load the global ones when a client is created;
    // each call gives its own.
    fetch: fetch as never,
    Request: RequestDescription as never,
  });
  const { use } = client;
  let hasMiddleware = false;
  client.use = (...middlewares) => {
    hasMiddleware = true;
    use(...middlewares);
  };
  const request = guardCalls(context, client.request as AnyRequest, () => hasMiddleware);
  Object.assign(client, { request });
  for (const method of methods) {
    Object.assign(client, {
      [method]: (path: string, init?: object) => request(method, path, init),
    });
  }
  return attachContext(client, { ...context, request });
}
