import { describe, expect, it } from "vitest";
import { createEmulator } from "../../src/index.js";
import { first } from "../helpers/first.js";
import { callPpio } from "../helpers/ppio.js";

describe("the log of requests", () => {
  it("has the status of each response, and none where there was no response", async () => {
    const emulator = createEmulator("ppio-gpu", { instances: 1 });
    const send = () => callPpio(emulator.fetch, "GET", "/instances");
    emulator.scheduler.hold({ at: "committed", times: 1 });
    const held = send();
    await emulator.scheduler.whenWaiting(1);
    expect(emulator.requests.map(({ status }) => status)).toEqual([undefined]);
    emulator.scheduler.releaseAll();
    await held;
    emulator.faults.add({ fault: { kind: "status", status: 503, when: "after" } });
    await send();
    emulator.faults.add({ fault: { kind: "reset", when: "after" } });
    await send().catch(() => undefined);
    await emulator.fetch("https://api.ppio.com/nowhere");
    expect(emulator.requests.map(({ status }) => status)).toEqual([200, 503, undefined, 404]);
  });

  it("keeps a body up to a bound, and of a larger one its size", async () => {
    const emulator = createEmulator("ppio-gpu", { instances: 1, loggedBodyBytes: 20 });
    const send = (body: string) =>
      callPpio(emulator.fetch, "POST", "/instances", undefined, { body });
    for (const body of ["[1]", `"${"x".repeat(18)}"`, `"${"x".repeat(19)}"`, "é"]) await send(body);
    const kept = emulator.requests.map(({ body, bodyBytes }) => [body, bodyBytes]);
    expect(kept).toEqual([
      [[1], 3],
      ["x".repeat(18), 20],
      [undefined, 21],
      ["é", 2],
    ]);
  });

  it("keeps as many requests as it is told, the newest, and counts the others", async () => {
    const emulator = createEmulator("ppio-gpu", { instances: 1, loggedRequests: 2 });
    for (let n = 0; n < 5; n += 1) await callPpio(emulator.fetch, "GET", "/regions");
    expect(emulator.requests.map(({ id }) => id)).toEqual([4, 5]);
    expect(emulator.droppedRequests).toBe(3);
  });

  it("keeps 16 MiB, whatever is sent", async () => {
    const emulator = createEmulator("ppio-gpu", { instances: 1 });
    const path = `/instances/${first(emulator.state.instances.keys())}/ports`;
    const body = JSON.stringify({ ports: "x".repeat(65_000) });
    for (let n = 0; n < 300; n += 1) {
      await callPpio(emulator.fetch, "PUT", path, undefined, { body });
    }
    const characters = emulator.requests.reduce((sum, { bodyBytes }) => sum + bodyBytes, 0);
    expect(characters).toBeGreaterThan(15 * 2 ** 20);
    expect(characters).toBeLessThan(16 * 2 ** 20);
    expect(emulator.requests.length + emulator.droppedRequests).toBe(300);
    expect(emulator.requests.at(-1)?.id).toBe(300);
  });
});
