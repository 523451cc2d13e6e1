import type { Lock } from "@cloud-clients/runtime";
import type { LeaseOptions } from "../src/engine.js";

/** Which lock, with which client. */
export type Kind = "postgres" | "redis" | "ioredis" | "etcd" | "file";

/** Where a lock is: a port on 127.0.0.1, or a folder. */
export type Place = number | string;

/** A lock and the client that it uses. */
export interface OpenLock {
  readonly lock: Lock;
  close(): Promise<void>;
}

/** Connects to a server and makes a lock of it, as a process of its own does. */
export function openLock(kind: Kind, at: Place, options: LeaseOptions = {}): Promise<OpenLock> {
  return openers[kind](at, options);
}

type Opener = (at: Place, options: LeaseOptions) => Promise<OpenLock>;

/** Each loads only what it needs: a process of its own is started for many a test. */
const openers: Record<Kind, Opener> = {
  postgres: async (at, options) => {
    const { Pool } = await import("pg");
    const { postgresLock } = await import("../src/postgres.js");
    const pool = new Pool({ host: "127.0.0.1", port: Number(at), user: "postgres" });
    // As every program with a pool must: idle connections break when the server restarts.
    pool.on("error", () => {});
    return { lock: postgresLock(pool, options), close: () => pool.end() };
  },
  redis: async (at, options) => {
    const { createClient } = await import("redis");
    const { redisLock } = await import("../src/redis.js");
    const client = createClient({ socket: { host: "127.0.0.1", port: Number(at) } });
    client.on("error", () => {});
    await client.connect();
    return { lock: redisLock(client, options), close: async () => client.destroy() };
  },
  ioredis: async (at, options) => {
    const { Redis } = await import("ioredis");
    const { redisLock } = await import("../src/redis.js");
    const client = new Redis(Number(at), "127.0.0.1");
    client.on("error", () => {});
    return { lock: redisLock(client, options), close: async () => client.disconnect() };
  },
  etcd: async (at, options) => {
    const { etcdLock } = await import("../src/etcd.js");
    return { lock: etcdLock(`http://127.0.0.1:${at}`, options), close: async () => {} };
  },
  file: async (at, options) => {
    const { fileLock } = await import("../src/file.js");
    return { lock: fileLock(String(at), options), close: async () => {} };
  },
};
