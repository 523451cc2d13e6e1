import type { Middleware } from "openapi-fetch";
import { refuse } from "../base/options.js";
import type { Authorize, ClientContext } from "../transport/outgoing.js";
import { checkBaseUrl } from "./base-url.js";
import { type CallInit, callsOf } from "./call.js";
import { attachContext, type CloudClient } from "./cloud-client.js";
import { resolveLimits } from "./limits.js";
import type { SharedClientOptions } from "./options.js";
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
  /**
   * Reads the JSON of an answer.
   *
   * @default JSON.parse
   */
  parse?: (json: string) => unknown;
}

const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

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
  const { authorize, userAgent, hooks = {}, pathDefaults = {}, parse = JSON.parse } = settings;
  const { fetch = (url, init) => globalThis.fetch(url, init) } = settings;
  for (const [name, given] of Object.entries({ fetch, ...hooks })) {
    if (given !== undefined && typeof given !== "function") {
      refuse(name, "a function", given);
    }
  }
  const context: ClientContext = {
    rules,
    authorize,
    fetch,
    hooks,
    pathDefaults,
    parse,
    // Browsers say who they are themselves; a header of ours would cost a preflight request.
    headers: "document" in globalThis ? {} : { "user-agent": userAgent },
    baseUrl: checkBaseUrl(settings.baseUrl, settings.allowInsecureBaseUrl),
    limits: resolveLimits(settings),
    budget: { tokens: 10 },
  };
  const middlewares: Middleware[] = [];
  const call = callsOf(context, middlewares);
  const client: Record<string, unknown> = {
    request: (method: string, path: string, init?: CallInit) =>
      call(method.toUpperCase(), path, init),
    use: (...added: Middleware[]) => void middlewares.push(...added),
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
