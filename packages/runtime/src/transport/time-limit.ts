import { AbortedError } from "../errors/aborted-error.js";
import { TimeoutError } from "../errors/timeout-error.js";

const longestTimerMs = 2 ** 31 - 1;

/** Calls back when the time is up or the signal aborts. Gives the function that stops both. */
function watch(
  ms: number,
  signal: AbortSignal | undefined,
  onTime: () => void,
  onAbort: () => void,
): () => void {
  const timer = setTimeout(onTime, Math.min(ms, longestTimerMs));
  if (signal?.aborted) queueMicrotask(onAbort);
  signal?.addEventListener("abort", onAbort);
  return () => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  };
}

/**
 * Runs work under a time limit and a caller's signal. Settles at once when either ends, even if the
 * work never settles; the work's own signal then aborts.
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
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const end = (error: Error): void => {
      reject(error);
      controller.abort(error);
    };
    const stop = watch(
      ms,
      caller,
      () => end(new TimeoutError(`${operation} took longer than ${ms} ms (${source})`, { source })),
      () => end(abortedError(operation, caller)),
    );
    work(controller.signal).then(resolve, reject).finally(stop);
  });
}

/**
 * Waits.
 *
 * @param ms - milliseconds.
 * @throws AbortedError at once when the caller's signal ends the wait.
 */
export function sleep(ms: number, operation: string, caller?: AbortSignal): Promise<void> {
  let stop: (() => void) | undefined;
  return new Promise<void>((resolve, reject) => {
    stop = watch(ms, caller, resolve, () => reject(abortedError(operation, caller)));
  }).finally(() => stop?.());
}

/** The error for what its caller has ended. */
export function abortedError(operation: string, caller: AbortSignal | undefined): AbortedError {
  return new AbortedError(`${operation} was aborted by the caller`, { cause: caller?.reason });
}
