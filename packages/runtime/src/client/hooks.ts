import type { AttemptHooks } from "../transport/hooks.js";

export { notify } from "../base/notify.js";
export type {
  AttemptErrorEvent,
  CallEvent,
  ResponseEvent,
  RetryEvent,
} from "../transport/hooks.js";

/** A call begins. */
export interface CallStartEvent {
  /** Tells calls apart: the same in all events of one call. */
  callId: string;
  /** Method and path template, such as `GET /gpus/v2/instances/{instance_id}`. */
  operation: string;
  /** Origin of the client's `baseUrl`. */
  server: string;
}

/** A call has ended: once for every call that began. */
export interface CallEndEvent {
  callId: string;
  operation: string;
  /** HTTP status of the answer; nothing when the call rejected. */
  status: number | undefined;
  /** Name of the error class when the call rejected. */
  error: string | undefined;
  /** Milliseconds with all attempts, waits and middlewares. */
  durationMs: number;
}

/** A page of a list arrived. */
export interface PageEvent {
  /** The call that brought the page. */
  callId: string;
  /** Method and path template of the list. */
  operation: string;
  /** Which page of the walk, counted from 1. */
  page: number;
  /** Items on the page. */
  items: number;
  /** The id of the answer that the page came in, to tell the vendor (`X-Request-Id`). */
  requestId?: string | undefined;
}

/** An edit of a list has been planned; the write, if any, comes next. */
export interface PlanEvent {
  /** The read on which the plan stands. */
  callId: string;
  /** Method and path template of the write. */
  operation: string;
  added: number;
  removed: number;
  changed: number;
  kept: number;
}

/** Functions that watch a client. One that throws or rejects never breaks a call. */
export interface Hooks extends AttemptHooks {
  onCallStart?: ((event: CallStartEvent) => unknown) | undefined;
  onCallEnd?: ((event: CallEndEvent) => unknown) | undefined;
  onPage?: ((event: PageEvent) => unknown) | undefined;
  onPlan?: ((event: PlanEvent) => unknown) | undefined;
}
