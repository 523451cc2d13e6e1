/** What every event of an attempt says. Never a body, a query value, a header or a credential. */
export interface CallEvent {
  /** Tells calls apart: the same in all events of one call. */
  callId: string;
  /** Method and path template, such as `GET /gpus/v2/instances/{instance_id}`. */
  operation: string;
  /** Which attempt, counted from 1. */
  attempt: number;
}

/** An answer arrived: the end of an attempt. */
export interface ResponseEvent extends CallEvent {
  /** HTTP status. */
  status: number;
  /** The id of the answer, to tell the vendor (`X-Request-Id`). */
  requestId: string | undefined;
  /** Milliseconds from the start of the attempt to the end of the body. */
  durationMs: number;
}

/** An attempt ended without an answer that can be used. */
export interface AttemptErrorEvent extends CallEvent {
  /** Name of the error class, such as `NetworkError` or `TimeoutError`. */
  error: string;
  /** Milliseconds from the start of the attempt. */
  durationMs: number;
}

/** An attempt failed and another one will follow. */
export interface RetryEvent extends CallEvent {
  /** HTTP status of the discarded answer, or the name of the error class. */
  reason: number | string;
  /** Milliseconds until the next attempt. */
  waitMs: number;
}

/**
 * Functions that watch the attempts of a call. Each `onRequest` is followed by exactly one `onResponse`
 * or `onError` of the same attempt.
 */
export interface AttemptHooks {
  /** An attempt is about to be sent. */
  onRequest?: ((event: CallEvent) => unknown) | undefined;
  onResponse?: ((event: ResponseEvent) => unknown) | undefined;
  onError?: ((event: AttemptErrorEvent) => unknown) | undefined;
  onRetry?: ((event: RetryEvent) => unknown) | undefined;
}
