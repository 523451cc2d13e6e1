import { AbortedError } from "../errors/aborted-error.js";
import { isTimeoutError, TimeoutError } from "../errors/timeout-error.js";
import { whenAborted } from "./signals.js";

const longestTimerMs = 2 ** 31 - 1;

/** A running time limit, as seen by the work under it. */
export class TimeLimit {
  /** Why the limit has ended; `undefined` while it runs. */
  ended: Error | undefined;
  #controller: AbortController | undefined;
  readonly #callbacks: (() => void)[] = [];

  /** Aborts when the limit ends. Created on first use, because creating one is expensive. */
  signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.ended) this.#controller.abort(this.ended);
    return this.#controller.signal;
  }

  /** Calls a function when the limit ends; call what it returns to stop waiting. */
  whenEnded(callback: () => void): () => void {
    this.#callbacks.push(callback);
    return () => {
      const at = this.#callbacks.indexOf(callback);
      if (at >= 0) this.#callbacks.splice(at, 1);
    };
  }

  /**
   * Ends the limit, after any limits nested in it.
   *
   * @param settle - ends the work under this limit.
   */
  end(error: Error, settle: () => void): void {
    this.ended = error;
    for (const callback of [...this.#callbacks]) callback();
    settle();
    this.#controller?.abort(error);
  }
}

/**
 * Runs work under a time limit and a caller's signal. Settles at once when either ends, even if the work
 * never settles.
 *
 * @param ms - milliseconds; with `Infinity`, only the caller ends it.
 * @param source - which limit this is.
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
  const endedBefore = caller && endOf(caller, operation);
  if (endedBefore) return Promise.reject(endedBefore);
  return new Promise<T>((resolve, reject) => {
    const limit = new TimeLimit();
    const clear = (): void => {
      clearTimeout(timer);
      stopWaiting?.();
    };
    const end = (error: Error): void => {
      clear();
      limit.end(error, () => reject(error));
    };
    const endWithCaller = (): void => {
      const error = caller && endOf(caller, operation);
      if (error) end(error);
    };
    const stopWaiting =
      caller && "aborted" in caller
        ? whenAborted(caller, endWithCaller)
        : caller?.whenEnded(endWithCaller);
    const timer = setTimeout(
      () => end(new TimeoutError(`${operation} took longer than ${ms} ms (${source})`, { source })),
      Math.min(ms, longestTimerMs),
    );
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

/** Why there is no time left for an operation; `undefined` while there is. */
function endOf(caller: AbortSignal | TimeLimit, operation: string): Error | undefined {
  if (!("aborted" in caller)) return caller.ended;
  return caller.aborted ? abortedError(operation, caller) : undefined;
}

/**
 * Resolves after `ms` milliseconds.
 *
 * @throws AbortedError at once when the caller's signal aborts; the error of an enclosing limit when that
 * ends.
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

/** The error for an operation that its caller aborted. */
export function abortedError(operation: string, caller: AbortSignal | undefined): AbortedError {
  return new AbortedError(`${operation} was aborted by the caller`, { cause: caller?.reason });
}
