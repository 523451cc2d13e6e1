import type { TimeLimit } from "../base/time.js";
import type { ApiRules } from "./api-rules.js";
import type { AttemptHooks } from "./hooks.js";
import type { Redactor } from "./redact.js";

/** One request as it is about to be sent, without credentials. */
export interface Outgoing {
  readonly method: string;
  /** Absolute address with its query. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** A stream can be sent only once, and cannot be signed. */
  readonly body: string | Uint8Array | ReadableStream<Uint8Array> | null;
}

/**
 * Returns the headers with the credential. Called once per attempt, because a signature contains its time and
 * a token may have been renewed.
 */
export type Authorize = (
  request: Outgoing,
) => Record<string, string> | Promise<Record<string, string>>;

/** The limits of a call: its options with all defaults filled in. */
export interface Limits {
  readonly retries: number;
  readonly baseMs: number;
  readonly maxMs: number;
  readonly attemptTimeoutMs: number;
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
}

/** What all calls of one client share. */
export interface Transport {
  readonly rules: ApiRules;
  readonly authorize: Authorize;
  /** Headers of `authorize` whose names do not say that they carry a credential, in lower case. */
  readonly secretHeaders: readonly string[];
  readonly hooks: AttemptHooks;
  /**
   * Limits retries during an outage: a retry takes a token, a success restores a tenth of one, and all calls
   * of a client share them.
   */
  readonly budget: { tokens: number };
}

/** What belongs to one call. */
export interface Call {
  /** Identifies the call in hooks. */
  readonly callId: string;
  /** Method and path template. */
  readonly operation: string;
  readonly idempotent: boolean;
  readonly limits: Limits;
  /** Ends when its time is up or the caller aborts. */
  readonly limit: TimeLimit;
  /** When its time is up, by `performance.now()`. */
  readonly end: number;
  /** The caller's own, which still ends a stream after it was returned. */
  readonly callerSignal: AbortSignal | undefined;
  /** How to read a 2xx body: as text, as bytes, or not at all. */
  readonly readAs: "text" | "bytes" | "stream";
  /** Called after the wait before each further attempt; return `false` to stop retrying. */
  readonly mayRepeat: (() => Promise<boolean>) | undefined;
  /** Sends a request with these headers, once. */
  readonly transmit: (headers: Record<string, string>, signal: AbortSignal) => Promise<Response>;
}

/** The response to a call, with its body read. */
export interface Received {
  readonly response: Response;
  /** Whether the status is 2xx. */
  readonly ok: boolean;
  /** The body: text (for errors, without credentials), or bytes or a stream if the caller asked for those. */
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null;
  /** An error's body: parsed JSON, or its text. */
  readonly error: unknown;
  /** How many times the request was sent. */
  readonly attempts: number;
  /** Knows the credentials of the last attempt. */
  readonly redactor: Redactor;
}
