import { AbortedError } from "../errors/aborted-error.js";
import { isTimeoutError, TimeoutError } from "../errors/timeout-error.js";
import { whenAborted } from "./signals.js";

const longestTimerMs = 2 ** 31 - 1;

/** A time limit that runs, as the work under it sees it. */
export interface TimeLimit {
  /** Why the limit has ended; nothing while it runs. */
  readonly ended: Error | undefined;
  /** Aborts when the limit ends. Made when it is first asked for: it is a costly thing to have. */
  signal(): AbortSignal;
  /** Calls a function when the limit ends; what it returns ends the waiting. */
  whenEnded(callback: () => void): () => void;
}

/**
 * Runs work under a time limit and a caller's signal. Settles at once when either ends, even if the
 * work never settles.
 *
 * @param ms - milliseconds; `Infinity`: only the caller ends it.
 * @param source - which limit it is.
 * @param caller - the caller's signal, or a longer limit around this one.
 * @throws TimeoutError, AbortedError, and what the work throws.
 */
export function withTimeLimit<T>(
  ms: number,
  source: TimeoutError["source"],
  operation: string,
  caller: AbortSignal | TimeLimit | undefined,
  work: (limit: TimeLimit) => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const endedBefore = caller && endOf(caller, operation);
    if (endedBefore) {
      reject(endedBefore);
      return;
    }
    const callbacks = new Set<() => void>();
    let ended: Error | undefined;
    let controller: AbortController | undefined;
    const limit: TimeLimit = {
      get ended() {
        return ended;
      },
      signal() {
        controller ??= new AbortController();
        if (ended) controller.abort(ended);
        return controller.signal;
      },
      whenEnded(callback) {
        callbacks.add(callback);
        return () => callbacks.delete(callback);
      },
    };
    const end = (error: Error): void => {
      ended = error;
      clear();
      // From the inside out: what ended within this limit is told of before the limit itself.
      for (const callback of callbacks) callback();
      reject(error);
      controller?.abort(error);
    };
    const endWithCaller = (): void => {
      const error = caller && endOf(caller, operation);
      if (error) end(error);
    };
    const stopWaiting =
      caller &&
      ("aborted" in caller ? whenAborted(caller, endWithCaller) : caller.whenEnded(endWithCaller));
    const timer = setTimeout(
      () => end(new TimeoutError(`${operation} took longer than ${ms} ms (${source})`, { source })),
      Math.min(ms, longestTimerMs),
    );
    const clear = (): void => {
      clearTimeout(timer);
      stopWaiting?.();
    };
    work(limit).then(
      (value) => {
        clear();
        resolve(value);
      },
      (error) => {
        clear();
        reject(error);
      },
    );
  });
}

/** Why there is no time left for an operation; nothing while there is. */
function endOf(caller: AbortSignal | TimeLimit, operation: string): Error | undefined {
  if (!("aborted" in caller)) return caller.ended;
  return caller.aborted ? abortedError(operation, caller) : undefined;
}

/**
 * Resolves after `ms` milliseconds.
 *
 * @throws AbortedError at once when the caller's signal ends the wait; the error of a longer limit
 * around it when that ends.
 */
export async function sleep(
  ms: number,
  operation: string,
  caller?: AbortSignal | TimeLimit,
): Promise<void> {
  try {
    await withTimeLimit(ms, "deadline", operation, caller, () => new Promise(() => {}));
  } catch (error) {
    if (!isTimeoutError(error) || (caller && endOf(caller, operation))) throw error;
  }
}

/** The error for what its caller has ended. */
export function abortedError(operation: string, caller: AbortSignal | undefined): AbortedError {
  return new AbortedError(`${operation} was aborted by the caller`, { cause: caller?.reason });
}
