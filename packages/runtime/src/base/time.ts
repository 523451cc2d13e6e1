import { AbortedError } from "../errors/aborted-error.js";
import { isTimeoutError, TimeoutError } from "../errors/timeout-error.js";

const longestTimerMs = 2 ** 31 - 1;

/** What work under a time limit can ask. */
export interface TimeLimit {
  /** Why the limit has ended; nothing while it runs. */
  ended?: Error;
  /** Aborts when the limit ends. Made when it is first asked for: it is a costly thing to have. */
  signal(): AbortSignal;
}

/**
 * Runs work under a time limit and a caller's signal. Settles at once when either ends, even if the
 * work never settles.
 *
 * @param ms - milliseconds; `Infinity`: only the caller ends it.
 * @param source - which limit it is.
 * @throws TimeoutError, AbortedError, and what the work throws.
 */
export function withTimeLimit<T>(
  ms: number,
  source: TimeoutError["source"],
  operation: string,
  caller: AbortSignal | undefined,
  work: (limit: TimeLimit) => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let controller: AbortController | undefined;
    const limit: TimeLimit = {
      signal() {
        controller ??= new AbortController();
        if (limit.ended) controller.abort(limit.ended);
        return controller.signal;
      },
    };
    const clear = (): void => {
      clearTimeout(timer);
      caller?.removeEventListener("abort", onAbort);
    };
    const end = (error: Error): void => {
      limit.ended = error;
      clear();
      reject(error);
      controller?.abort(error);
    };
    const onAbort = (): void => end(abortedError(operation, caller));
    const timer = setTimeout(
      () => end(new TimeoutError(`${operation} took longer than ${ms} ms (${source})`, { source })),
      Math.min(ms, longestTimerMs),
    );
    caller?.addEventListener("abort", onAbort);
    if (caller?.aborted) onAbort();
    else {
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
    }
  });
}

/**
 * Waits: under a time limit, for nothing.
 *
 * @param ms - milliseconds.
 * @throws AbortedError at once when the caller's signal ends the wait.
 */
export async function sleep(ms: number, operation: string, caller?: AbortSignal): Promise<void> {
  try {
    await withTimeLimit(ms, "deadline", operation, caller, () => new Promise(() => {}));
  } catch (error) {
    if (!isTimeoutError(error)) throw error;
  }
}

/** The error for what its caller has ended. */
export function abortedError(operation: string, caller: AbortSignal | undefined): AbortedError {
  return new AbortedError(`${operation} was aborted by the caller`, { cause: caller?.reason });
}
