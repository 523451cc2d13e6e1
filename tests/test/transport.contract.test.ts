import { createEmulator } from "@cloud-clients/emulator";
import { createVpcepClient, unwrap as unwrapVpcep } from "@cloud-clients/huaweicloud-vpcep";
import { addPorts, createPpioGpuClient, unwrap } from "@cloud-clients/ppio-gpu";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const retry = { baseMs: 1, maxMs: 2 };

describe("what may not be sent twice, over a socket", () => {
  let emulator: ReturnType<typeof make>;
  let server: Awaited<ReturnType<typeof emulator.listen>>;
  const make = () => createEmulator("ppio-gpu", { instances: 3 });

  beforeEach(async () => {
    emulator = make();
    server = await emulator.listen();
  });
  afterEach(() => server.close());

  const client = (options = {}) =>
    createPpioGpuClient({ apiKey: "k", baseUrl: server.url, retry, ...options });
  const prepaid = (): string =>
    [...emulator.state.instances.values()].find(({ billing }) => billing.mode === "prepaid")?.id ??
    "";
  const renew = (options = {}) => {
    const params = { path: { instance_id: prepaid() } };
    return unwrap(
      client(options).PUT("/gpus/v2/instances/{instance_id}/renew", {
        params,
        body: { months: 1 },
      }),
    );
  };
  const puts = (): number => emulator.requests.filter(({ method }) => method === "PUT").length;
  const match = { method: "PUT" };

  it("a renewal after a 503 without Retry-After buys once", async () => {
    emulator.faults.add({ match, fault: { kind: "status", status: 503, when: "after" } });
    await expect(renew()).rejects.toMatchObject({ name: "ServerError", attempts: 1 });
    expect(puts()).toBe(1);
  });

  it("a renewal whose connection is reset buys once", async () => {
    emulator.faults.add({ match, fault: { kind: "reset", when: "after" } });
    await expect(renew()).rejects.toMatchObject({ name: "NetworkError", sent: true });
    expect(puts()).toBe(1);
  });

  it("a renewal that takes too long buys once", async () => {
    emulator.faults.add({ match, fault: { kind: "latency", ms: 60_000 } });
    await expect(renew({ attemptTimeoutMs: 100 })).rejects.toMatchObject({ name: "TimeoutError" });
    expect(puts()).toBe(1);
  });

  it("a raw PUT of ports is not repeated after a reset; the port functions read first", async () => {
    const instance_id = prepaid();
    const params = { path: { instance_id } };
    emulator.faults.add({ match, fault: { kind: "reset", when: "after" } });
    const call = client().PUT("/gpus/v2/instances/{instance_id}/ports", {
      params,
      body: { ports: [{ port: 7000, protocol: "tcp" }] },
    });
    await expect(call).rejects.toMatchObject({ name: "NetworkError" });
    expect(puts()).toBe(1);
    emulator.faults.add({ match, fault: { kind: "reset", when: "after" } });
    const result = await addPorts(client(), instance_id, [{ port: 7001, protocol: "tcp" }]);
    expect(result).toMatchObject({ changed: true, recovered: true, writes: 1 });
    expect(puts()).toBe(2);
  });
});

describe.each(["nested", "flat"] as const)("the codes of VPCEP, %s", (errorEnvelope) => {
  const emulator = createEmulator("huaweicloud-vpcep", { errorEnvelope });
  const client = createVpcepClient({
    region: "cn-north-4",
    projectId: "p",
    token: "t",
    fetch: emulator.fetch,
    retry,
  });
  const list = () => unwrapVpcep(client.GET("/v1/{project_id}/vpc-endpoint-services"));

  it("400 EndPoint.0022 is waited out", async () => {
    const before = emulator.requests.length;
    emulator.faults.add({ fault: { kind: "status", status: 400, code: "EndPoint.0022" } });
    expect((await list()).total_count).toBeGreaterThan(0);
    expect(emulator.requests.length - before).toBe(2);
  });

  it("400 EndPoint.0022 that stays is a RateLimitError", async () => {
    const fault = { kind: "status", status: 400, code: "EndPoint.0022" } as const;
    emulator.faults.add({ times: 3, fault });
    await expect(list()).rejects.toMatchObject({
      name: "RateLimitError",
      status: 400,
      attempts: 3,
    });
  });

  it("504 EndPoint.0011 and EndPoint.0012 are final", async () => {
    for (const code of ["EndPoint.0011", "EndPoint.0012"]) {
      const before = emulator.requests.length;
      emulator.faults.add({ fault: { kind: "status", status: 504, code } });
      await expect(list()).rejects.toMatchObject({ name: "ServerError", code, attempts: 1 });
      expect(emulator.requests.length - before).toBe(1);
    }
  });
});
