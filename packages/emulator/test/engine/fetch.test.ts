import { describe, expect, it } from "vitest";
import { createEmulator } from "../../src/index.js";

const url = "https://api.ppio.com/gpus/v2/instances?limit=1";
const headers = { authorization: "Bearer key" };

describe("fetch", () => {
  const emulator = createEmulator("ppio-gpu", { instances: 2 });

  it.each([
    ["text", url, { headers }],
    ["a URL", new URL(url), { headers }],
    ["a Request", new Request(url, { headers }), undefined],
    ["a Request and further options", new Request(url), { headers }],
  ])("takes %s", async (_what, input, init) => {
    expect((await emulator.fetch(input, init)).status).toBe(200);
  });

  it("works without its object, as the platform's does", async () => {
    const { fetch } = emulator;
    expect((await fetch(url, { headers })).status).toBe(200);
  });

  it("rejects with the reason of a signal that is aborted already, in either place", async () => {
    const arrivedBefore = emulator.requests.length;
    const signal = AbortSignal.abort("no");
    await expect(emulator.fetch(url, { headers, signal })).rejects.toBe("no");
    await expect(emulator.fetch(new Request(url, { headers, signal }))).rejects.toBe("no");
    expect(emulator.requests).toHaveLength(arrivedBefore);
  });

  it("leaves nothing on a signal that outlives many requests", async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners += 1;
      add(...args);
    };
    const remove = signal.removeEventListener.bind(signal);
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners -= 1;
      remove(...args);
    };
    emulator.faults.add({ times: 20, fault: { kind: "latency", ms: 0 } });
    for (let n = 0; n < 20; n += 1) await emulator.fetch(url, { headers, signal });
    expect(listeners).toBe(0);
  });

  it("keeps the last 10 000 requests in the log", async () => {
    const { fetch, requests } = createEmulator("ppio-gpu", { instances: 0 });
    for (let n = 0; n < 10_001; n += 1) await fetch("https://api.ppio.com/x");
    expect([requests.length, requests[0]?.id]).toEqual([10_000, 2]);
  });
});
