import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type LockServer, startRedis } from "@cloud-clients/lock-servers";
import type { Lock } from "@cloud-clients/runtime";
import { editEntries } from "@cloud-clients/runtime/kit";
import { Redis } from "ioredis";
import { createClient } from "redis";
import { afterAll, describe, expect, it, vi } from "vitest";
import { type IoRedisClient, redisLock } from "../src/redis.js";
import { namesAt, startListService } from "./list-service.js";
import { itKeepsItsPromises } from "./lock-contract.js";
import { openLock } from "./open-lock.js";

const server = await startRedis();
if (!server) console.warn("not tested here: redisLock, because Redis is not installed");
// Here, so that it is stopped when all tests of it are left out, too.
afterAll(() => server?.stop());

describe.skipIf(!server).each(["redis", "ioredis"] as const)("redisLock with %s", (kind) => {
  const { port, restart } = server as LockServer;
  const admin = async <T>(work: (client: Redis) => Promise<T>): Promise<T> => {
    const client = new Redis(port, "127.0.0.1");
    try {
      return await work(client);
    } finally {
      client.disconnect();
    }
  };
  const lose = () =>
    admin(async (client) => {
      // What a jump of the server's clock does.
      for (const key of await client.keys("cloud-clients:lock:{*}")) await client.pexpireat(key, 1);
    });

  itKeepsItsPromises({
    kind,
    at: () => port,
    inOrder: true,
    hasLease: true,
    lose,
    restart,
    inProcess: kind === "redis",
  });

  it("goes on when the connection is killed in mid-edit: the lease is still there", async () => {
    const service = await startListService();
    const { lock, close } = await openLock(kind, port);
    await editEntries<{ name: string }>(namesAt(service.url, { lock }), async (names) => {
      await admin((client) => client.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"));
      return [...names, { name: "killed" }];
    });
    expect(service.names()).toEqual(["killed"]);
    await close();
    await service.close();
  });

  it("leaves nothing behind", async () => {
    const { lock, close } = await openLock(kind, port);
    await admin((client) => client.flushall());
    await lock("https://a.example/nothing", async () => {});
    expect(await admin((client) => client.keys("*"))).toEqual([]);
    await close();
  });
});

describe.skipIf(!server)("redisLock", () => {
  const { port } = server as LockServer;
  it("is not taken by somebody who asks at the right moment while another one came first", async () => {
    const resource = "https://a.example/queue";
    const clients = [1, 2, 3].map(() => new Redis(port, "127.0.0.1"));
    // The one who came first asks once, and then not until it may.
    let asked = 0;
    let goOn = (): void => {};
    const may = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const slow = {
      status: "ready",
      eval: async (...args: [string, number, ...string[]]) => {
        if (asked++ > 0) await may;
        return clients[0]?.eval(...args);
      },
    };
    const lockOf = async (client: IoRedisClient): Promise<Lock> => {
      vi.resetModules();
      return (await import("../src/redis.js")).redisLock(client);
    };
    const [holder, quick] = [await lockOf(clients[1] as Redis), await lockOf(clients[2] as Redis)];
    const first = await lockOf(slow);
    const order: string[] = [];
    let waiting: Promise<unknown>[] = [];
    await holder(resource, async () => {
      const came = first(resource, async () => order.push("first"));
      await vi.waitFor(() => expect(asked).toBeGreaterThan(1), 5_000);
      waiting = [came, quick(resource, async () => order.push("second"))];
    });
    await sleep(300);
    expect(order).toEqual([]);
    goOn();
    await Promise.all(waiting);
    expect(order).toEqual(["first", "second"]);
    for (const client of clients) client.disconnect();
  });

  it("refuses a client that is closed", async () => {
    const never = createClient({ socket: { host: "127.0.0.1", port } });
    const ended = new Redis(port, "127.0.0.1", { lazyConnect: true });
    await ended.connect();
    const end = once(ended, "end");
    await ended.quit();
    await end;
    for (const client of [never, ended]) {
      await expect(redisLock(client)("https://a.example/closed", async () => {})).rejects.toThrow(
        "the client of redisLock must be connected, but it is closed",
      );
    }
  });
});
