import { refuse } from "../base/options.js";
import { withTimeLimit } from "../base/time.js";
import { UsageError } from "../errors/usage-error.js";

/** A lock as long as it is held. Give it to the edit if the lock can be lost before it is released. */
export interface Hold {
  /**
   * Milliseconds for which the lock outlives a holder that no longer renews it. An edit refuses a lease shorter
   * than its `attemptTimeoutMs`: the lock could pass on while a write is under way.
   */
  readonly leaseMs?: number;
  /**
   * Called before each write. Resolves if the lock is still held, for another `leaseMs` if there is a lease;
   * rejects if it was lost.
   */
  check(): Promise<void>;
}

/**
 * Runs a task while holding a resource exclusively. To share a lock among processes, pass your own: call
 * `task` once you hold the resource, and release it when the promise settles. `signal` is the edit's: stop
 * waiting when it aborts. `hold` lets the edit find out, before it writes, that the lock was lost.
 */
export type Lock = <T>(
  resource: string,
  task: (hold?: Hold) => Promise<T>,
  signal?: AbortSignal,
) => Promise<T>;

const tails = new Map<string, Promise<unknown>>();

/** A lock that is held until it is released. */
const kept: Hold = { check: () => Promise.resolve() };

/** The lock within this process: first come, first served. Waiting ends when the signal aborts. */
export const withLock: Lock = (resource, task, signal) => {
  const turn = tails.get(resource) ?? Promise.resolve();
  const what = `waiting for ${resource}`;
  const wait = withTimeLimit(Number.POSITIVE_INFINITY, "deadline", what, signal, () => turn);
  const done = wait.then(() => task());
  // Whoever comes next waits for the turn, too: this one may give up before it comes.
  const tail = Promise.allSettled([turn, done]).then(() => {
    if (tails.get(resource) === tail) tails.delete(resource);
  });
  tails.set(resource, tail);
  return done;
};

/** The resource that a lock protects. */
export interface Held {
  /** Identifies the resource. */
  readonly resource: string;
  /** For messages. */
  readonly name: string;
}

/**
 * Runs a task under a lock.
 *
 * @returns what the task returned, even if the lock returns something else.
 * @throws UsageError when it would wait forever because it was started inside a change of the same resource,
 * and when the lock did not run the task exactly once. AbortedError when the signal aborts before the lock is
 * held, even if the lock goes on waiting. What the task throws, even if the lock swallows it.
 */
export async function exclusively<T>(
  lock: Lock,
  { resource, name }: Held,
  task: (hold: Hold) => Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  const outer = changesAround().find((one) => one.resource === resource && !one.over);
  if (outer) {
    const what = `an edit of ${name} was started inside ${outer.task === "edit" ? "an edit" : "a plan"} of ${outer.name}`;
    const why =
      outer.task === "edit" ? "would wait for it forever" : "would make the plan outdated";
    throw new UsageError(`${what} and ${why}: return the new list from the function instead`);
  }
  let work: Promise<T> | undefined;
  let gaveUp: unknown;
  let begin = (): void => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const once = (hold: Hold = kept): Promise<T> => {
    if (gaveUp) throw gaveUp;
    if (work) throw new UsageError(`the lock passed for ${name} ran the edit twice`);
    if (typeof hold?.check !== "function") {
      refuse("what a lock passes to the edit", "nothing, or an object with a function check", hold);
    }
    begin();
    work = task(hold);
    // A lock that fails need not wait for it.
    work.catch(() => {});
    return work;
  };
  let locked: Promise<unknown> | undefined;
  const waiting = `waiting for ${name}`;
  try {
    await withTimeLimit(Number.POSITIVE_INFINITY, "deadline", waiting, signal, () => {
      locked = (async () => lock(resource, once, signal))();
      return Promise.race([begun, locked]);
    });
  } catch (error) {
    // A lock that does not stop waiting must not run the edit later.
    gaveUp = error;
    locked?.catch(() => {});
    throw error;
  }
  await locked;
  if (!work) throw new UsageError(`the lock passed for ${name} ended without running the edit`);
  return work;
}

/** What a change is run for. */
export interface ChangeOf extends Held {
  readonly task: "edit" | "plan";
}

/** A change of a resource while it runs. */
interface Running extends ChangeOf {
  over: boolean;
}

/**
 * Runs the caller's change of a resource so that an edit of the same resource started inside it is detected.
 * Where the runtime cannot track async calls (browsers), only edits started before its first `await` are
 * detected.
 *
 * @returns the result of the change, and whether it took time.
 * @throws AbortedError when the signal aborts while waiting for it.
 */
export async function insideChange<T>(
  held: ChangeOf,
  change: () => T,
  signal: AbortSignal | undefined,
): Promise<{ given: Awaited<T>; waited: boolean }> {
  const running = { ...held, over: false };
  following ??= newFollowing();
  try {
    const returned = following.run([...changesAround(), running], change);
    const waited = typeof Object(returned).then === "function";
    if (!waited) return { given: await returned, waited };
    const settling = Promise.resolve(returned);
    // After an abort nobody waits for it.
    settling.catch(() => {});
    const wait = () => settling;
    const given = await withTimeLimit(
      Number.POSITIVE_INFINITY,
      "deadline",
      held.name,
      signal,
      wait,
    );
    return { given, waited };
  } finally {
    running.over = true;
  }
}

/** Makes a value available to everything that a function starts. */
interface Following {
  getStore(): readonly Running[] | undefined;
  run<T>(value: readonly Running[], work: () => T): T;
}

let following: Following | undefined;

function changesAround(): readonly Running[] {
  return following?.getStore() ?? [];
}

function newFollowing(): Following {
  const { process } = globalThis as {
    process?: {
      getBuiltinModule?: (name: string) => { AsyncLocalStorage: new () => Following } | undefined;
    };
  };
  const hooks = process?.getBuiltinModule?.("node:async_hooks");
  if (hooks) return new hooks.AsyncLocalStorage();
  let current: readonly Running[] | undefined;
  return {
    getStore: () => current,
    run(value, work) {
      const outer = current;
      current = value;
      try {
        return work();
      } finally {
        current = outer;
      }
    },
  };
}
