const listeners = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls a function when a signal aborts; at once if it already has. A signal gets one listener, however many
 * functions wait for it: platforms warn about a leak from the eleventh listener on.
 *
 * @returns stops waiting; the last one to stop removes the listener.
 */
export function whenAborted(signal: AbortSignal, callback: () => void): () => void {
  if (signal.aborted) {
    callback();
    return () => {};
  }
  let waiting = listeners.get(signal);
  if (!waiting) {
    const all = new Set<() => void>();
    waiting = all;
    listeners.set(signal, all);
    signal.addEventListener("abort", callAll);
  }
  const set = waiting;
  set.add(callback);
  return () => {
    set.delete(callback);
    if (set.size === 0 && listeners.get(signal) === set) {
      listeners.delete(signal);
      signal.removeEventListener("abort", callAll);
    }
  };
}

function callAll(this: AbortSignal): void {
  const waiting = listeners.get(this);
  listeners.delete(this);
  this.removeEventListener("abort", callAll);
  for (const callback of waiting ?? []) callback();
}
