import type { AttemptHooks } from "../transport/hooks.js";

export { notify } from "../base/notify.js";
export type { CallEvent, ResponseEvent, RetryEvent } from "../transport/hooks.js";

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
export interface Hooks extends AttemptHooks {
  onPage?: (event: PageEvent) => unknown;
  onPlan?: (event: PlanEvent) => unknown;
}
