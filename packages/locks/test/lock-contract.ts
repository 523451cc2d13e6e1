import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Lock } from "@cloud-clients/runtime";
import { addEntries, editEntries } from "@cloud-clients/runtime/kit";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { type ListService, namesAt, startListService } from "./list-service.js";
import type { Kind, OpenLock, Place } from "./open-lock.js";
import { buildWriter, kill, startWriter, type Writer } from "./start-writer.js";
import type { Order } from "./writer.js";

/** What is tested. */
export interface LockStage {
  readonly kind: Kind;
  readonly at: () => Place;
  /** Whether those who wait get the lock in their order. */
  readonly inOrder: boolean;
  /** Takes the lock from whoever holds it; left out where the system prevents it. */
  readonly lose?: (() => Promise<void>) | undefined;
  /** Whether a stopped holder loses the lock. */
  readonly hasLease: boolean;
  /** Restarts a server that forgets its locks; left out where they survive. */
  readonly restart?: (() => Promise<void>) | undefined;
  /** Whether what needs processes of its own is left to another stage of the same engine. */
  readonly inProcess?: boolean;
}

const leaseMs = 3_000;
/** Of an attempt that nothing is to end, however slow this machine is; the lease must be longer. */
const longAttemptMs = 60_000;

/** Something to wait for until it is opened. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** What every lock promises. */
export function itKeepsItsPromises(stage: LockStage): void {
  const { kind, inOrder, hasLease, lose, restart } = stage;
  let service: ListService;
  let writerFile: string;
  const opened: OpenLock[] = [];
  const writers: Writer[] = [];

  /** A lock as another process has it: with modules and a client of its own. */
  const open = async (options = hasLease ? { leaseMs } : {}): Promise<Lock> => {
    vi.resetModules();
    const { openLock } = await import("./open-lock.js");
    const one = await openLock(kind, stage.at(), options);
    opened.push(one);
    return one.lock;
  };
  const longLease = hasLease ? { leaseMs: 2 * longAttemptMs } : {};
  const start = (order: Omit<Order, "kind" | "at" | "url">): Writer => {
    const lease = hasLease ? { leaseMs } : {};
    const writer = startWriter(writerFile, {
      kind,
      at: stage.at(),
      url: service.url,
      ...lease,
      ...order,
    });
    writers.push(writer);
    return writer;
  };
  const names = (lock: Lock) => namesAt(service.url, { lock, attemptTimeoutMs: 1_000 });
  const add = (lock: Lock, name: string) => addEntries(names(lock), [{ name }]);

  beforeAll(async () => {
    service = await startListService();
    writerFile = await buildWriter();
  });
  afterEach(async () => {
    for (const writer of writers.splice(0)) await kill(writer);
    for (const { close } of opened.splice(0)) await close();
  });
  afterAll(async () => {
    await service?.close();
    await rm(writerFile, { force: true });
  });

  it(`has one holder at a time${inOrder ? ", in the order in which they came" : ""}`, async () => {
    const order: number[] = [];
    let holders = 0;
    const locks = await Promise.all([1, 2, 3, 4, 5].map(() => open()));
    const started: Promise<unknown>[] = [];
    for (const [index, lock] of locks.entries()) {
      const running = lock("https://a.example/one", async () => {
        order.push(index);
        expect(++holders).toBe(1);
        await sleep(index === 0 ? 1_000 : 20);
        holders--;
      });
      started.push(running);
      // Long enough for it to have asked: it is the engine that keeps the order.
      await sleep(150);
    }
    await Promise.all(started);
    expect(inOrder ? order : [...order].sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it("locks each resource by itself, whatever its address", async () => {
    const lock = await open();
    const addresses = ["", "/x y/*?'\"{}", `https://a.example/${"long/".repeat(2_000)}`, "ü\n"];
    const within = async ([first, ...others]: string[]): Promise<string> =>
      first === undefined ? "all held" : lock(first, () => within(others));
    expect(await within(addresses)).toBe("all held");
  });

  it("is not waited for any longer when the signal aborts or waitMs is over", async () => {
    const [lock, other, third] = [await open(), await open(), await open()];
    await lock("https://a.example/two", async () => {
      const abort = new AbortController();
      const waiting = other("https://a.example/two", async () => "never", abort.signal);
      await sleep(200);
      abort.abort();
      await expect(waiting).rejects.toMatchObject({ kind: "aborted" });
    });
    expect(await third("https://a.example/two", async () => "free again")).toBe("free again");
    const { openLock } = await import("./open-lock.js");
    const hasty = await openLock(kind, stage.at(), { waitMs: 200 });
    opened.push(hasty);
    await lock("https://a.example/two", () =>
      expect(hasty.lock("https://a.example/two", async () => "never")).rejects.toMatchObject({
        kind: "timeout",
      }),
    );
  });

  it("is free again when the task fails", async () => {
    const [lock, other] = [await open(), await open()];
    const fails = lock("https://a.example/three", () => Promise.reject(new Error("no")));
    await expect(fails).rejects.toThrow("no");
    expect(await other("https://a.example/three", async () => "mine")).toBe("mine");
  });

  if (lose) {
    it("that is lost ends an edit before its PUT", async () => {
      const [lock, other] = [await open(), await open()];
      const before = service.writes();
      const inside = gate();
      const goOn = gate();
      const edit = editEntries<{ name: string }>(names(lock), async (list) => {
        inside.open();
        await goOn.opened;
        return [...list, { name: `${kind}: lost` }];
      });
      await inside.opened;
      await lose();
      await add(other, `${kind}: the next`);
      goOn.open();
      await expect(edit).rejects.toMatchObject({ kind: "lock-lost" });
      expect(service.writes()).toBe(before + 1);
      expect(service.names()).not.toContain(`${kind}: lost`);
    });

    it("that is lost does not free the next holder's when it ends", async () => {
      const [lock, next, third] = [await open(), await open(), await open()];
      const resource = "https://a.example/four";
      const inside = gate();
      const goOn = gate();
      const first = lock(resource, () => {
        inside.open();
        return goOn.opened;
      });
      await inside.opened;
      await lose();
      let thirdHolds = false;
      await next(resource, async (hold) => {
        goOn.open();
        await first;
        const waiting = third(resource, async () => {
          thirdHolds = true;
        });
        waiting.catch(() => {});
        await sleep(300);
        await hold?.check();
        expect(thirdHolds).toBe(false);
      });
      await vi.waitFor(() => expect(thirdHolds).toBe(true), 10_000);
    });

    it("cannot keep an edit that is past its last check from writing after the next holder", async () => {
      // The next holder writes while this attempt lasts, so that may take as long as it takes.
      const [lock, other] = [await open(longLease), await open()];
      const steps: string[] = [];
      const fetch: typeof globalThis.fetch = async (input, init) => {
        const method = init?.method ?? (input instanceof Request ? input.method : "GET");
        if (method === "PUT") {
          await lose();
          await add(other, `${kind}: overwritten`);
          steps.push(service.names().includes(`${kind}: overwritten`) ? "theirs is there" : "?");
        }
        const response = await globalThis.fetch(input, init);
        if (method === "PUT") {
          steps.push(service.names().includes(`${kind}: overwritten`) ? "?" : "theirs is gone");
        }
        return response;
      };
      const late = namesAt(service.url, { lock, attemptTimeoutMs: longAttemptMs }, fetch);
      await addEntries(late, [{ name: `${kind}: late` }]);
      expect(steps).toEqual(["theirs is there", "theirs is gone"]);
    });
  }

  if (restart) {
    it("ends an edit before its PUT when the server restarts and forgets, and locks again afterwards", async () => {
      const lock = await open();
      const before = service.writes();
      const edit = editEntries<{ name: string }>(names(lock), async (list) => {
        await restart();
        return [...list, { name: `${kind}: restarted` }];
      });
      await expect(edit).rejects.toMatchObject({ kind: "lock-lost" });
      expect(service.writes()).toBe(before);
      await add(lock, `${kind}: after the restart`);
      expect(service.names()).toContain(`${kind}: after the restart`);
      expect(service.names()).not.toContain(`${kind}: restarted`);
    });
  }

  if (hasLease) {
    it("is renewed while an edit takes longer than the lease", async () => {
      const [lock, other] = [await open({ leaseMs: 2_000 }), await open()];
      const order: string[] = [];
      const inside = gate();
      const slow = lock("https://a.example/five", async (hold) => {
        inside.open();
        await sleep(3_000);
        await hold?.check();
        order.push("slow");
      });
      await inside.opened;
      await other("https://a.example/five", async () => order.push("next"));
      await slow;
      expect(order).toEqual(["slow", "next"]);
    });
  }

  if (stage.inProcess) return;

  it("passes on when its holder is killed", async () => {
    const lock = await open();
    const writer = start({ names: [`${kind}: killed`], stops: true });
    await writer.inside;
    await kill(writer);
    await add(lock, `${kind}: after the killed one`);
    expect(service.names()).toContain(`${kind}: after the killed one`);
    expect(service.names()).not.toContain(`${kind}: killed`);
  });

  if (hasLease) {
    it("passes on from a holder that is stopped for longer than the lease, which does not write", async () => {
      const lock = await open();
      const writer = start({ names: [`${kind}: stopped`], stops: true });
      await writer.inside;
      writer.process.kill("SIGSTOP");
      await add(lock, `${kind}: meanwhile`);
      writer.process.kill("SIGCONT");
      writer.goOn();
      expect(await writer.ends).toEqual(["lock-lost"]);
      expect(service.names()).toContain(`${kind}: meanwhile`);
      expect(service.names()).not.toContain(`${kind}: stopped`);
    });
  } else {
    // Windows cannot stop a process.
    it.skipIf(process.platform === "win32")(
      "is kept by a stopped holder, which writes when it goes on",
      async () => {
        const lock = await open();
        const writer = start({ names: [`${kind}: stopped`], stops: true });
        await writer.inside;
        writer.process.kill("SIGSTOP");
        const waiting = add(lock, `${kind}: afterwards`);
        await sleep(500);
        expect(service.names()).not.toContain(`${kind}: afterwards`);
        writer.process.kill("SIGCONT");
        writer.goOn();
        expect(await writer.ends).toEqual(["done"]);
        await waiting;
        expect(service.names()).toEqual(
          expect.arrayContaining([`${kind}: stopped`, `${kind}: afterwards`]),
        );
      },
    );
  }

  it("lets 50 writers lose nothing, with three requests each, whatever their clocks say", async () => {
    const asked = service.requests.length;
    const given = Array.from({ length: 2 }, (_, process) =>
      Array.from({ length: 25 }, (_, index) => `${kind}: ${process}/${index}`),
    );
    const dayMs = 24 * 60 * 60 * 1_000;
    const started = given.map((some, index) =>
      start({
        ...longLease,
        attemptTimeoutMs: longAttemptMs,
        names: some,
        clockMs: (2 * index - 1) * dayMs,
      }),
    );
    const ends = await Promise.all(started.map((writer) => writer.ends));
    expect(ends.flat()).toEqual(Array.from({ length: 50 }, () => "done"));
    expect(service.names()).toEqual(expect.arrayContaining(given.flat()));
    const made = (method: string) =>
      service.requests.slice(asked).filter((one) => one === method).length;
    expect(made("PUT")).toBe(50);
    // Two each, and one more by an edit that was held up for so long after its first that it looks again.
    expect(made("GET")).toBeGreaterThanOrEqual(100);
    expect(made("GET")).toBeLessThan(125);
  });
}
