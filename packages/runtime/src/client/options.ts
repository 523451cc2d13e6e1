import type { ClientOptions } from "openapi-fetch";
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
  retries?: number;
  /**
   * Upper end of the first wait, in milliseconds; it doubles with every retry up to `maxMs`. The
   * wait itself is drawn at random below it. A longer `Retry-After` of the service wins.
   *
   * @default 500
   */
  baseMs?: number;
  /**
   * Longest wait of our own choosing, in milliseconds.
   *
   * @default 8000
   */
  maxMs?: number;
}

/** What may be set for a whole client and again for a single call. */
export interface CallOptions {
  /** How failed attempts are repeated; `false`: never. */
  retry?: RetryOptions | false;
  /**
   * Longest time for one attempt with its body, in milliseconds; `Infinity`: no limit.
   *
   * @default 30000
   */
  attemptTimeoutMs?: number;
  /**
   * Longest time for a call with all its attempts and waits, in milliseconds; `Infinity`: no limit.
   *
   * @default 120000
   */
  timeoutMs?: number;
  /**
   * Most bytes of an answer's body, after decompression; a longer one ends in a
   * `ResponseTooLargeError`. A body that the caller reads as a stream has no limit.
   *
   * @default 67108864 (64 MiB)
   */
  maxResponseBytes?: number;
}

/** {@link CallOptions} with the caller's way to end a call. */
export interface AbortableOptions extends CallOptions {
  /** Ends the call, its waits included; the call rejects with an `AbortedError`. */
  signal?: AbortSignal;
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
  "baseUrl" | "body" | "method" | "redirect" | "window"
>;

/** What every client can be told, beside openapi-fetch's own options. */
export interface SharedClientOptions extends CallOptions, FetchSettings {
  /**
   * Replaces the global `fetch`: for tests, proxies and tracing. It is called with a `Request` once per
   * attempt, and must not follow redirects by itself.
   */
  fetch?: Fetch;
  /** Functions that are told what the client does. */
  hooks?: Hooks;
  /**
   * Allows `http:` addresses other than the local machine's.
   *
   * @default false
   */
  allowInsecureBaseUrl?: boolean;
}
