/** Calls a hook and swallows whatever it throws or rejects with: a watcher must not change anything. */
export function notify<Event>(hook: ((event: Event) => unknown) | undefined, event: Event): void {
  try {
    // Not `instanceof Promise`: a promise of another realm is none of this one's class.
    const result = hook?.(event) as Partial<PromiseLike<unknown>> | null | undefined;
    if (typeof result?.then === "function") result.then(undefined, () => {});
  } catch {
    // Nobody to tell.
  }
}
