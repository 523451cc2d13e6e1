import type { LoggedRequest } from "../http/request-log.js";
import type { RequestMatch } from "../request-match.js";

/**
 * Where a request can be made to wait: when it has arrived and changed nothing yet, or when it has
 * taken effect and its answer is not sent yet.
 */
export type StopPoint = "received" | "committed";

/** Which requests wait, and where. */
export interface HoldRule extends RequestMatch {
  /** @default both points */
  readonly at?: StopPoint | undefined;
  /** How many matching requests wait. @default all of them */
  readonly times?: number | undefined;
}

/** A request that waits. */
export interface WaitingRequest {
  /** Its number in the log. */
  readonly id: number;
  readonly at: StopPoint;
  readonly request: LoggedRequest;
}

/** Where a request got to. */
export interface StepResult {
  readonly id: number;
  /** "done": answered, or given up by its client. */
  readonly at: StopPoint | "done";
}

/**
 * Pauses chosen requests, so that a test can run any interleaving of several writers.
 *
 * @example
 * // B's write lands between A's read and A's write.
 * scheduler.hold({ method: "PUT", at: "received" });
 * const a = addPorts(clientA, id, [portA]);
 * await scheduler.whenWaiting(1); // A has read and wants to write
 * const b = addPorts(clientB, id, [portB]);
 * const [ofA, ofB] = await scheduler.whenWaiting(2);
 * await scheduler.step(ofB.id);
 * await scheduler.step(ofA.id);
 * scheduler.releaseAll();
 * await Promise.allSettled([a, b]);
 */
export interface RequestScheduler {
  /**
   * Makes requests wait that arrive from now on: every one, unless the rule names some.
   *
   * @returns a function that ends this rule; requests that wait already go on waiting
   * @throws TypeError for an option or an operation that does not exist; RangeError for counts below 1
   */
  hold(rule?: HoldRule): () => void;
  /** The requests that wait now, in the order in which they began to. */
  waiting(): readonly WaitingRequest[];
  /** Resolves to `waiting()` as soon as at least `count` requests wait. */
  whenWaiting(count: number): Promise<readonly WaitingRequest[]>;
  /** Lets a request go on. @throws Error when it does not wait */
  release(id: number): void;
  /**
   * Lets a request go on (the one that has waited longest, unless told otherwise) and resolves when
   * it waits again or is done. @throws Error when none waits
   */
  step(id?: number): Promise<StepResult>;
  /** Ends all rules and lets everything go on. */
  releaseAll(): void;
}
