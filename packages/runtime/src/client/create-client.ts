import createFetchClient, { type Client } from "openapi-fetch";
import { UsageError } from "../errors/usage-error.js";
import type { Authorize, ClientContext } from "../transport/outgoing.js";
import { RetryBudget } from "../transport/retry-budget.js";
import { checkBaseUrl } from "./base-url.js";
import { attachContext, type CloudClient } from "./cloud-client.js";
import { type AnyCall, guardedCall } from "./guarded-call.js";
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
  const { fetch, hooks = {} } = settings;
  if (fetch !== undefined && typeof fetch !== "function") {
    throw new UsageError("fetch must be a function that takes an address and a description");
  }
  for (const [name, hook] of Object.entries(hooks)) {
    if (hook !== undefined && typeof hook !== "function") {
      throw new UsageError(`hooks.${name} must be a function`);
    }
  }
  const context: ClientContext = {
    rules,
    hooks,
    baseUrl: checkBaseUrl(settings.baseUrl, settings.allowInsecureBaseUrl),
    fetch: fetch ?? ((url, init) => globalThis.fetch(url, init)),
    authorize: settings.authorize,
    limits: resolveLimits(settings),
    budget: new RetryBudget(),
    userAgent: settings.userAgent,
    pathDefaults: settings.pathDefaults ?? {},
  };
  const inner = createFetchClient<Paths, "application/json">({
    baseUrl: context.baseUrl,
    pathSerializer: fillPath,
    // Both are given so that openapi-fetch does not load the global ones when a client is created.
    fetch: () => Promise.reject(new UsageError("a call must go through the client's methods")),
    Request: RequestDescription as unknown as typeof Request,
  });
  return attachContext(guard(inner, context), context);
}

function guard<Paths extends {}>(
  inner: Client<Paths, "application/json">,
  context: ClientContext,
): Client<Paths, "application/json"> {
  const calls = inner as unknown as Record<string, AnyCall>;
  let middlewares = 0;
  const hasMiddleware = (): boolean => middlewares > 0;
  for (const method of methods) {
    calls[method] = guardedCall(context, method, calls[method] as AnyCall, hasMiddleware);
  }
  const { use } = inner;
  return Object.assign(inner, {
    request: (method: string, path: string, init?: object) =>
      (calls[method.toUpperCase()] as AnyCall)(path, init),
    use(...added: Parameters<typeof use>) {
      use(...added);
      middlewares += added.length;
    },
  });
}
