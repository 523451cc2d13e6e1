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

/** A page of a list arrived. */
export interface PageEvent {
  /** Method and path template of the list. */
  operation: string;
  /** Which page of the walk, counted from 1. */
  page: number;
  /** Items on the page. */
  items: number;
}

/** An edit of a list has been planned; the write, if any, comes next. */
export interface PlanEvent {
  /** Method and path template of the write. */
  operation: string;
  added: number;
  removed: number;
  changed: number;
  kept: number;
}

/** Functions that watch a client. One that throws or rejects never breaks a call. */
export interface Hooks {
  onRequest?: ((event: CallEvent) => unknown) | undefined;
  onResponse?: ((event: ResponseEvent) => unknown) | undefined;
  onRetry?: ((event: RetryEvent) => unknown) | undefined;
  onPage?: ((event: PageEvent) => unknown) | undefined;
  onPlan?: ((event: PlanEvent) => unknown) | undefined;
}

/** Calls a hook and swallows whatever it throws or rejects with: a watcher must not change anything. */
export function notify<Event>(hook: ((event: Event) => unknown) | undefined, event: Event): void {
  try {
    const result = hook?.(event);
    if (result instanceof Promise) result.catch(() => {});
  } catch {
    // Nobody to tell.
  }
}
