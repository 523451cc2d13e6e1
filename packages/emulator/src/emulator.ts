import type { Clock } from "./clock.js";
import type { Faults } from "./faults/faults.js";
import type { Fetch } from "./http/in-process-fetch.js";
import type { Listening, ListenOptions } from "./http/listen.js";
import type { LoggedRequest } from "./http/request-log.js";
import type { RequestScheduler } from "./scheduler/request-scheduler.js";

/** A stand-in for one service, in memory. */
export interface Emulator<State> {
  /**
   * Answers without a socket; hand it to a client in place of the platform's `fetch`. Any origin
   * will do. An abort rejects with the signal's reason.
   */
  readonly fetch: Fetch;
  /**
   * Serves the same on a socket, 127.0.0.1 unless told otherwise. May be called several times.
   *
   * @throws TypeError or RangeError for an option; the system's error when the port cannot be had
   */
  listen(options?: ListenOptions): Promise<Listening>;
  /** What the service remembers, at the clock's present; may be read and changed. */
  readonly state: State;
  /** Makes the service slow, broken, forgetful or contested. */
  readonly faults: Faults<State>;
  /** Pauses chosen requests, so that a test decides what happens first. */
  readonly scheduler: RequestScheduler;
  /** The present, for the service. */
  readonly clock: Clock;
  /** What arrived, oldest first: the last 10 000 requests, unless the options say otherwise. */
  readonly requests: readonly LoggedRequest[];
  /** How many older requests `requests` no longer has. */
  readonly droppedRequests: number;
}
