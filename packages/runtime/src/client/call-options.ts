import type { Middleware } from "openapi-fetch";
import { refuse } from "../base/options.js";
import type { Call, Limits } from "../transport/call.js";
import { checkBaseUrl, fillPath, refuseRepeatedPrefix, refuseToLeave } from "./address.js";
import type { ClientContext } from "./cloud-client.js";
import { checkHeaders, checkMiddlewares, queryWriter } from "./input.js";
import { resolveLimits } from "./limits.js";
import type { CallInit, Fetch, FetchSettings } from "./options.js";

/** A call whose options were checked, before it begins. */
export interface Order {
  readonly callId: string;
  readonly operation: string;
  readonly limits: Limits;
  readonly callerSignal: AbortSignal | undefined;
  readonly parseAs: string;
  readonly readAs: Call["readAs"];
  readonly mayRepeat: Call["mayRepeat"];
  readonly fetch: Fetch | undefined;
  readonly Kind: typeof Request | undefined;
  /** The client's and the call's. */
  readonly middleware: readonly Middleware[];
  /** Options passed to openapi-fetch unchanged. */
  readonly said: CallInit;
  /** Options passed to openapi-fetch after a check, where they differ from what was said and from the client's. */
  readonly checked: Checked;
}

type Checked = Pick<CallInit, "params" | "baseUrl" | "querySerializer" | "pathSerializer">;

/**
 * Reads the options of a call.
 *
 * @throws UsageError for an option that is not allowed, and for values that must not be sent.
 */
export function readOptions(
  context: ClientContext,
  settings: FetchSettings,
  middlewares: readonly Middleware[],
  method: string,
  path: string,
  options: CallInit,
): Order {
  const { parseAs = "json", middleware = [] } = options;
  checkMiddlewares(middleware);
  return {
    callId: options.callId ?? newCallId(),
    operation: `${method} ${path}`,
    limits: resolveLimits(options, context.limits),
    callerSignal: options.signal ?? context.signal,
    parseAs,
    readAs: readingOf(parseAs),
    mayRepeat: options.mayRepeat,
    fetch: options.fetch ?? settings.fetch,
    Kind: options.Request ?? settings.Request,
    middleware: middlewares.length > 0 ? [...middlewares, ...middleware] : middleware,
    said: withoutOurs(options),
    checked: checkInput(context, settings, path, options),
  };
}

const ours = [
  "callId",
  "retry",
  "attemptTimeoutMs",
  "timeoutMs",
  "maxResponseBytes",
  "mayRepeat",
  "onJson",
  "signal",
] as const;

/**
 * Without our own options, which openapi-fetch would put on the request, and without the signal, which ends all
 * attempts; most calls have none of them.
 */
function withoutOurs(options: CallInit): CallInit {
  if (!ours.some((name) => name in options)) return options;
  const {
    callId,
    retry,
    attemptTimeoutMs,
    timeoutMs,
    maxResponseBytes,
    mayRepeat,
    onJson,
    signal,
    ...rest
  } = options;
  return rest;
}

/**
 * Tells calls apart.
 * Not `crypto.randomUUID`: browsers lack it on pages without TLS, and this needs no secrecy.
 */
export function newCallId(): string {
  return Math.random().toString(36).slice(2, 12).padEnd(10, "0");
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
 * The options of a call that are checked before openapi-fetch gets them.
 *
 * @throws UsageError for values that must not be sent.
 */
function checkInput(
  context: ClientContext,
  settings: FetchSettings,
  path: string,
  { params = {}, headers, baseUrl, querySerializer, pathSerializer }: CallInit,
): Checked {
  // openapi-fetch takes null for none.
  if (headers) checkHeaders(headers);
  if (params.header) checkHeaders(params.header);
  const checked: Checked = {};
  if (baseUrl !== undefined) checked.baseUrl = checkBaseUrl(baseUrl, true);
  refuseRepeatedPrefix(checked.baseUrl ?? context.baseUrl, path);
  // Without path parameters, openapi-fetch leaves a path as it is, braces included.
  if (!params.path) checked.params = { ...params, path: {} };
  if (querySerializer) {
    checked.querySerializer = queryWriter(settings.querySerializer, querySerializer);
  }
  if (pathSerializer) checked.pathSerializer = pathWriter(context, pathSerializer);
  return checked;
}

/**
 * The serializer of paths: the caller's, or our own, which refuses ids that could address another resource. The
 * result must not leave the base address.
 */
export function pathWriter(
  { baseUrl, pathDefaults }: ClientContext,
  chosen: FetchSettings["pathSerializer"],
): NonNullable<FetchSettings["pathSerializer"]> {
  return (template, values) => {
    const address = chosen
      ? chosen(template, { ...pathDefaults, ...values })
      : fillPath(template, values, pathDefaults);
    refuseToLeave(baseUrl, address);
    return address;
  };
}
