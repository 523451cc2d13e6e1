import { describe, expect, it } from "vitest";
import {
  createClock,
  createEmulator,
  type FaultRule,
  type HoldRule,
  type ListenOptions,
  type PpioGpuOptions,
  type PpioGpuState,
  type VpcepOptions,
} from "../../src/index.js";

describe("createEmulator", () => {
  it.each([
    [{ instance: 3 }, 'has no option "instance"; did you mean instances?'],
    [{ services: 3 }, 'has no option "services"; there are seed, clock'],
    [{ ApiKeys: ["a"] }, "did you mean apiKeys?"],
    [{ instances: -1 }, "instances must be a whole number from 0 to 1000000, not -1"],
    [{ instances: Number.NaN }, "instances must be a whole number from 0 to 1000000, not NaN"],
    [{ instances: "3" }, 'instances must be a whole number from 0 to 1000000, not "3"'],
    [{ seed: 1.5 }, "seed must be a whole number of at least 0, not 1.5"],
    [{ clock: "walls" }, 'clock must be "wall", or a clock as createClock makes it, not "walls"'],
    [{ clock: { now: 5 } }, "clock must be"],
    [{ speed: 60 }, 'speed needs clock: "wall"'],
    [{ clock: "wall", speed: 0 }, "speed must be a number above 0, up to 86400, not 0"],
    [{ strict: 1 }, "strict must be true or false, not 1"],
    [
      { cors: "*" },
      'cors must be true, false, or a list of origins as in https://app.example, not "*"',
    ],
    [{ cors: ["*"] }, "cors must be"],
    [{ cors: ["https://app.example/"] }, "cors must be"],
    [{ maxBodyBytes: -1 }, "maxBodyBytes must be a whole number of at least 0, not -1"],
    [null, "the options must be an object, not null"],
    [[], "the options must be an object, not a list"],
  ])("refuses %j in one line", (options, message) => {
    const create = () => createEmulator("ppio-gpu", options as PpioGpuOptions);
    expect(create).toThrow(message);
    expect(create).toThrow(/^createEmulator\("ppio-gpu"\)[^\n]+$/);
  });

  it.each([
    [{ token: ["a"] }, "did you mean tokens?"],
    [{ errorEnvelope: "round" }, 'errorEnvelope must be "nested" or "flat", not "round"'],
    [{ projectId: "" }, "projectId must be text that is not empty"],
  ])("refuses %j for VPCEP", (options, message) => {
    expect(() => createEmulator("huaweicloud-vpcep", options as VpcepOptions)).toThrow(message);
  });

  it.each([
    { tokens: "hush" },
    { tokens: [{ hush: "hush" }] },
    { accessKeys: { hush: "" } },
    { accessKeys: "hush" },
    { accessKeys: { id: { secret: "hush" } } },
  ])("never shows what was given for credentials: %j", (options) => {
    const create = () => createEmulator("huaweicloud-vpcep", options as VpcepOptions);
    expect(create).toThrow(TypeError);
    expect(create).not.toThrow("hush");
  });

  it("takes an option that is undefined for one that is left out", () => {
    const { state } = createEmulator("ppio-gpu", { instances: undefined });
    expect(state.instances.size).toBe(250);
  });
});

describe("faults.add", () => {
  const { faults } = createEmulator("ppio-gpu", { instances: 0 });
  const reset = { kind: "reset", when: "before" };

  it.each([
    [
      { match: { methd: "PUT" }, fault: reset },
      'match has no option "methd"; did you mean method?',
    ],
    [{ match: {}, fault: reset }, "match is empty; leave it out to match every request"],
    [{ match: { operation: undefined }, fault: reset }, "match is empty"],
    [{ match: "PUT", fault: reset }, 'the options must be an object, not "PUT"'],
    [{ match: { method: "PTU" }, fault: reset }, 'method must be "GET" or "HEAD"'],
    [{ match: { path: "instances" }, fault: reset }, "path must be a path that begins with /"],
    [{ match: { where: true }, fault: reset }, "where must be a function, not true"],
    [{ match: { nth: Number.NaN }, fault: reset }, "nth must be a whole number of at least 1"],
    [{ tims: 2, fault: reset }, 'has no option "tims"; did you mean times?'],
    [{ times: 1.5, fault: reset }, "times must be a whole number of at least 1, or Infinity"],
    [{ fault: { kind: "delay", ms: 5 } }, 'no fault has the kind "delay"; did you mean latency?'],
    [{ fault: { kind: "constructor" } }, 'no fault has the kind "constructor"; there are latency'],
    [{ fault: { kind: "latency" } }, "ms is missing; it must be a number of milliseconds"],
    [{ fault: { kind: "latency", ms: 2 ** 31 } }, "ms must be a number of milliseconds from 0"],
    [{ fault: { kind: "latency", sm: 2 } }, 'kind latency has no option "sm"; there are ms, when'],
    [{ fault: { kind: "reset" } }, 'when is missing; it must be "before" or "after"'],
    [{ fault: { kind: "status", status: 99 } }, "status must be a whole number from 200 to 599"],
    [{ fault: { kind: "status", status: 429, retryAfter: "1\r\nx: y" } }, "retryAfter must be"],
    [{ fault: { kind: "body", text: "", contentType: "a\nb" } }, "contentType must be"],
    [{ fault: { kind: "redirect", to: "elsewhere" } }, "to must be an origin"],
    [{ fault: { kind: "staleReads" } }, "takes either reads or ms"],
    [{ fault: { kind: "staleReads", reads: 1, ms: 1 } }, "takes either reads or ms"],
    [{ fault: { kind: "storePartly", entries: -1 } }, "entries must be a whole number"],
    [{}, "fault must be an object"],
    [undefined, "the options must be an object"],
  ])("refuses %j in one line", (rule, message) => {
    const add = () => faults.add(rule as FaultRule<PpioGpuState>);
    expect(add).toThrow(message);
    expect(add).toThrow(/^faults\.add[^\n]+$/);
  });
});

describe("scheduler.hold", () => {
  const { scheduler } = createEmulator("ppio-gpu", { instances: 0 });

  it.each([
    [{ methd: "PUT" }, 'scheduler.hold has no option "methd"; did you mean method?'],
    [{ at: "arrived" }, 'at must be "received" or "committed", not "arrived"'],
    [{ operation: undefined }, "match is empty"],
    [{ times: 0 }, "times must be a whole number of at least 1, or Infinity, not 0"],
  ])("refuses %j", (rule, message) => {
    expect(() => scheduler.hold(rule as HoldRule)).toThrow(message);
  });
});

describe("listen and createClock", () => {
  it.each([
    [{ prot: 1 }, 'listen has no option "prot"; did you mean port?'],
    [{ port: 70_000 }, "port must be a whole number from 0 to 65535, not 70000"],
    [{ host: "" }, "host must be text that is not empty"],
    [{ allowedHosts: ["http://a"] }, "allowedHosts must be a list of host names without a scheme"],
  ])("refuse %j", async (options, message) => {
    const { listen } = createEmulator("ppio-gpu", { instances: 0 });
    await expect(listen(options as ListenOptions)).rejects.toThrow(message);
  });

  it("refuse a clock that starts nowhere, or passes the year 9999", () => {
    expect(() => createClock({ startsAt: 0 } as object)).toThrow("did you mean startAt?");
    expect(() => createClock({ startAt: "never" })).toThrow("startAt never is no date");
    const clock = createClock();
    expect(() => clock.advance(Number.MAX_SAFE_INTEGER)).toThrow("past the year 9999");
    expect(clock.now()).toBe(Date.UTC(2026, 0, 1));
  });
});
