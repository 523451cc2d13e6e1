import { AbortedError } from "../errors/aborted-error.js";
import { TimeoutError } from "../errors/timeout-error.js";

const longestTimerMs = 2 ** 31 - 1;

/** A time limit that runs together with a caller's signal. */
export interface TimeLimit {
  /** Ends when the time is up or the caller aborts; hand it to `fetch`. */
  readonly signal: AbortSignal;
  /** Settles like `work`, or rejects as soon as the limit ends, even if `work` never settles. */
  race<T>(work: Promise<T>): Promise<T>;
  /** Removes the timer and the listener. */
  clear(): void;
}

/**
 * Starts a time limit.
 *
 * @param ms - milliseconds; `Infinity`: only the caller's signal ends it.
 * @param source - which limit it is, for the `TimeoutError`.
 */
export function startTimeLimit(
  ms: number,
  source: TimeoutError["source"],
  operation: string,
  caller: AbortSignal | undefined,
): TimeLimit {
  const controller = new AbortController();
  const { signal } = controller;
  let fail: ((error: Error) => void) | undefined;
  let ended: Error | undefined;
  const end = (error: Error): void => {
    ended ??= error;
    fail?.(ended);
    controller.abort(ended);
  };
  const onAbort = (): void => end(abortedError(operation, caller));
  const onTime = (): void =>
    end(new TimeoutError(`${operation} took longer than ${ms} ms (${source})`, source));
  const timer =
    ms === Number.POSITIVE_INFINITY ? undefined : setTimeout(onTime, Math.min(ms, longestTimerMs));
  if (caller?.aborted) onAbort();
  else caller?.addEventListener("abort", onAbort, { once: true });
  return {
    signal,
    race: (work) =>
      new Promise((resolve, reject) => {
        if (ended) reject(ended);
        fail = reject;
        work.then(resolve, (error: unknown) => reject(ended ?? error));
      }),
    clear() {
      clearTimeout(timer);
      caller?.removeEventListener("abort", onAbort);
    },
  };
}

/** The error for a call that its caller has ended. */
export function abortedError(operation: string, caller: AbortSignal | undefined): AbortedError {
  return new AbortedError(`${operation} was aborted by the caller`, { cause: caller?.reason });
}
