import { AbortedError } from "../errors/aborted-error.js";
import { isTimeoutError, TimeoutError } from "../errors/timeout-error.js";

const longestTimerMs = 2 ** 31 - 1;

/** What is to be done when a signal aborts, by signal. */
const watches = new WeakMap<AbortSignal, { acts: Set<() => void>; listener: () => void }>();

/**
 * Does something when a signal aborts; at once, when it has. However many wait for one signal, it has one
 * listener, because Node takes more than ten for a leak and warns of it.
 *
 * @returns what to call when it need not be done any more.
 */
export function onAbort(signal: AbortSignal | undefined, act: () => void): () => void {
  if (signal === undefined) return () => {};
  if (signal.aborted) {
    act();
    return () => {};
  }
  const watch = watches.get(signal) ?? startWatch(signal);
  watch.acts.add(act);
  return () => {
    watch.acts.delete(act);
    if (watch.acts.size > 0 || watches.get(signal) !== watch) return;
    watches.delete(signal);
    signal.removeEventListener("abort", watch.listener);
  };
}

function startWatch(signal: AbortSignal): { acts: Set<() => void>; listener: () => void } {
  const acts = new Set<() => void>();
  const listener = (): void => {
    watches.delete(signal);
    for (const act of acts) act();
  };
  signal.addEventListener("abort", listener, { once: true });
  const watch = { acts, listener };
  watches.set(signal, watch);
  return watch;
}

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
  if (caller?.aborted) return Promise.reject(abortedError(operation, caller));
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
      release();
    };
    const end = (error: Error): void => {
      limit.ended = error;
      clear();
      reject(error);
      controller?.abort(error);
    };
    const timer = setTimeout(
      () => end(new TimeoutError(`${operation} took longer than ${ms} ms (${source})`, { source })),
      Math.min(ms, longestTimerMs),
    );
    const release = onAbort(caller, () => end(abortedError(operation, caller)));
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
