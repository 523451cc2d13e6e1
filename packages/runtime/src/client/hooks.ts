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
  /** Identifies the call: the same in all events of one call. */
  callId: string;
  /** Method and path template, such as `GET /gpus/v2/instances/{instance_id}`. */
  operation: string;
  /** Origin of the client's `baseUrl`. */
  server: string;
}

/** A call has ended; reported once per call. */
export interface CallEndEvent {
  callId: string;
  operation: string;
  /** HTTP status of the response; absent if the call rejected. */
  status: number | undefined;
  /** Name of the error class if the call rejected. */
  error: string | undefined;
  /** Milliseconds, including all attempts, waits and middlewares. */
  durationMs: number;
}

/** A page of a list arrived. */
export interface PageEvent {
  /** The call that brought the page. */
  callId: string;
  /** Method and path template of the list. */
  operation: string;
  /** Number of the page in this walk, from 1. */
  page: number;
  /** Items on the page. */
  items: number;
  /** The `X-Request-Id` of the page's response, to quote to the vendor. */
  requestId?: string | undefined;
}

/** An edit of a list has been planned; the write, if any, follows. */
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

/** Functions that observe a client. A hook that throws or rejects does not affect the call. */
export interface Hooks extends AttemptHooks {
  onCallStart?: ((event: CallStartEvent) => unknown) | undefined;
  onCallEnd?: ((event: CallEndEvent) => unknown) | undefined;
  onPage?: ((event: PageEvent) => unknown) | undefined;
  onPlan?: ((event: PlanEvent) => unknown) | undefined;
}
