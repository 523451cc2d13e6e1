import { beforeEach, describe, expect, it } from "vitest";
import { createEmulator, type Emulator, type PpioGpuState } from "../../src/index.js";
import { first } from "../helpers/first.js";
import { callPpio } from "../helpers/ppio.js";

let emulator: Emulator<PpioGpuState>;

beforeEach(() => {
  emulator = createEmulator("ppio-gpu", { instances: 40 });
});

function put(id: string, action: string, body: unknown): Promise<Response> {
  return callPpio(emulator.fetch, "PUT", `/instances/${id}/${action}`, body);
}

async function read(id: string): Promise<Record<string, unknown>> {
  const response = await callPpio(emulator.fetch, "GET", `/instances/${id}`);
  return (await response.json()) as Record<string, unknown>;
}

describe("updateInstancePorts", () => {
  const wanted = [
    { port: 5000, protocol: "tcp" },
    { port: 5000, protocol: "http" },
  ];

  it("replaces the whole list and gives each port an address", async () => {
    const { id, region } = first(emulator.state.instances.values());
    const response = await put(id, "ports", { ports: wanted });
    expect([response.status, await response.json()]).toEqual([200, {}]);
    const { ports } = await read(id);
    expect(ports).toEqual([
      { ...wanted[0], endpoint: expect.stringMatching(/^proxy\.[\w.-]+:\d+$/) },
      { ...wanted[1], endpoint: `https://${id}-5000.${region}.gpu.example.com` },
    ]);
  });

  it("keeps the address of a port that stays, whatever comes and goes beside it", async () => {
    const { id } = first(emulator.state.instances.values());
    await put(id, "ports", { ports: wanted });
    const { ports: before } = await read(id);
    await put(id, "ports", { ports: [{ port: 1, protocol: "tcp" }, wanted[0]] });
    const { ports: after } = await read(id);
    expect((after as unknown[])[1]).toEqual((before as unknown[])[0]);
  });

  it("gives no address twice", async () => {
    const ids = [...emulator.state.instances.keys()];
    for (const id of ids) await put(id, "ports", { ports: [wanted[0]] });
    const endpoints = [...emulator.state.instances.values()].map(({ ports }) => ports[0]?.endpoint);
    expect(new Set(endpoints).size).toBe(ids.length);
  });

  it("closes everything for an empty list", async () => {
    const { id } = first(emulator.state.instances.values());
    await put(id, "ports", { ports: [] });
    expect((await read(id)).ports).toEqual([]);
  });

  it("passes over a read-only field that is sent back", async () => {
    const { id } = first(emulator.state.instances.values());
    await put(id, "ports", { ports: [{ ...wanted[0], endpoint: "mine:1" }] });
    expect((await read(id)).ports).not.toContainEqual(
      expect.objectContaining({ endpoint: "mine:1" }),
    );
  });

  it.each([
    [
      "a port twice",
      { ports: [wanted[0], wanted[0]] },
      "ports holds port 5000, protocol tcp twice",
    ],
    ["port 0", { ports: [{ port: 0, protocol: "tcp" }] }, "body/ports/0/port must be >= 1"],
    ["port 65536", { ports: [{ port: 65_536, protocol: "tcp" }] }, "must be <= 65535"],
    ["a port as text", { ports: [{ port: "80", protocol: "tcp" }] }, "must be integer"],
    ["udp", { ports: [{ port: 80, protocol: "udp" }] }, 'allowed values: "tcp", "http"'],
    ["no protocol", { ports: [{ port: 80 }] }, "must have required property 'protocol'"],
    ["no list", {}, "must have required property 'ports'"],
  ])("refuses %s and changes nothing", async (_what, body, message) => {
    const { id } = first(emulator.state.instances.values());
    const before = await read(id);
    const response = await put(id, "ports", body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      code: 400,
      reason: "INVALID_ARGUMENT",
      message: expect.stringContaining(message),
    });
    expect(await read(id)).toEqual(before);
  });

  it("returns 404 for an instance that does not exist", async () => {
    expect((await put("nope", "ports", { ports: [] })).status).toBe(404);
  });
});

describe("renewInstance", () => {
  it("adds months to the end of the paid period, each time it is sent", async () => {
    const prepaid = [...emulator.state.instances.values()].filter(({ billing }) => billing.prepaid);
    const { id, billing } = first(prepaid);
    if (billing.prepaid) billing.prepaid.end_time = Date.UTC(2026, 0, 31) / 1000;
    await put(id, "renew", { months: 1 });
    await put(id, "renew", { months: 12 });
    expect((await read(id)).billing).toMatchObject({
      prepaid: { end_time: Date.UTC(2027, 1, 28) / 1000 },
    });
  });

  it("is refused for an instance that is not prepaid, and for no months", async () => {
    const instances = [...emulator.state.instances.values()];
    const { id: spot } = first(instances.filter(({ billing }) => billing.mode === "spot"));
    const { id: prepaid } = first(instances.filter(({ billing }) => billing.mode === "prepaid"));
    expect((await put(spot, "renew", { months: 1 })).status).toBe(400);
    expect((await put(prepaid, "renew", { months: 0 })).status).toBe(400);
  });
});

describe("expandInstanceRootfs", () => {
  it("adds to the size of the disk, each time it is sent", async () => {
    const { id, resource_specs } = first(emulator.state.instances.values());
    const before = resource_specs.rootfs_size_gb;
    await put(id, "rootfs-expand", { rootfs_size_expand_gb: 5 });
    await put(id, "rootfs-expand", { rootfs_size_expand_gb: 5 });
    expect((await read(id)).resource_specs).toMatchObject({ rootfs_size_gb: before + 10 });
  });

  it("refuses to shrink", async () => {
    const { id } = first(emulator.state.instances.values());
    expect((await put(id, "rootfs-expand", { rootfs_size_expand_gb: -1 })).status).toBe(400);
  });
});
