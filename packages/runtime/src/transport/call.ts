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
  /** A stream can be sent once only, and cannot be signed. */
  readonly body: string | Uint8Array | ReadableStream<Uint8Array> | null;
}

/**
 * Returns the headers that carry a credential, each one that a header can carry. Called once per
 * attempt, because a signature holds its time and a token may have been renewed.
 */
export type Authorize = (
  request: Outgoing,
) => Record<string, string> | Promise<Record<string, string>>;

/** How often, how long and how much: the options of a call with every default filled in. */
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
  readonly hooks: AttemptHooks;
  /**
   * What bounds repeats in an outage: a retry takes a token, a success gives a tenth back, and all
   * calls of a client share them.
   */
  readonly budget: { tokens: number };
}

/** What belongs to one call. */
export interface Call {
  /** Tells calls apart in hooks. */
  readonly callId: string;
  /** Method and path template. */
  readonly operation: string;
  readonly idempotent: boolean;
  readonly limits: Limits;
  /** Ends when its time is up, and when the caller ends it. */
  readonly limit: TimeLimit;
  /** When its time is up, by `performance.now()`. */
  readonly end: number;
  /** The caller's own, which still ends a stream that was handed over. */
  readonly callerSignal: AbortSignal | undefined;
  /** How a 2xx body is wanted: as text, as bytes, or unread. */
  readonly readAs: "text" | "bytes" | "stream";
  /** Asked after the wait before each further attempt; `false`: do not repeat. */
  readonly mayRepeat: (() => Promise<boolean>) | undefined;
  /** Sends a request with these headers, once. */
  readonly transmit: (headers: Record<string, string>, signal: AbortSignal) => Promise<Response>;
}

/** The answer to a call. */
export interface Answer {
  readonly response: Response;
  /** Whether the status is 2xx. */
  readonly ok: boolean;
  /**
   * The body as far as it was read: text, of an error without credentials; bytes or a stream where
   * the caller wants those.
   */
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null;
  /** An error's body: what its JSON says, or its text. */
  readonly error: unknown;
  /** How many times the request was sent. */
  readonly attempts: number;
  /** Knows the credentials of the last attempt. */
  readonly redactor: Redactor;
}
