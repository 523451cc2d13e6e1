import { abortedError } from "./time-limit.js";

/**
 * Waits.
 *
 * @param ms - milliseconds.
 * @throws AbortedError at once when the caller's signal ends the wait.
 */
export function sleep(ms: number, operation: string, caller?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(abortedError(operation, caller));
    };
    const timer = setTimeout(() => {
      caller?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    if (caller?.aborted) onAbort();
    else caller?.addEventListener("abort", onAbort, { once: true });
  });
}
