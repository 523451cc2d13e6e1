import { withTimeLimit } from "../transport/time-limit.js";

/**
 * Runs a task while it alone holds a resource. Give your own to let several processes share one:
 * call `task` once the resource is yours, and give it back when the promise settles.
 */
export type Lock = <T>(resource: string, task: () => Promise<T>) => Promise<T>;

const tails = new Map<string, Promise<void>>();

/** The lock within this process: first come, first served; waiting ends with the signal. */
export async function withLock<T>(
  resource: string,
  task: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const turn = tails.get(resource) ?? Promise.resolve();
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const tail = turn.then(() => held);
  tails.set(resource, tail);
  try {
    const what = `waiting for ${resource}`;
    await withTimeLimit(Number.POSITIVE_INFINITY, "deadline", what, signal, () => turn);
    return await task();
  } finally {
    release();
    if (tails.get(resource) === tail) tails.delete(resource);
  }
}
