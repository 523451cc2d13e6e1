import { beforeEach, describe, expect, it } from "vitest";
import { openAccount, type PpioAccount, refusal } from "../helpers/ppio-account.js";

let account: PpioAccount;

const order = {
  name: "train",
  product_id: "product-gpu-4",
  image: "registry.example.com/team/train:1.0",
  billing: { mode: "postpaid" },
  resource: { gpu_num: 2 },
};

beforeEach(() => {
  account = openAccount(3);
});

describe("createInstance", () => {
  it("makes what was ordered, out of what the product has", async () => {
    const [, { id }] = await account.send("POST", "/instances", {
      ...order,
      resource: { gpu_num: 2, rootfs_size_gb: 100 },
      envs: [{ key: "A", value: "b" }, { key: "EMPTY" }],
      ports: [{ port: 8080, protocol: "http" }],
      candidate_regions: ["region-b", "region-c"],
      tools: { jupyter: { enabled: true, port: 9999 } },
      auto_migrate: { enabled: true },
      volumes: [{ type: "network", id: "storage-1", mount_point: "/data", colour: "red" }],
      colour: "red",
    });
    const instance = await account.get(`/instances/${id}`);
    const { resource: _, ...kept } = order;
    expect(instance).toMatchObject({
      ...kept,
      type: "gpu",
      resource_specs: {
        rootfs_size_gb: 100,
        gpu_num: 2,
        cpu_num: 16,
        memory_gb: 64,
        gpu_ids: [0, 1],
      },
      envs: [
        { key: "A", value: "b" },
        { key: "EMPTY", value: "" },
      ],
      ports: [{ port: 8080, protocol: "http", endpoint: expect.stringContaining("region-b") }],
      region: "region-b",
      tools: { jupyter: { enabled: true, port: 9999 }, web_terminal: { enabled: false } },
      auto_migrate: { enabled: true, include_system_disk: false },
      volumes: [{ type: "network", id: "storage-1", mount_point: "/data" }],
      last_started_at: 0,
      last_stopped_at: 0,
    });
    expect(JSON.stringify(instance)).not.toContain("red");
  });

  it("goes by states to running, as the clock moves", async () => {
    const [, { id }] = await account.send("POST", "/instances", order);
    const seen: unknown[] = [];
    for (const ms of [0, 2_000, 8_000, 49_999, 1, 1_000_000]) {
      account.emulator.clock.advance(ms);
      seen.push((await account.get(`/instances/${id}`)).status?.status);
    }
    expect(seen).toEqual(["toCreate", "creating", "pulling", "pulling", "running", "running"]);
    const { created_at: created } = await account.get(`/instances/${id}`);
    expect(await account.get(`/instances/${id}`)).toMatchObject({
      last_started_at: Number(created) + 60,
    });
  });

  it("appears first in the list, once for each request", async () => {
    const [, { id: one }] = await account.send("POST", "/instances", order);
    account.emulator.clock.advance(1_000);
    const [, { id: two }] = await account.send("POST", "/instances", order);
    const { data = [] } = await account.get("/instances?name=train&limit=2");
    expect(data.map(({ id }) => id)).toEqual([two, one]);
  });

  it("buys the months of a prepaid one", async () => {
    const billing = { mode: "prepaid", prepaid: { months: 3, auto_renew: { enabled: true } } };
    const [, { id }] = await account.send("POST", "/instances", { ...order, billing });
    expect(await account.get(`/instances/${id}`)).toMatchObject({
      billing: {
        mode: "prepaid",
        prepaid: {
          months: 3,
          end_time: Date.UTC(2026, 3, 1) / 1000,
          auto_renew: { enabled: true, months: 1, status: "active" },
        },
      },
      pricing: { prepaid: { monthly_price: expect.any(Array) } },
    });
  });

  it("stands in the region of its network", async () => {
    const [, { id: network }] = await account.send("POST", "/networks", {
      region_id: "region-c",
      name: "mine",
    });
    const body = { ...order, network: { id: network, ip: "10.9.9.9" } };
    const [, { id }] = await account.send("POST", "/instances", body);
    expect(await account.get(`/instances/${id}`)).toMatchObject({
      region: "region-c",
      network: { id: network, ip: "10.9.9.9" },
    });
    const elsewhere = { ...body, candidate_regions: ["region-a"] };
    expect(await account.send("POST", "/instances", elsewhere)).toEqual(
      refusal(400, "in none of the regions asked for"),
    );
  });

  it.each([
    ["an unknown product", { product_id: "no-such" }, "no product has the id no-such"],
    ["a product for endpoints", { product_id: "serverless-gpu-1" }, "is for serverless"],
    ["a product of another kind", { product_id: "product-cpu" }, "not instances with gpu"],
    ["too many cards", { resource: { gpu_num: 5 } }, "gpu_num must be from 1 to 4"],
    ["too small a disk", { resource: { rootfs_size_gb: 1 } }, "rootfs_size_gb must be from 20"],
    ["an unknown network", { network: { id: "no-such" } }, "no network has the id"],
    ["an unknown region", { candidate_regions: ["mars"] }, "in none of the regions"],
    [
      "no months",
      { billing: { mode: "prepaid", prepaid: { months: 0 } } },
      "months must be at least 1",
    ],
    ["a port without a number", { ports: [{ protocol: "tcp" }] }, "port must be from 1 to 65535"],
    ["a port out of range", { ports: [{ port: 70_000, protocol: "tcp" }] }, "from 1 to 65535"],
    ["an unknown protocol", { ports: [{ port: 1, protocol: "udp" }] }, "protocol must be"],
    [
      "a port twice",
      { ports: Array(2).fill({ port: 1, protocol: "tcp" }) },
      "port 1, protocol tcp twice",
    ],
    ["an unknown billing mode", { billing: { mode: "free" } }, "body/billing/mode"],
    ["no name", { name: "" }, "body/name must NOT have fewer than 1 characters"],
    ["no image", { image: undefined }, "must have required property 'image'"],
  ])("refuses %s and orders nothing", async (_what, change, message) => {
    expect(await account.send("POST", "/instances", { ...order, ...change })).toEqual(
      refusal(400, message),
    );
    expect(account.emulator.state.instances.size).toBe(3);
  });
});
