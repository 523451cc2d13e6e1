import type { Hooks } from "../client/hooks.js";
import type { Limits } from "../client/limits.js";
import type { Fetch } from "../client/options.js";
import type { ApiRules } from "../client/rules.js";

/** One request as it is about to be sent, without credentials. */
export interface Outgoing {
  readonly method: string;
  /** Absolute address with its query. */
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: BodyInit | null | undefined;
}

/**
 * Gives the headers that carry a credential, checked to be ones that a header can carry. Called once per attempt, because a signature holds
 * its time and a token may have been renewed.
 */
export type Authorize = (
  request: Outgoing,
) => Record<string, string> | Promise<Record<string, string>>;

/** What all calls of one client share. */
export interface ClientContext {
  readonly rules: ApiRules;
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly authorize: Authorize;
  readonly limits: Limits;
  readonly hooks: Hooks;
  /**
   * What bounds repeats in an outage: a retry takes a token, a success gives a tenth back, and all
   * calls of a client share them.
   */
  readonly budget: { tokens: number };
  /** Reads JSON; throws when the text is none. */
  readonly parse: (json: string) => unknown;
  /** Sent with every request, unless the caller gives others of the same name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Path parameters that a call need not repeat. */
  readonly pathDefaults: Readonly<Record<string, string>>;
}

/** What belongs to one call. */
export interface Call {
  /** Method and path template. */
  readonly operation: string;
  readonly idempotent: boolean;
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
  readonly fetch: Fetch;
  /** `false` when the caller wants the body as a stream or as bytes. */
  readonly readBody: boolean;
  /** Asked after the wait before each further attempt; `false`: do not repeat. */
  readonly mayRepeat: (() => Promise<boolean>) | undefined;
}

/** The answer to a call. */
export interface Exchange {
  readonly response: Response;
  /** Whether the status is 2xx. */
  readonly ok: boolean;
  /** The whole body, when it was to be read; credentials in an error's body are blotted out. */
  readonly text: string | undefined;
  /** How many times the request was sent. */
  readonly attempts: number;
  /** The headers of the last attempt, credentials included. */
  readonly headers: Record<string, string>;
}
