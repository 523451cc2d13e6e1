import { addEntries } from "@cloud-clients/runtime/kit";
import { describe, expect, it } from "vitest";
import { redisLock } from "../src/redis.js";
import { namesAt, startListService } from "./list-service.js";

/** What the scripts of redisLock return: the lock is granted. */
const granted = -1;

/** A client that grants the lock, and then responds as it is told. */
function clientThat(respond: () => Promise<unknown>) {
  let asked = 0;
  return { isOpen: true, eval: () => (asked++ === 0 ? Promise.resolve(granted) : respond()) };
}

const resource = (name: string): string => `https://engine.example/${name}`;

describe("a renewal", () => {
  it("that gets no response in time counts as lost, and holds up neither the edit nor its end", async () => {
    const lock = redisLock(
      clientThat(() => new Promise(() => {})),
      { leaseMs: 1_000 },
    );
    await lock(resource("silent"), async (hold) => {
      await expect(hold?.check()).rejects.toMatchObject({ kind: "timeout" });
    });
  });

  it("whose response this process sees too late counts as lost", async () => {
    const late = async (): Promise<number> => {
      const end = performance.now() + 400;
      while (performance.now() < end);
      return 1;
    };
    const lock = redisLock(clientThat(late), { leaseMs: 1_000 });
    await lock(resource("late"), async (hold) => {
      await expect(hold?.check()).rejects.toThrow("took too long");
    });
  });

  it("promises the lease less the time that it may take", async () => {
    const lock = redisLock(clientThat(async () => 1));
    const quick = redisLock(
      clientThat(async () => 1),
      { leaseMs: 4_000 },
    );
    expect(await lock(resource("long"), async (hold) => hold?.leaseMs)).toBe(55_000);
    expect(await quick(resource("long"), async (hold) => hold?.leaseMs)).toBe(3_000);
  });
});

describe("edits of one process", () => {
  it("ask the engine one at a time, in their order, also when one of them gives up", async () => {
    const steps: string[] = [];
    const client = {
      isOpen: true,
      eval: async () => {
        steps.push("asked");
        return granted;
      },
    };
    const lock = redisLock(client);
    const abort = new AbortController();
    const task = (name: string) => async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      steps.push(name);
    };
    const first = lock(resource("turns"), task("first"));
    const second = lock(resource("turns"), task("second"), abort.signal);
    const third = lock(resource("turns"), task("third"));
    abort.abort();
    await expect(second).rejects.toMatchObject({ kind: "aborted" });
    await Promise.all([first, third]);
    // Each asks once to get it and once to free it.
    expect(steps).toEqual(["asked", "first", "asked", "asked", "third", "asked"]);
  });

  it("wait for those without a lock, too", async () => {
    const service = await startListService();
    const client = {
      isOpen: true,
      // Only a renewal is asked with a token and a lease.
      eval: async (_: string, asked: { arguments: string[] }) =>
        asked.arguments.length === 2 ? 1 : granted,
    };
    const lock = redisLock(client);
    const names = Array.from({ length: 10 }, (_, index) => `name ${index}`);
    const edits = names.map((name, index) =>
      addEntries(namesAt(service.url, index % 2 === 0 ? { lock } : {}), [{ name }]),
    );
    await Promise.all(edits);
    expect(service.names().sort()).toEqual(names);
    await service.close();
  });
});
