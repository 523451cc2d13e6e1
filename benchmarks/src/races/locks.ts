import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEtcd, startPostgres, startRedis } from "@cloud-clients/lock-servers";
import type { Lock } from "@cloud-clients/ppio-gpu";

/** A lock that processes share: which, and the port on 127.0.0.1 or the folder where it is. */
export interface LockPlace {
  readonly name: LockName;
  readonly at: number | string;
}

type LockName = "postgresLock" | "redisLock" | "etcdLock" | "fileLock";

/** Places for every lock whose server is installed. */
export interface LockPlaces {
  readonly places: readonly LockPlace[];
  /** Locks whose server is not installed. */
  readonly missing: readonly LockName[];
  close(): Promise<void>;
}

const servers = {
  postgresLock: startPostgres,
  redisLock: startRedis,
  etcdLock: startEtcd,
} as const;

/** Starts the servers, each with an empty store. */
export async function startPlaces(): Promise<LockPlaces> {
  const folder = await mkdtemp(join(tmpdir(), "race-locks-"));
  const places: LockPlace[] = [{ name: "fileLock", at: folder }];
  const missing: LockName[] = [];
  const stops = [() => rm(folder, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const stop of stops) await stop();
  };
  try {
    for (const name of ["etcdLock", "redisLock", "postgresLock"] as const) {
      const server = await servers[name]();
      if (server) {
        places.unshift({ name, at: server.port });
        stops.push(server.stop);
      } else missing.push(name);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { places, missing, close };
}

const opened = new Map<string, Promise<Lock>>();

/** The lock at a place, with one client per process. */
export function openLock(place: LockPlace): Promise<Lock> {
  const key = `${place.name} ${place.at}`;
  const lock = opened.get(key) ?? openers[place.name](place.at);
  opened.set(key, lock);
  return lock;
}

const openers: Record<LockName, (at: LockPlace["at"]) => Promise<Lock>> = {
  postgresLock: async (at) => {
    const { Pool } = await import("pg");
    const { postgresLock } = await import("@cloud-clients/locks/postgres");
    return postgresLock(
      new Pool({ host: "127.0.0.1", port: Number(at), user: "postgres", max: 2 }),
    );
  },
  redisLock: async (at) => {
    const { createClient } = await import("redis");
    const { redisLock } = await import("@cloud-clients/locks/redis");
    return redisLock(await createClient({ url: `redis://127.0.0.1:${at}` }).connect());
  },
  etcdLock: async (at) => {
    const { etcdLock } = await import("@cloud-clients/locks/etcd");
    return etcdLock(`http://127.0.0.1:${at}`);
  },
  fileLock: async (at) => {
    const { fileLock } = await import("@cloud-clients/locks/file");
    return fileLock(String(at));
  },
};
