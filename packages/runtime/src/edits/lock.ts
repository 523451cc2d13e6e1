import { withTimeLimit } from "../base/time.js";

/**
 * Runs a task while it alone holds a resource. Give your own to let several processes share one:
 * call `task` once the resource is yours, and give it back when the promise settles. `signal` is the
 * one of the edit: stop waiting when it aborts.
 */
export type Lock = <T>(
  resource: string,
  task: () => Promise<T>,
  signal?: AbortSignal,
) => Promise<T>;

const tails = new Map<string, Promise<unknown>>();

/** The lock within this process: first come, first served; waiting ends with the signal. */
export const withLock: Lock = (resource, task, signal) => {
  const turn = tails.get(resource) ?? Promise.resolve();
  const what = `waiting for ${resource}`;
  const wait = withTimeLimit(Number.POSITIVE_INFINITY, "deadline", what, signal, () => turn);
  const done = wait.then(task);
  // Whoever comes next waits for the turn, too: this one may give up before it comes.
  const tail = Promise.allSettled([turn, done]).then(() => {
    if (tails.get(resource) === tail) tails.delete(resource);
  });
  tails.set(resource, tail);
  return done;
};
