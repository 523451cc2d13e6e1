import { createHash } from "node:crypto";
import {
  checkOptions,
  type Lock,
  refuse,
  UsageError,
  withLock,
  withTimeLimit,
} from "@cloud-clients/runtime/kit";

/** Options of every lock. */
export interface LockOptions {
  /**
   * How long an edit may wait for the lock, in milliseconds; then it ends with a `TimeoutError`.
   *
   * @default Infinity: until the edit's signal aborts
   */
  readonly waitMs?: number | undefined;
}

/** Options of a lock that passes on when its holder no longer renews it. */
export interface LeaseOptions extends LockOptions {
  /**
   * How long the lock outlives a holder that no longer renews it, in milliseconds. It is renewed three times in that
   * time, and before each write. It must exceed the edit's `attemptTimeoutMs` by the five seconds that a renewal may
   * take (below 20 s: by a quarter of the lease).
   *
   * @default 60000
   */
  readonly leaseMs?: number | undefined;
}

/** A lock that an engine has granted. */
export interface Grant {
  /** Renews the lease and proves that the lock is held. Rejects if it does not know. */
  renew(): Promise<void>;
  /** Frees the lock if it is still ours. */
  release(): Promise<void>;
}

/** What grants locks. */
export interface Engine {
  /** For messages. */
  readonly name: string;
  /** Milliseconds; `Infinity` if the lock is kept until it is released. */
  readonly leaseMs: number;
  /** Waits for the lock. When the signal aborts, stops waiting and keeps nothing. */
  acquire(key: string, signal: AbortSignal): Promise<Grant>;
}

/** Longest time for a response of the engine, and for its release. */
const longestResponseMs = 5_000;

/**
 * Makes a lock of an engine. Edits of this process wait for each other first, in their order, those without this
 * lock included; so each process asks the engine only once per resource at a time.
 */
export function lockOn(engine: Engine, { waitMs = Number.POSITIVE_INFINITY }: LockOptions): Lock {
  const responseMs = Math.min(longestResponseMs, engine.leaseMs / 4);
  return async (resource, task, signal) => {
    checkEngine(resource, engine.name);
    let endTurn = (): void => {};
    try {
      const what = `waiting for the lock of ${resource}`;
      const grant = await withTimeLimit(waitMs, "deadline", what, signal, async (limit) => {
        endTurn = await takeTurn(resource, limit.signal());
        if (!limit.ended) {
          const granted = await engine.acquire(keyOf(resource), limit.signal());
          if (!limit.ended) return granted;
          await granted.release();
        }
        endTurn();
        throw limit.ended;
      });
      return await whileHolding({ grant, resource, responseMs, leaseMs: engine.leaseMs }, task);
    } finally {
      endTurn();
    }
  };
}

interface Holding {
  readonly grant: Grant;
  readonly resource: string;
  readonly responseMs: number;
  readonly leaseMs: number;
}

async function whileHolding<T>(
  { grant, resource, responseMs, leaseMs }: Holding,
  task: Parameters<Lock>[1],
): Promise<T> {
  const what = `renewing the lock of ${resource}`;
  let last: Promise<void> = Promise.resolve();
  // One at a time: a connection responds in order.
  const renew = (): Promise<void> => {
    last = last.catch(() => {}).then(() => grant.renew());
    return last;
  };
  const check = async (): Promise<void> => {
    const askedAt = performance.now();
    await withTimeLimit(responseMs, "deadline", what, undefined, renew);
    // The lease runs from when the engine responded. This process may have been stopped since.
    if (performance.now() - askedAt > responseMs) throw new Error(`${what} took too long`);
  };
  const hasLease = Number.isFinite(leaseMs);
  const beat = hasLease
    ? setInterval(() => {
        // Whether the lock is lost is asked before each write.
        renew().catch(() => {});
      }, leaseMs / 3)
    : undefined;
  beat?.unref();
  try {
    return (await task(hasLease ? { leaseMs: leaseMs - responseMs, check } : { check })) as T;
  } finally {
    clearInterval(beat);
    // The edit is over: if the release fails, the lease or the connection ends, and the lock with it.
    await withTimeLimit(responseMs, "deadline", what, undefined, () => grant.release()).catch(
      () => {},
    );
  }
}

/** What engines call a resource: letters and digits, always of the same length. */
function keyOf(resource: string): string {
  return createHash("sha256").update(resource).digest("hex");
}

/**
 * Waits for the turn of an edit among those of this process.
 *
 * @returns what ends the turn; calling it again has no effect.
 */
function takeTurn(resource: string, signal: AbortSignal): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const turn = (): Promise<void> => new Promise((end) => resolve(end));
    withLock(resource, turn, signal).catch(reject);
  });
}

const engines = new Map<string, string>();
const mostRemembered = 10_000;

/** @throws UsageError when the resource was locked with another engine before: the two exclude nobody. */
function checkEngine(resource: string, engine: string): void {
  const known = engines.get(resource) ?? engine;
  if (known !== engine) {
    throw new UsageError(
      `${resource} must have one lock for everybody who edits it: it was locked with ${known} before, not with ${engine}`,
    );
  }
  engines.delete(resource);
  engines.set(resource, engine);
  const [oldest] = engines.keys();
  if (engines.size > mostRemembered && oldest !== undefined) engines.delete(oldest);
}

/**
 * Reads the options of a lock.
 *
 * @param name - of the function that takes them.
 * @throws UsageError naming the option, what is allowed, and what was given.
 */
export function readLease(name: string, given: LeaseOptions): { leaseMs: number } & LockOptions {
  const { leaseMs = 60_000 } = given;
  checkOptions(name, given, ["leaseMs", "waitMs"]);
  checkWait(given);
  if (!(Number.isFinite(leaseMs) && leaseMs >= 1_000)) {
    refuse("leaseMs", "a number of milliseconds, 1000 or more", leaseMs);
  }
  return { ...given, leaseMs: Math.ceil(leaseMs) };
}

/**
 * Refuses an argument whose text may hold a password: it is not shown.
 *
 * @throws UsageError, always.
 */
export function refuseUnseen(name: string, allowed: string, given: unknown): never {
  if (typeof given !== "string") refuse(name, allowed, given);
  throw new UsageError(`${name} must be ${allowed}, not text`);
}

/** @throws UsageError when the time is not one that an edit can wait. */
export function checkWait({ waitMs }: LockOptions): void {
  if (waitMs === undefined || (typeof waitMs === "number" && waitMs > 0)) return;
  refuse("waitMs", "a number of milliseconds above 0", waitMs);
}
