/** What every event of a call says. Never a body, a query value, a header or a credential. */
export interface CallEvent {
  /** Method and path template, such as `GET /gpus/v2/instances/{instance_id}`. */
  operation: string;
  /** Which attempt, counted from 1. */
  attempt: number;
}

/** An answer arrived. */
export interface ResponseEvent extends CallEvent {
  /** HTTP status. */
  status: number;
  /** Value of the response header `X-Request-Id`. */
  requestId: string | undefined;
  /** Milliseconds from the start of the attempt to the end of the body. */
  durationMs: number;
}

/** An attempt failed and another one will follow. */
export interface RetryEvent extends CallEvent {
  /** HTTP status of the discarded answer, or the name of the error class. */
  reason: number | string;
  /** Milliseconds until the next attempt. */
  waitMs: number;
}

/** Functions that watch the attempts of a call. One that throws or rejects never breaks it. */
export interface AttemptHooks {
  onRequest?: (event: CallEvent) => unknown;
  onResponse?: (event: ResponseEvent) => unknown;
  onRetry?: (event: RetryEvent) => unknown;
}
