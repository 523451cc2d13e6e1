import type { ClientOptions, Middleware } from "openapi-fetch";
import { checkOptions, type OptionNames, refuse } from "../base/options.js";
import type { Hooks } from "./hooks.js";

/**
 * A string with autocompletion for the documented values, such as `Known<typeof
 * knownValues.Connection.status>`.
 */
export type Known<Values extends readonly string[]> = Values[number] | (string & {});

/** A `fetch` as openapi-fetch calls it: with a `Request`. */
export type Fetch = NonNullable<ClientOptions["fetch"]>;

/** How failed attempts are retried. */
export interface RetryOptions {
  /**
   * Maximum number of retries per call.
   *
   * @default 2
   */
  retries?: number | undefined;
  /**
   * Upper end of the first wait, in milliseconds; it doubles with every retry up to `maxMs`. The actual wait
   * is random, below that limit. A longer `Retry-After` takes precedence.
   *
   * @default 500
   */
  baseMs?: number | undefined;
  /**
   * Longest wait, in milliseconds, unless `Retry-After` asks for more.
   *
   * @default 8000
   */
  maxMs?: number | undefined;
}

/** Options for a whole client that a single call may override. */
export interface CallOptions {
  /** How failed attempts are retried; `false` for never. */
  retry?: RetryOptions | false | undefined;
  /**
   * Time limit for one attempt including its body, in milliseconds; `Infinity` for no limit.
   *
   * @default 30000
   */
  attemptTimeoutMs?: number | undefined;
  /**
   * Time limit for a call including all attempts and waits, in milliseconds; `Infinity` for no limit.
   *
   * @default 120000
   */
  timeoutMs?: number | undefined;
  /**
   * Maximum size of a response body in bytes, after decompression; a longer one rejects with a
   * `ResponseTooLargeError`. Does not apply to a body read as a stream.
   *
   * @default 67108864 (64 MiB)
   */
  maxResponseBytes?: number | undefined;
}

/** {@link CallOptions} with a signal to abort the call. */
export interface AbortableOptions extends CallOptions {
  /** Aborts the call, including its waits; it rejects with an `AbortedError`. */
  signal?: AbortSignal | undefined;
}

/**
 * openapi-fetch's options for all calls of a client: `headers`, `querySerializer`, `bodySerializer`,
 * `Request`, and options of the platform's `fetch` such as `keepalive` and `credentials`. Redirects are never
 * followed.
 *
 * @see https://openapi-ts.dev/openapi-fetch/api#createclient
 */
export type FetchSettings = Omit<
  ClientOptions,
  "baseUrl" | "body" | "fetch" | "method" | "redirect" | "window"
> & { fetch?: Fetch | undefined };

/** Options of a call, openapi-fetch's and ours, without the types of the API. */
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
  Request?: typeof Request;
  middleware?: readonly Middleware[];
  querySerializer?: FetchSettings["querySerializer"];
  bodySerializer?: FetchSettings["bodySerializer"];
  pathSerializer?: FetchSettings["pathSerializer"];
  /** The id in its hooks; a new one by default. */
  callId?: string;
  /** `"half"`: the body is streamed, and sent once. */
  duplex?: string;
  /** Called after the wait before each further attempt; return `false` to stop retrying. */
  mayRepeat?: () => Promise<boolean>;
  /** Called with the JSON text of a 2xx response, unless middlewares may have changed it. */
  onJson?: (text: string) => void;
}

/** Options of every client, besides openapi-fetch's own. */
export interface SharedClientOptions extends CallOptions, FetchSettings {
  /**
   * Replaces the global `fetch`, for tests, proxies and tracing. Called with a `Request` once per attempt;
   * must not follow redirects.
   */
  fetch?: Fetch | undefined;
  /** Functions that observe what the client does. */
  hooks?: Hooks | undefined;
  /**
   * Allows `http:` addresses beyond the local machine.
   *
   * @default false
   */
  allowInsecureBaseUrl?: boolean | undefined;
}

const retryOptionNames: OptionNames<RetryOptions> = { retries: true, baseMs: true, maxMs: true };

const hookNames: OptionNames<Hooks> = {
  onCallStart: true,
  onCallEnd: true,
  onRequest: true,
  onResponse: true,
  onError: true,
  onRetry: true,
  onPage: true,
  onPlan: true,
};

const callOptionNames: OptionNames<CallOptions> = {
  retry: true,
  attemptTimeoutMs: true,
  timeoutMs: true,
  maxResponseBytes: true,
};

/** The options of a list, an edit or a wait that apply to each of its calls. */
export function callOptionsOf(options: CallOptions): CallOptions {
  const { retry, attemptTimeoutMs, timeoutMs, maxResponseBytes } = options;
  return { retry, attemptTimeoutMs, timeoutMs, maxResponseBytes };
}

/** The names of {@link AbortableOptions}, shared by lists, edits and waits. */
export const abortableOptionNames: OptionNames<AbortableOptions> = {
  ...callOptionNames,
  signal: true,
};

/** The names of {@link SharedClientOptions}, shared by the clients of all APIs. */
export const sharedClientOptionNames: OptionNames<SharedClientOptions> = {
  ...callOptionNames,
  Request: true,
  bodySerializer: true,
  cache: true,
  credentials: true,
  fetch: true,
  headers: true,
  integrity: true,
  keepalive: true,
  mode: true,
  pathSerializer: true,
  priority: true,
  querySerializer: true,
  referrer: true,
  referrerPolicy: true,
  requestInitExt: true,
  signal: true,
  hooks: true,
  allowInsecureBaseUrl: true,
};

/**
 * Checks option names, including nested ones, and that `signal` is an AbortSignal.
 *
 * @param what - whose options these are, such as `"listInstances"`.
 * @param names - all names that exist.
 * @param hints - see `checkOptions`.
 * @throws UsageError naming the option that does not exist, or is not allowed.
 */
export function checkCallOptions(
  what: string,
  options: CallOptions & {
    readonly hooks?: Hooks | undefined;
    readonly signal?: AbortSignal | null | undefined;
  },
  names: Readonly<Record<string, true>>,
  hints?: Readonly<Record<string, string>>,
): void {
  checkOptions(what, options, names, hints);
  const { retry, hooks, signal } = options;
  if (typeof retry === "object") checkOptions("retry", retry, retryOptionNames);
  if (hooks !== undefined) checkOptions("hooks", hooks, hookNames);
  // An AbortSignal of another realm, or of a polyfill, is none of this one's class.
  if (signal !== undefined && typeof signal?.addEventListener !== "function") {
    refuse("signal", "an AbortSignal", signal);
  }
}
