import { checkOptions, type Lock, UsageError } from "@cloud-clients/runtime/kit";
import {
  checkWait,
  type Engine,
  type LeaseOptions,
  lockOn,
  readLease,
  refuseUnseen,
} from "./engine.js";

/** What the lock uses of a `Pool` of `pg`. */
export interface PostgresPool {
  readonly totalCount: number;
  readonly ended: boolean;
  readonly ending: boolean;
  connect(): Promise<PostgresConnection>;
}

/** What the lock uses of a connection from the pool. */
export interface PostgresConnection {
  query(text: string): Promise<{ rows: unknown[] }>;
  on(event: "error", listener: (error: Error) => void): unknown;
  off(event: "error", listener: (error: Error) => void): unknown;
  release(destroy?: boolean): void;
}

/**
 * A lock in a PostgreSQL database: an advisory lock, held by a transaction that does nothing else. First come, first
 * served. Needs no table and no privilege except `CONNECT`. Each resource that this process edits or waits for takes
 * one connection of the pool. Works through PgBouncer.
 *
 * The lock ends with its connection. If the connection breaks between the last check and the end of the PUT, somebody
 * else may write at the same moment.
 *
 * @param pool - a `Pool` of `pg`, version 8, connected to the primary.
 * @param options - with `leaseMs: Infinity` a stopped process keeps the lock until its connection ends.
 * @throws UsageError when an argument is not allowed; the edit: when the pool has ended or leads to a standby, before
 * any request.
 * @see https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
 */
export function postgresLock(pool: PostgresPool, options: LeaseOptions = {}): Lock {
  checkPool(pool);
  const keeps = options.leaseMs === Number.POSITIVE_INFINITY;
  if (keeps) {
    checkOptions("postgresLock", options, ["leaseMs", "waitMs"]);
    checkWait(options);
  }
  const leaseMs = keeps ? Number.POSITIVE_INFINITY : readLease("postgresLock", options).leaseMs;
  const engine: Engine = {
    name: "postgresLock",
    leaseMs,
    async acquire(key, signal) {
      if (pool.ended || pool.ending) {
        throw new UsageError("the pool of postgresLock must be open, but end() was called");
      }
      const session = await Session.open(pool, signal);
      try {
        await session.query(beginning(leaseMs));
        const number = BigInt.asIntN(64, BigInt(`0x${key.slice(0, 16)}`));
        const { rows } = await session.query(
          `select pg_is_in_recovery() as standby, pg_advisory_xact_lock(${number})`,
        );
        if ((rows[0] as { standby?: unknown } | undefined)?.standby !== false) {
          throw new UsageError(
            "the pool of postgresLock must be connected to the primary: a standby locks for itself",
          );
        }
      } catch (error) {
        session.end();
        throw error;
      }
      session.settled();
      return {
        // The lock lasts as long as this transaction, and no statement succeeds outside of it.
        renew: async () => {
          await session.query("select 1");
        },
        release: async () => {
          await session.query("commit").then(
            () => session.giveBack(),
            () => session.end(),
          );
        },
      };
    },
  };
  return lockOn(engine, options);
}

/**
 * Begins the transaction. It may wait for the lock as long as the edit does, and the server ends it when the holder
 * has not renewed it for the lease. Where the server can, it notices within a second that a waiting process is gone.
 */
function beginning(leaseMs: number): string {
  const lease = Number.isFinite(leaseMs) ? leaseMs : 0;
  return `begin;
    set local idle_in_transaction_session_timeout = ${lease};
    set local statement_timeout = 0;
    set local lock_timeout = 0;
    ${ifKnown("transaction_timeout", "0")};
    ${ifKnown("client_connection_check_interval", "1000")}`;
}

/** Sets what not every server has, for the transaction. */
function ifKnown(setting: string, value: string): string {
  return `do $$ begin perform set_config('${setting}', '${value}', true); exception when others then null; end $$`;
}

/** A connection of the pool while the lock uses it. */
class Session {
  readonly #connection: PostgresConnection;
  readonly #signal: AbortSignal;
  #open = true;
  /** A connection that breaks while nobody asks it something reports it here, or ends the process. */
  readonly #ignore = (): void => {};
  readonly #abort = (): void => this.end();

  private constructor(connection: PostgresConnection, signal: AbortSignal) {
    this.#connection = connection;
    this.#signal = signal;
    connection.on("error", this.#ignore);
    signal.addEventListener("abort", this.#abort);
    if (signal.aborted) this.end();
  }

  static async open(pool: PostgresPool, signal: AbortSignal): Promise<Session> {
    return new Session(await pool.connect(), signal);
  }

  query(text: string): Promise<{ rows: unknown[] }> {
    if (!this.#open) return Promise.reject(new Error("the connection of the lock has ended"));
    return this.#connection.query(text);
  }

  /** The signal no longer ends it. */
  settled(): void {
    this.#signal.removeEventListener("abort", this.#abort);
  }

  giveBack(): void {
    this.#leave(false);
  }

  /** Ends the connection, and with it whatever it holds or waits for. */
  end(): void {
    this.#leave(true);
  }

  #leave(destroy: boolean): void {
    if (!this.#open) return;
    this.#open = false;
    this.settled();
    // A destroyed connection may report its end later.
    if (!destroy) this.#connection.off("error", this.#ignore);
    this.#connection.release(destroy);
  }
}

function checkPool(pool: unknown): void {
  const given = Object(pool);
  if (typeof given.connect === "function" && typeof given.totalCount === "number") return;
  refuseUnseen("the pool of postgresLock", "a Pool of pg", pool);
}
