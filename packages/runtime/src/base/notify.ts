/** Calls a hook and ignores what it throws or rejects with: a hook must not affect a call. */
export function notify<Event>(hook: ((event: Event) => unknown) | undefined, event: Event): void {
  try {
    // Not `instanceof Promise`: a promise of another realm is none of this one's class.
    const result = hook?.(event) as Partial<PromiseLike<unknown>> | null | undefined;
    if (typeof result?.then === "function") result.then(undefined, () => {});
  } catch {
    // Nobody to tell.
  }
}
