import type { ClientOptions, Middleware } from "openapi-fetch";
import { checkOptions, type OptionNames, refuse } from "../base/options.js";
import type { Hooks } from "./hooks.js";

/**
 * Text that completes to the values that the documents name, such as
 * `Known<typeof knownValues.Connection.status>`.
 */
export type Known<Values extends readonly string[]> = Values[number] | (string & {});

/** A `fetch` as openapi-fetch calls it: with a `Request`. */
export type Fetch = NonNullable<ClientOptions["fetch"]>;

/** How failed attempts are repeated. */
export interface RetryOptions {
  /**
   * How many times a call may be repeated.
   *
   * @default 2
   */
  retries?: number | undefined;
  /**
   * Upper end of the first wait, in milliseconds; it doubles with every retry up to `maxMs`. The
   * wait itself is drawn at random below it. A longer `Retry-After` of the service wins.
   *
   * @default 500
   */
  baseMs?: number | undefined;
  /**
   * Longest wait of our own choosing, in milliseconds.
   *
   * @default 8000
   */
  maxMs?: number | undefined;
}

/** What may be set for a whole client and again for a single call. */
export interface CallOptions {
  /** How failed attempts are repeated; `false`: never. */
  retry?: RetryOptions | false | undefined;
  /**
   * Longest time for one attempt with its body, in milliseconds; `Infinity`: no limit.
   *
   * @default 30000
   */
  attemptTimeoutMs?: number | undefined;
  /**
   * Longest time for a call with all its attempts and waits, in milliseconds; `Infinity`: no limit.
   *
   * @default 120000
   */
  timeoutMs?: number | undefined;
  /**
   * Most bytes of an answer's body, after decompression; a longer one ends in a
   * `ResponseTooLargeError`. A body that the caller reads as a stream has no limit.
   *
   * @default 67108864 (64 MiB)
   */
  maxResponseBytes?: number | undefined;
}

/** {@link CallOptions} with the caller's way to end a call. */
export interface AbortableOptions extends CallOptions {
  /** Ends the call, its waits included; the call rejects with an `AbortedError`. */
  signal?: AbortSignal | undefined;
}

/**
 * What openapi-fetch takes for all calls of a client: `headers`, `querySerializer`, `bodySerializer`,
 * `Request`, and options of the platform's `fetch` such as `keepalive` and `credentials`. Redirects are
 * never followed.
 *
 * @see https://openapi-ts.dev/openapi-fetch/api#createclient
 */
export type FetchSettings = Omit<
  ClientOptions,
  "baseUrl" | "body" | "fetch" | "method" | "redirect" | "window"
> & { fetch?: Fetch | undefined };

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
  Request?: typeof Request;
  middleware?: readonly Middleware[];
  querySerializer?: FetchSettings["querySerializer"];
  bodySerializer?: FetchSettings["bodySerializer"];
  pathSerializer?: FetchSettings["pathSerializer"];
  /** What its events are to say; without it, one is made. */
  callId?: string;
  /** `"half"`: the body is sent as it is read, once. */
  duplex?: string;
  /** Asked after the wait before each further attempt; `false`: do not repeat. */
  mayRepeat?: () => Promise<boolean>;
}

/** What every client can be told, beside openapi-fetch's own options. */
export interface SharedClientOptions extends CallOptions, FetchSettings {
  /**
   * Replaces the global `fetch`: for tests, proxies and tracing. It is called with a `Request` once per
   * attempt, and must not follow redirects by itself.
   */
  fetch?: Fetch | undefined;
  /** Functions that are told what the client does. */
  hooks?: Hooks | undefined;
  /**
   * Allows `http:` addresses other than the local machine's.
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

/** What of the options of a list, an edit or a wait is for each of its calls. */
export function callOptionsOf(options: CallOptions): CallOptions {
  const { retry, attemptTimeoutMs, timeoutMs, maxResponseBytes } = options;
  return { retry, attemptTimeoutMs, timeoutMs, maxResponseBytes };
}

/** The names of {@link AbortableOptions}, to build those of lists, edits and waits on. */
export const abortableOptionNames: OptionNames<AbortableOptions> = {
  ...callOptionNames,
  signal: true,
};

/** The names of {@link SharedClientOptions}, to build those of an API's client on. */
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
 * Checks the names of options that include those of calls or clients, nested names too, and that a
 * signal is one.
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
