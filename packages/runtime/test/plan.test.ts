import { describe, expect, it } from "vitest";
import { hash, stableJson } from "../src/base/json.js";
import { EntryList } from "../src/edits/compare.js";
import { makePlan } from "../src/edits/plan.js";
import { applyEntriesPlan, type Plan, planEntries, verifyEntries } from "../src/kit.js";
import { portsRule, tinyClient } from "./tiny-api.js";
import { onPorts, portService, type TinyPort } from "./tiny-ports.js";

const web: TinyPort = { port: 80, protocol: "TCP", target: 8080 };
const dns: TinyPort = { port: 53, protocol: "UDP", target: 5353 };

describe("a plan", () => {
  it("says what would change and writes nothing", async () => {
    const service = portService([web]);
    const plan = await planEntries<TinyPort>(onPorts(service), {
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
      JSON.stringify(await planEntries<TinyPort>(onPorts(service), (ports) => [...ports, dns])),
    );
    const result = await applyEntriesPlan<TinyPort>(onPorts(service), plan);
    expect(result.changed).toBe(true);
    expect(service.ports).toHaveLength(2);
  });

  it("is not applied to a list that has moved, nor twice", async () => {
    const service = portService([web]);
    const plan = await planEntries<TinyPort>(onPorts(service), { replace: [dns] });
    service.ports = [web, { port: 22 }];
    await expect(applyEntriesPlan(onPorts(service), plan)).rejects.toMatchObject({
      name: "ConcurrentWriteError",
      message: expect.stringContaining("has changed since it was planned"),
    });
    service.ports = [web];
    await applyEntriesPlan(onPorts(service), plan);
    await expect(applyEntriesPlan(onPorts(service), plan)).rejects.toThrow(/applied before/);
    expect(service.count("PUT")).toBe(1);
  });

  it.each([
    ["desired", { desired: [] }],
    ["id", { id: "t2" }],
    ["added", { added: [] }],
    ["resource", { resource: "https://api.example.org/things/t2/ports" }],
    ["version", { version: 1 }],
    ["fingerprint", { fingerprint: 1 }],
    ["an unknown field", { note: "mine" }],
  ])("is refused when somebody altered %s", async (_, altered) => {
    const service = portService([web]);
    const plan = await planEntries<TinyPort>(onPorts(service), { replace: [dns] });
    await expect(
      applyEntriesPlan(onPorts(service), { ...plan, ...altered } as typeof plan),
    ).rejects.toThrow("the plan was altered or truncated");
    expect(service.count("PUT")).toBe(0);
  });

  it.each([{}, null, undefined, "plan", [], 5, { version: 3 }])(
    "is refused when it is %j",
    async (none) => {
      const service = portService([web]);
      await expect(
        applyEntriesPlan(onPorts(service), none as unknown as Plan<TinyPort>),
      ).rejects.toThrow("the plan was altered or truncated, or is not a plan");
      expect(service.asked).toEqual([]);
    },
  );

  it("is refused on another service, for another list and in another project, before any request", async () => {
    const service = portService([web]);
    const plan = await planEntries<TinyPort>(onPorts(service), { replace: [dns] });
    const elsewhere = tinyClient({ baseUrl: "https://other.example", fetch: service.fetch });
    const otherList = { ...portsRule, operation: "replaceOtherPorts" } as const;
    const inProject = { ...portsRule, path: "/{project}/things/{id}/ports" } as const;
    const projectA = tinyClient({ fetch: service.fetch, pathDefaults: { project: "a" } });
    const projectB = tinyClient({ fetch: service.fetch, pathDefaults: { project: "b" } });
    const inA = { ...onPorts(service), client: projectA, rule: inProject };
    const planOfA = await planEntries<TinyPort>(inA, { replace: [dns] });
    service.asked.length = 0;
    for (const [list, given] of [
      [{ client: elsewhere, rule: portsRule }, plan],
      [{ client: projectA, rule: otherList }, plan],
      [{ client: projectB, rule: inProject }, planOfA],
    ] as const) {
      await expect(applyEntriesPlan(list, given)).rejects.toThrow(/the plan is for .*, not for/);
    }
    expect(service.asked).toEqual([]);
  });

  it.each([
    [{ desired: "x" }, 'plan.desired must be a list, not "x"'],
    [{ base: null }, "plan.base must be a list, not null"],
    [{ base: [null] }, "plan.base[0] must be an object, not null"],
    [{ version: 1 }, "the plan was altered or truncated"],
    [{ id: 5 }, "id must be a non-empty string that names the resource, not 5"],
    [{ id: "t2" }, "the plan is for replaceThingPorts of https://api.example.org/things/t1/ports"],
  ])("that somebody made up, checksum and all, is refused: %j", async (altered, message) => {
    const service = portService([web]);
    const { fingerprint: _, ...plan } = await planEntries<TinyPort>(onPorts(service), {
      replace: [dns],
    });
    service.asked.length = 0;
    const forged = { ...plan, ...altered };
    const fingerprint = hash(stableJson(forged));
    const applied = applyEntriesPlan(onPorts(service), {
      ...forged,
      fingerprint,
    } as Plan<TinyPort>);
    await expect(applied).rejects.toMatchObject({
      name: "UsageError",
      message: expect.stringContaining(message),
    });
    expect(service.asked).toEqual([]);
  });

  it("of a list with very many repeats ends before the test does", () => {
    const target = { operation: "replaceThingPorts", resource: "x", id: "t1", list: "ports" };
    const repeats = (to: number, count: number) =>
      new EntryList(
        portsRule,
        Array.from({ length: count }, () => ({ ...web, target: to })),
      );
    const plan = makePlan(target, repeats(1, 50_000), repeats(2, 49_999));
    expect(plan.changed).toHaveLength(49_999);
    expect(plan.removed).toHaveLength(1);
  });

  it("is not applied once the list shows a field more: the plan would take it away", async () => {
    const service = portService([web]);
    const plan = await planEntries<TinyPort>(onPorts(service), { present: [dns] });
    service.ports = [{ ...web, note: "new" }];
    await expect(applyEntriesPlan(onPorts(service), plan)).rejects.toThrow("has changed since");
    expect(service.count("PUT")).toBe(0);
  });

  it("can be applied again once somebody has undone it", async () => {
    const service = portService([web]);
    const plan = await planEntries<TinyPort>(onPorts(service), { replace: [dns] });
    await applyEntriesPlan(onPorts(service), plan);
    service.ports = [web];
    expect(await applyEntriesPlan(onPorts(service), plan)).toMatchObject({ changed: true });
  });

  it("has nothing in it that only the service sets", async () => {
    const service = portService([{ ...web, endpoint: "x" }]);
    const plan = await planEntries<TinyPort>(onPorts(service), {
      present: [{ ...dns, endpoint: "mine" }],
    });
    expect(plan.added).toEqual([dns]);
    expect(plan.desired).toEqual([web, dns]);
    expect(plan.base).toEqual([{ ...web, endpoint: "x" }]);
  });
});

describe("verify", () => {
  it("compares whatever the order, defaults and read-only fields", async () => {
    const service = portService([
      { ...dns, endpoint: "x" },
      { ...web, protocol: "tcp" },
    ]);
    expect(await verifyEntries(onPorts(service), [{ port: 80, target: 8080 }, dns])).toMatchObject({
      matches: true,
    });
    expect(await verifyEntries(onPorts(service), [web])).toMatchObject({
      matches: false,
      missing: [],
      unexpected: [{ port: 53 }],
    });
  });
});
