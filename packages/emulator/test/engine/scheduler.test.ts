import { beforeEach, describe, expect, it } from "vitest";
import { createEmulator, type Emulator, type PpioGpuState } from "../../src/index.js";
import { first } from "../helpers/first.js";
import { callPpio } from "../helpers/ppio.js";

let emulator: Emulator<PpioGpuState>;
let id: string;

beforeEach(() => {
  emulator = createEmulator("ppio-gpu", { instances: 3 });
  id = first(emulator.state.instances.keys());
});

function write(port: number, init?: RequestInit): Promise<Response> {
  const body = { ports: [{ port, protocol: "tcp" }] };
  return callPpio(emulator.fetch, "PUT", `/instances/${id}/ports`, body, init);
}

function storedPorts(): number[] | undefined {
  return emulator.state.instances.get(id)?.ports.map(({ port }) => port);
}

describe("a held request", () => {
  it("waits before it takes effect, then before the response", async () => {
    const { scheduler } = emulator;
    const before = storedPorts();
    scheduler.hold();
    const pending = write(1);
    expect(await scheduler.whenWaiting(1)).toMatchObject([
      { id: 1, at: "received", request: { operation: "updateInstancePorts" } },
    ]);
    expect(storedPorts()).toEqual(before);
    expect(await scheduler.step()).toEqual({ id: 1, at: "committed" });
    expect(storedPorts()).toEqual([1]);
    expect(await scheduler.step()).toEqual({ id: 1, at: "done" });
    expect((await pending).status).toBe(200);
    expect(scheduler.waiting()).toEqual([]);
  });

  it("waits only where the rule says, and only if it matches", async () => {
    const { scheduler } = emulator;
    scheduler.hold({ method: "PUT", nth: 2, at: "committed" });
    await callPpio(emulator.fetch, "GET", `/instances/${id}`);
    await write(1);
    const pending = write(2);
    expect(await scheduler.whenWaiting(1)).toMatchObject([{ id: 3, at: "committed" }]);
    scheduler.release(3);
    await pending;
  });

  it("rejects with the reason when it is aborted, and waits no longer", async () => {
    const { scheduler } = emulator;
    const before = storedPorts();
    scheduler.hold();
    const controller = new AbortController();
    const pending = write(1, { signal: controller.signal }).catch((reason: unknown) => reason);
    await scheduler.whenWaiting(1);
    controller.abort("enough");
    expect(await pending).toBe("enough");
    expect([scheduler.waiting(), storedPorts()]).toEqual([[], before]);
  });

  it("goes to its end when everything is released", async () => {
    const { scheduler } = emulator;
    scheduler.hold();
    const pending = [write(1), write(2)];
    await scheduler.whenWaiting(2);
    scheduler.releaseAll();
    const statuses = (await Promise.all(pending)).map(({ status }) => status);
    expect(statuses).toEqual([200, 200]);
    expect((await write(3)).status).toBe(200);
  });

  it("goes on waiting when its rule ends, but later ones do not begin to", async () => {
    const { scheduler } = emulator;
    const end = scheduler.hold({ at: "received" });
    const pending = write(1);
    await scheduler.whenWaiting(1);
    end();
    await write(2);
    expect(scheduler.waiting()).toHaveLength(1);
    await scheduler.step();
    await pending;
    expect(storedPorts()).toEqual([1]);
  });

  it("that does not exist cannot be released or stepped", async () => {
    expect(() => emulator.scheduler.release(1)).toThrow("request 1 is not waiting");
    await expect(emulator.scheduler.step()).rejects.toThrow("no request is waiting");
    expect(() => emulator.scheduler.hold({ operation: "nope" })).toThrow("no operation");
  });
});

describe("two writers", () => {
  it.each([
    ["first, second", [0, 1], [2]],
    ["second, first", [1, 0], [1]],
  ])("take effect in the order %s when told so", async (_order, order, expected) => {
    const { scheduler } = emulator;
    scheduler.hold({ at: "received" });
    const pending = [write(1), write(2)];
    const waiting = await scheduler.whenWaiting(2);
    for (const index of order) await scheduler.step(waiting[index]?.id);
    await Promise.all(pending);
    expect(storedPorts()).toEqual(expected);
  });
});
