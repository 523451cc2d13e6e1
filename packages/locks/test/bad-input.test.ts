import { addEntries } from "@cloud-clients/runtime/kit";
import { describe, expect, it } from "vitest";
import { etcdLock } from "../src/etcd.js";
import { fileLock } from "../src/file.js";
import { postgresLock } from "../src/postgres.js";
import { redisLock } from "../src/redis.js";
import { namesAt } from "./list-service.js";

const pool = {
  totalCount: 0,
  ended: false,
  ending: false,
  connect: () => Promise.reject(new Error("asked")),
};
const client = { isOpen: true, eval: () => Promise.reject(new Error("asked")) };
const etcd = "http://127.0.0.1:1";

/** Passes what the types refuse, as JavaScript can. */
const given = <T>(value: unknown): T => value as T;

describe("a lock refuses at once, naming what is allowed,", () => {
  it.each<[string, () => unknown, string]>([
    [
      "a single client of pg",
      () => postgresLock(given({ connect: () => {} })),
      "must be a Pool of pg",
    ],
    [
      "an address as pool",
      () => postgresLock(given("postgres://u:secret@h")),
      "Pool of pg, not text",
    ],
    ["no pool", () => postgresLock(given(undefined)), "must be a Pool of pg, not missing"],
    ["no client", () => redisLock(given(null)), "must be one of redis or ioredis"],
    [
      "an address as client",
      () => redisLock(given("redis://:secret@h")),
      "must be one of redis or",
    ],
    ["no address", () => etcdLock(given(undefined)), "must be an http or https address"],
    ["another address", () => etcdLock("ftp://h"), "must be an http or https address, not text"],
    [
      "a password in an address",
      () => etcdLock("http://u:secret@h"),
      "pass credentials in headers",
    ],
    ["a fetch that is none", () => etcdLock(etcd, { fetch: given(1) }), "fetch must be a function"],
    ["no folder", () => fileLock(""), "the folder of fileLock must be a path"],
    ["a lease of nothing", () => redisLock(client, { leaseMs: 0 }), "leaseMs must be a number of"],
    [
      "an endless lease",
      () => etcdLock(etcd, { leaseMs: Infinity }),
      "leaseMs must be a number of",
    ],
    ["a lease in words", () => postgresLock(pool, { leaseMs: given("1 m") }), 'not "1 m"'],
    [
      "no time to wait",
      () => fileLock("/tmp", { waitMs: Number.NaN }),
      "waitMs must be a number of",
    ],
    ["an unknown option", () => postgresLock(pool, given({ leaseMS: 1 })), "leaseMS"],
    ["a lease for files", () => fileLock("/tmp", given({ leaseMs: 1 })), "leaseMs"],
  ])("%s", (_, make, message) => {
    expect(make).toThrow(expect.objectContaining({ kind: "usage" }));
    expect(make).toThrow(message);
    expect(make).not.toThrow("secret");
  });
});

describe("an edit is refused before any request", () => {
  const asked: unknown[] = [];
  const fetch: typeof globalThis.fetch = (input) => {
    asked.push(input);
    return Promise.reject(new Error("asked"));
  };

  it("with two engines for one resource", async () => {
    const target = (lock: ReturnType<typeof redisLock>) =>
      namesAt("http://127.0.0.1:2", { lock }, fetch);
    const first = addEntries(target(redisLock(client)), [{ name: "a" }]);
    await expect(first).rejects.toThrow("asked");
    const second = addEntries(target(postgresLock(pool)), [{ name: "a" }]);
    await expect(second).rejects.toMatchObject({
      kind: "usage",
      message:
        "names of t1: http://127.0.0.1:2/things/t1/names must have one lock for everybody who edits it: it was locked with redisLock before, not with postgresLock",
    });
    expect(asked).toEqual([]);
  });

  it("with a lease that a request may outlive", async () => {
    const granting = { isOpen: true, eval: async () => -1 };
    const lock = redisLock(granting, { leaseMs: 30_000 });
    const edit = addEntries(namesAt("http://127.0.0.1:3", { lock }, fetch), [{ name: "a" }]);
    await expect(edit).rejects.toMatchObject({
      kind: "usage",
      message:
        "names of t1: the lease of the lock, in milliseconds, must be at least attemptTimeoutMs, 30000, not 25000",
    });
    expect(asked).toEqual([]);
  });
});
