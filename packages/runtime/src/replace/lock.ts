import { abortedError } from "../transport/time-limit.js";

/**
 * Runs a task while it alone holds a resource. Give your own to let several processes share one:
 * call `task` once the resource is yours, and give it back when the promise settles.
 */
export type Lock = <T>(resource: string, task: () => Promise<T>) => Promise<T>;

const tails = new Map<string, Promise<void>>();

/** The lock within this process: first come, first served. */
export async function withLock<T>(
  resource: string,
  task: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const before = tails.get(resource);
  const { promise: held, resolve: release } = deferred();
  const tail = (before ?? Promise.resolve()).then(() => held);
  tails.set(resource, tail);
  try {
    if (before) await unlessAborted(before, resource, signal);
    return await task();
  } finally {
    release();
    if (tails.get(resource) === tail) tails.delete(resource);
  }
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

function unlessAborted(turn: Promise<void>, resource: string, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(abortedError(`waiting for ${resource}`, signal));
    if (signal?.aborted) onAbort();
    signal?.addEventListener("abort", onAbort, { once: true });
    turn.then(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    });
  });
}
