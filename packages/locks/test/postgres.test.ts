import { type LockServer, startPostgres } from "@cloud-clients/lock-servers";
import { Client, Pool } from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { postgresLock } from "../src/postgres.js";
import { itKeepsItsPromises } from "./lock-contract.js";
import { openLock } from "./open-lock.js";

const server = await startPostgres();
if (!server) console.warn("not tested here: postgresLock, because PostgreSQL is not installed");
// Here, so that it is stopped when all tests of it are left out, too.
afterAll(() => server?.stop());

describe.skipIf(!server)("postgresLock", () => {
  const { port, restart } = server as LockServer;
  const admin = async (sql: string): Promise<unknown[]> => {
    const client = new Client({ host: "127.0.0.1", port, user: "postgres" });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const lose = async (): Promise<void> => {
    await admin(
      "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted",
    );
  };
  itKeepsItsPromises({
    kind: "postgres",
    at: () => port,
    inOrder: true,
    hasLease: true,
    lose,
    restart,
  });

  it("takes one connection per resource, however many edits wait", async () => {
    const pool = new Pool({ host: "127.0.0.1", port, user: "postgres", max: 2 });
    const lock = postgresLock(pool);
    let most = 0;
    const tasks = Array.from({ length: 20 }, () =>
      lock("https://a.example/pool", async () => {
        // The pool still has a connection for the edit itself.
        await pool.query("select 1");
        most = Math.max(most, pool.totalCount);
      }),
    );
    await Promise.all(tasks);
    expect(most).toBe(2);
    await pool.end();
  });

  it("leaves a connection as it found it", async () => {
    const pool = new Pool({ host: "127.0.0.1", port, user: "postgres", max: 1 });
    const settings = async (): Promise<unknown[]> =>
      (await pool.query("select name, setting from pg_settings where source = 'session'")).rows;
    const before = await settings();
    await postgresLock(pool)("https://a.example/settings", async () => {});
    expect(await settings()).toEqual(before);
    await pool.end();
  });

  it("keeps the lock of a stopped holder if the lease is endless", async () => {
    const { lock, close } = await openLock("postgres", port, { leaseMs: Number.POSITIVE_INFINITY });
    const held = await lock("https://a.example/endless", async (hold) => {
      await hold?.check();
      const idle = await admin(
        "select a.state from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory'",
      );
      return { leaseMs: hold?.leaseMs, idle };
    });
    expect(held).toEqual({ leaseMs: undefined, idle: [{ state: "idle in transaction" }] });
    await close();
  });

  it("refuses a pool that has ended", async () => {
    const pool = new Pool({ host: "127.0.0.1", port, user: "postgres" });
    await pool.end();
    await expect(postgresLock(pool)("https://a.example/ended", async () => {})).rejects.toThrow(
      "the pool of postgresLock must be open, but end() was called",
    );
  });
});
