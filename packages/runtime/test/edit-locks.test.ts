import { describe, expect, it } from "vitest";
import {
  addEntries,
  editEntries,
  type Hold,
  type Lock,
  planEntries,
  verifyEntries,
} from "../src/kit.js";
import { json } from "./tiny-api.js";
import { onPorts, portService, type TinyPort } from "./tiny-ports.js";

const http: TinyPort = { port: 80, protocol: "TCP", target: 8080 };
const dns: TinyPort = { port: 53, protocol: "UDP", target: 5353 };
const ssh: TinyPort = { port: 22, protocol: "TCP", target: 22 };

describe("an edit inside an edit of the same resource", () => {
  it.each([
    ["at once", (inner: () => Promise<unknown>) => inner()],
    ["after a wait", (inner: () => Promise<unknown>) => Promise.resolve().then(inner)],
    [
      "from a timer",
      (inner: () => Promise<unknown>) =>
        new Promise((done, fail) => {
          setTimeout(() => inner().then(done, fail), 1);
        }),
    ],
  ])("is refused, naming both, when it begins %s", async (_, start) => {
    const service = portService([http]);
    const edit = editEntries<TinyPort>(onPorts(service), async (ports) => {
      await start(() => addEntries(onPorts(service), [ssh]));
      return ports;
    });
    await expect(edit).rejects.toThrow(
      "an edit of ports of t1 was started inside an edit of ports of t1 and would wait for it forever",
    );
    expect(await addEntries(onPorts(service), [dns])).toMatchObject({ changed: true });
  });

  it("is refused, too, when an edit of another resource stands between", async () => {
    const service = portService([http]);
    const other = { ...onPorts(service), id: "t2" };
    const edit = editEntries<TinyPort>(onPorts(service), async (ports) => {
      await editEntries<TinyPort>(other, async (others) => {
        await addEntries(onPorts(service), [ssh]);
        return others;
      });
      return ports;
    });
    await expect(edit).rejects.toThrow("an edit of ports of t1 was started inside");
  });

  it("is refused inside a plan, too, which it would put out of date", async () => {
    const service = portService([http]);
    const plan = planEntries<TinyPort>(onPorts(service), async (ports) => {
      await addEntries(onPorts(service), [ssh]);
      return ports;
    });
    await expect(plan).rejects.toThrow(
      "an edit of ports of t1 was started inside a plan of ports of t1 and would make the plan outdated",
    );
    expect(service.count("PUT")).toBe(0);
  });

  it("is none on another resource, nor once the outer one is over", async () => {
    const service = portService([http]);
    const other = { ...onPorts(service), id: "t2" };
    let later: Promise<unknown> | undefined;
    await editEntries<TinyPort>(onPorts(service), async (ports) => {
      await verifyEntries(onPorts(service), [http]);
      await addEntries(other, [http]);
      later = new Promise((resolve) => setTimeout(resolve, 50)).then(() =>
        addEntries(onPorts(service), [dns]),
      );
      return ports;
    });
    expect(await later).toMatchObject({ changed: true });
  });
});

describe("a lock of the caller's", () => {
  it.each<[string, Lock, string]>([
    [
      "that never runs the edit",
      () => Promise.resolve(undefined as never),
      "without running the edit",
    ],
    ["that runs it twice", (_, task) => task().then(() => task()), "ran the edit twice"],
  ])("%s is refused", async (_, lock, message) => {
    await expect(addEntries(onPorts(portService([]), { lock }), [dns])).rejects.toThrow(message);
  });

  it.each<[string, Lock]>([
    ["returns nothing", (_, task) => task().then(() => undefined as never)],
    [
      "does not wait for the edit",
      async (_, task) => {
        void task();
        return undefined as never;
      },
    ],
  ])("that %s hides no result", async (_, lock) => {
    const service = portService([http]);
    expect(await addEntries(onPorts(service, { lock }), [dns])).toMatchObject({ changed: true });
    expect(service.ports).toHaveLength(2);
  });

  it("that fails while the edit fails leaves no rejection behind", async () => {
    const service = portService(null);
    const lock: Lock = (_, task) => {
      void task();
      return Promise.reject(new Error("no lock"));
    };
    await expect(addEntries(onPorts(service, { lock }), [dns])).rejects.toThrow("no lock");
    await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it("that goes on waiting after an abort ends the edit, and can no longer run it", async () => {
    const service = portService([http]);
    const controller = new AbortController();
    let late: Promise<unknown> | undefined;
    const lock: Lock = async (_, task) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      late = task().catch((error) => error);
      return task();
    };
    setTimeout(() => controller.abort("enough"), 5);
    const { signal } = controller;
    await expect(addEntries(onPorts(service, { lock, signal }), [dns])).rejects.toMatchObject({
      name: "AbortedError",
      cause: "enough",
      message: "waiting for ports of t1 was aborted by the caller",
    });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(late).toBeUndefined();
    expect(service.asked).toEqual([]);
  });

  it.each([null, {}, { check: true }])(
    "that passes %j instead of a hold is refused",
    async (hold) => {
      const service = portService([http]);
      const lock: Lock = (_, task) => task(hold as unknown as Hold);
      await expect(addEntries(onPorts(service, { lock }), [dns])).rejects.toThrow(
        "what a lock passes to the edit must be nothing, or an object with a function check",
      );
      expect(service.asked).toEqual([]);
    },
  );

  it("that swallows errors hides none", async () => {
    const service = portService([http]);
    service.beforeWrite = () => json({}, { status: 400 });
    const lock: Lock = (_, task) => task().catch(() => undefined as never);
    await expect(addEntries(onPorts(service, { lock }), [dns])).rejects.toMatchObject({
      status: 400,
    });
  });
});

describe("a lock that can be lost", () => {
  /** A lock whose holder asks `check` before each write. */
  const losable =
    (check: () => Promise<void>, leaseMs?: number): Lock =>
    (_, task) =>
      task(leaseMs === undefined ? { check } : { check, leaseMs });
  const gone = new Error("the lease has ended");

  it("does not outlast an abort while it is asked", async () => {
    const service = portService([http]);
    const controller = new AbortController();
    const lock = losable(() => {
      setTimeout(() => controller.abort("enough"), 5);
      return new Promise(() => {});
    });
    const { signal } = controller;
    await expect(addEntries(onPorts(service, { lock, signal }), [dns])).rejects.toMatchObject({
      name: "AbortedError",
      cause: "enough",
    });
    expect(service.count("PUT")).toBe(0);
  });

  it("is asked once before a write, after the read it is based on", async () => {
    const service = portService([http]);
    const seen: number[] = [];
    const lock = losable(async () => void seen.push(service.asked.length), 30_000);
    await addEntries(onPorts(service, { lock }), [dns]);
    expect(seen).toEqual([1]);
  });

  it("keeps a write from being sent", async () => {
    const service = portService([http]);
    const lock = losable(() => Promise.reject(gone));
    const edit = addEntries(onPorts(service, { lock }), [dns]);
    await expect(edit).rejects.toMatchObject({
      kind: "lock-lost",
      message: "the lock of ports of t1 was lost before the write, which was not sent",
      cause: gone,
    });
    expect(service.count("PUT")).toBe(0);
  });

  it("keeps a write whose response was lost from being repeated", async () => {
    const service = portService([http]);
    service.beforeWrite = () => json({}, { status: 502 });
    let checks = 0;
    const lock = losable(() => (++checks > 1 ? Promise.reject(gone) : Promise.resolve()));
    const edit = addEntries(onPorts(service, { lock }), [dns]);
    await expect(edit).rejects.toThrow(
      "was lost before a write whose outcome is unknown could be repeated",
    );
    expect(service.count("PUT")).toBe(1);
  });

  it("keeps a write that was refused as too early from being sent again", async () => {
    const service = portService([http]);
    service.beforeWrite = () => json({}, { status: 429, headers: { "retry-after": "0" } });
    let checks = 0;
    const lock = losable(() => (++checks > 1 ? Promise.reject(gone) : Promise.resolve()));
    const edit = addEntries(onPorts(service, { lock }), [dns]);
    await expect(edit).rejects.toMatchObject({ kind: "lock-lost", cause: gone });
    expect(service.count("PUT")).toBe(1);
  });

  it("is not asked by an edit that writes nothing", async () => {
    const service = portService([http]);
    const lock = losable(() => Promise.reject(gone));
    expect(await addEntries(onPorts(service, { lock }), [http])).toMatchObject({ changed: false });
  });

  it.each([29_999, 0, Number.NaN])(
    "is refused with a lease of %d ms, which a request may outlast",
    async (leaseMs) => {
      const service = portService([http]);
      const lock = losable(() => Promise.resolve(), leaseMs);
      await expect(addEntries(onPorts(service, { lock }), [dns])).rejects.toThrow(
        `the lease of the lock, in milliseconds, must be at least attemptTimeoutMs, 30000, not ${leaseMs}`,
      );
      expect(service.asked).toHaveLength(0);
    },
  );
});
