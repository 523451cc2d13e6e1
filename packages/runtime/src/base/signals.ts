const listeners = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls a function when a signal aborts; at once, when it has. However many wait for the same signal, it gets one listener:
 * platforms warn of a leak from the eleventh on.
 *
 * @returns ends the waiting; the last one to go takes the listener with it.
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
