import { createEmulator } from "@cloud-clients/emulator";
import { beforeEach, describe, expect, it } from "vitest";
import {
  addPorts,
  createPpioGpuClient,
  editPorts,
  listInstances,
  type PpioGpuClient,
  planPorts,
  removePorts,
  replacePorts,
  unwrap,
} from "../src/index.js";

let emulator: ReturnType<typeof start>;
let client: PpioGpuClient;
let id: string;

function start() {
  return createEmulator("ppio-gpu", { instances: 53, apiKeys: ["right"] });
}

beforeEach(async () => {
  emulator = start();
  client = createPpioGpuClient({ apiKey: "right", fetch: emulator.fetch });
  id = (await listInstances(client).collect({ maxItems: 1 })).items[0]?.id ?? "";
});

const portsOf = async (): Promise<string[]> => {
  const params = { path: { instance_id: id } };
  const { ports = [] } = await unwrap(client.GET("/gpus/v2/instances/{instance_id}", { params }));
  return ports.map(({ port, protocol }) => `${port}/${protocol}`).sort();
};

describe("the PPIO GPU client on the emulator", () => {
  it("walks all instances, each once, whatever the page size", async () => {
    const whole = await listInstances(client).collect();
    expect(new Set(whole.items.map((instance) => instance.id)).size).toBe(53);
    for (const limit of [1, 7, 53, 100]) {
      const { items } = await listInstances(client, { limit }, { prefetch: 1 }).collect();
      expect(items).toEqual(whole.items);
    }
  });

  it("filters", async () => {
    const { items } = await listInstances(client, { status: "running", limit: 5 }).collect();
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map(({ status }) => status.status))).toEqual(new Set(["running"]));
  });

  it("goes on from a checkpoint with another client", async () => {
    const { items, checkpoint } = await listInstances(client, { limit: 10 }).collect({
      maxItems: 25,
    });
    const other = createPpioGpuClient({ apiKey: "right", fetch: emulator.fetch });
    const rest = await listInstances(other, { limit: 7 }, { from: checkpoint }).collect();
    expect([...items, ...rest.items]).toEqual((await listInstances(client).collect()).items);
  });

  it("edits ports, and others stay", async () => {
    const before = await portsOf();
    await addPorts(client, id, [{ port: 9000, protocol: "http" }]);
    expect(await portsOf()).toEqual([...before, "9000/http"].sort());
    await editPorts(client, id, (ports) => [...ports, { port: 9001, protocol: "tcp" }]);
    await removePorts(client, id, [{ port: 9000, protocol: "http" }]);
    expect(await portsOf()).toEqual([...before, "9001/tcp"].sort());
    const { observed } = await replacePorts(client, id, [{ port: 7000, protocol: "tcp" }]);
    expect(observed).toMatchObject([{ port: 7000, protocol: "tcp", endpoint: expect.any(String) }]);
  });

  it("plans without writing", async () => {
    const before = await portsOf();
    const plan = await planPorts(client, id, { present: [{ port: 9000, protocol: "http" }] });
    expect(plan.added).toEqual([{ port: 9000, protocol: "http" }]);
    expect(await portsOf()).toEqual(before);
    expect(emulator.requests.filter(({ method }) => method === "PUT")).toEqual([]);
  });

  it("says what is wrong with a key, an id and a request", async () => {
    const stranger = createPpioGpuClient({ apiKey: "wrong", fetch: emulator.fetch });
    await expect(unwrap(stranger.GET("/gpus/v2/instances"))).rejects.toMatchObject({
      name: "AuthenticationError",
      status: 401,
      requestId: expect.any(String),
    });
    const params = { path: { instance_id: "nobody" } };
    await expect(
      unwrap(client.GET("/gpus/v2/instances/{instance_id}", { params })),
    ).rejects.toMatchObject({ name: "NotFoundError" });
    const body = { ports: [{ port: 0, protocol: "tcp" as const }] };
    await expect(
      unwrap(client.PUT("/gpus/v2/instances/{instance_id}/ports", { params, body })),
    ).rejects.toMatchObject({ status: 400 });
  });
});
