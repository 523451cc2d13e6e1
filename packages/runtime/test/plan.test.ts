import { describe, expect, it } from "vitest";
import { applyListPlan, planList, verifyList } from "../src/index.js";
import { portsRule, tinyClient } from "./tiny-api.js";
import { onPorts, portService, type TinyPort } from "./tiny-ports.js";

const web: TinyPort = { port: 80, protocol: "TCP", target: 8080 };
const dns: TinyPort = { port: 53, protocol: "UDP", target: 5353 };

describe("a plan", () => {
  it("says what would change and writes nothing", async () => {
    const service = portService([web]);
    const plan = await planList<TinyPort>(onPorts(service), {
      present: [dns],
      absent: [{ port: 80 }],
    });
    expect(plan).toMatchObject({
      id: "t1",
      added: [dns],
      removed: [web],
      changed: [],
      kept: [],
      desired: [dns],
    });
    expect(service.asked.map(({ method }) => method)).toEqual(["GET"]);
  });

  it("survives JSON and is applied later", async () => {
    const service = portService([web]);
    const plan = JSON.parse(
      JSON.stringify(await planList<TinyPort>(onPorts(service), (ports) => [...ports, dns])),
    );
    const result = await applyListPlan<TinyPort>(onPorts(service), plan);
    expect(result.changed).toBe(true);
    expect(service.ports).toHaveLength(2);
  });

  it("is not applied to a list that has moved, nor twice", async () => {
    const service = portService([web]);
    const plan = await planList<TinyPort>(onPorts(service), { replace: [dns] });
    service.ports = [web, { port: 22 }];
    await expect(applyListPlan(onPorts(service), plan)).rejects.toMatchObject({
      name: "ConcurrentWriteError",
      message: expect.stringContaining("has moved since the plan"),
    });
    service.ports = [web];
    await applyListPlan(onPorts(service), plan);
    await expect(applyListPlan(onPorts(service), plan)).rejects.toThrow(/applied before/);
    expect(service.count("PUT")).toBe(1);
  });

  it("is refused for another id, service or shape, before any write", async () => {
    const service = portService([web]);
    const plan = await planList<TinyPort>(onPorts(service), { replace: [dns] });
    await expect(applyListPlan(onPorts(service), { ...plan, id: "t2" })).rejects.toThrow(
      /another one/,
    );
    await expect(applyListPlan(onPorts(service), { ...plan, operation: "other" })).rejects.toThrow(
      /the plan is for other/,
    );
    const elsewhere = tinyClient({ baseUrl: "https://other.example", fetch: service.fetch });
    await expect(applyListPlan({ client: elsewhere, rule: portsRule }, plan)).rejects.toThrow(
      /at https:\/\/api\.example\.org/,
    );
    await expect(applyListPlan(onPorts(service), {} as typeof plan)).rejects.toThrow(/cut short/);
    await expect(applyListPlan(onPorts(service), null as unknown as typeof plan)).rejects.toThrow(
      /cut short/,
    );
    expect(service.count("PUT")).toBe(0);
  });
});

describe("verify", () => {
  it("compares whatever the order, defaults and read-only fields", async () => {
    const service = portService([
      { ...dns, endpoint: "x" },
      { ...web, protocol: "tcp" },
    ]);
    expect(await verifyList(onPorts(service), [{ port: 80, target: 8080 }, dns])).toMatchObject({
      matches: true,
    });
    expect(await verifyList(onPorts(service), [web])).toMatchObject({
      matches: false,
      missing: [],
      unexpected: [{ port: 53 }],
    });
  });
});
