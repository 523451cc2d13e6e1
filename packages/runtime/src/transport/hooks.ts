/** What every event of an attempt contains. Never a body, a query value, a header or a credential. */
export interface CallEvent {
  /** Identifies the call: the same in all events of one call. */
  callId: string;
  /** Method and path template, such as `GET /gpus/v2/instances/{instance_id}`. */
  operation: string;
  /** Number of the attempt, from 1. */
  attempt: number;
}

/** A response arrived, which ends an attempt. */
export interface ResponseEvent extends CallEvent {
  /** HTTP status. */
  status: number;
  /** The response's `X-Request-Id`, to quote to the vendor. */
  requestId: string | undefined;
  /** Milliseconds from the start of the attempt to the end of the body. */
  durationMs: number;
}

/** An attempt ended without a usable response. */
export interface AttemptErrorEvent extends CallEvent {
  /** Name of the error class, such as `NetworkError` or `TimeoutError`. */
  error: string;
  /** Milliseconds from the start of the attempt. */
  durationMs: number;
}

/** An attempt failed and another one will follow. */
export interface RetryEvent extends CallEvent {
  /** HTTP status of the discarded response, or the name of the error class. */
  reason: number | string;
  /** Milliseconds until the next attempt. */
  waitMs: number;
}

/**
 * Functions that observe the attempts of a call. Each `onRequest` is followed by exactly one `onResponse` or
 * `onError` of the same attempt.
 */
export interface AttemptHooks {
  /** An attempt is about to be sent. */
  onRequest?: ((event: CallEvent) => unknown) | undefined;
  onResponse?: ((event: ResponseEvent) => unknown) | undefined;
  onError?: ((event: AttemptErrorEvent) => unknown) | undefined;
  onRetry?: ((event: RetryEvent) => unknown) | undefined;
}
