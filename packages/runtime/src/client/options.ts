import type { Hooks } from "./hooks.js";

/** A `fetch` as these packages call it: always with an address and a description. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

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
}

/** {@link CallOptions} with the caller's way to end a call. */
export interface AbortableOptions extends CallOptions {
  /** Ends the call, its waits included; the call rejects with an `AbortedError`. */
  signal?: AbortSignal;
}

/** What every client can be told. */
export interface SharedClientOptions extends CallOptions {
  /**
   * Replaces the global `fetch`: for tests, proxies and tracing. It is called with an address and
   * a description, once per attempt, and must not follow redirects by itself.
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
