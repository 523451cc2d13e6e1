import { beforeEach, describe, expect, it } from "vitest";
import { openAccount, type PpioAccount, refusal } from "../helpers/ppio-account.js";

let account: PpioAccount;

const order = {
  type: "async",
  name: "chat",
  product_id: "serverless-gpu-1",
  image: "registry.example.com/team/chat:1.0",
  worker_config: { min_replicas: 2, max_replicas: 3, colour: "red" },
};

beforeEach(() => {
  account = openAccount(0);
});

async function create(change: object = {}): Promise<string> {
  const [, { id }] = await account.send("POST", "/endpoints", { ...order, ...change });
  return String(id);
}

async function workersOf(id: string): Promise<number> {
  return ((await account.get(`/endpoints/${id}`)).workers as unknown[]).length;
}

describe("a serverless endpoint", () => {
  it("is what was ordered, and has workers after a while", async () => {
    const id = await create({
      app_name: "app",
      ports: [8080],
      envs: [{ key: "A", value: "b" }],
      volumes: [{ id: "s", mount_point: "/data" }],
      policy: { value: 7 },
    });
    expect(await account.get(`/endpoints/${id}`)).toMatchObject({
      type: "async",
      name: "chat",
      app_name: "app",
      status: { status: "creating" },
      worker_config: { min_replicas: 2, max_replicas: 3, gpu_num: 1 },
      policy: { type: "queue", value: 7 },
      ports: [8080],
      envs: [{ key: "A", value: "b" }],
      volumes: [{ id: "s", type: "network", size: 0, mount_point: "/data" }],
      region_id: "region-a",
      workers: [],
    });
    account.emulator.clock.advance(30_000);
    const running = await account.get(`/endpoints/${id}`);
    expect(running).toMatchObject({
      status: { status: "running" },
      workers: Array(2).fill({ status: { status: "ready" }, health: true }),
    });
    expect(JSON.stringify(running)).not.toContain("red");
  });

  it("has as many workers as its settings allow", async () => {
    const id = await create();
    account.emulator.clock.advance(30_000);
    const limit = (min_replicas: number, max_replicas: number) =>
      account.send("PUT", `/endpoints/${id}`, { worker_config: { min_replicas, max_replicas } });
    expect(await limit(5, 6)).toEqual([200, {}]);
    expect(await workersOf(id)).toBe(5);
    await limit(0, 3);
    expect(await workersOf(id)).toBe(3);
    expect(await limit(4, 3)).toEqual(refusal(400, "min_replicas must be from 0 to max_replicas"));
    expect(await workersOf(id)).toBe(3);
  });

  it("keeps what a change leaves out, and what nobody may change", async () => {
    const id = await create();
    const before = await account.get(`/endpoints/${id}`);
    await account.send("PUT", `/endpoints/${id}`, { id: "other", owner_id: "me", name: "new" });
    expect(await account.get(`/endpoints/${id}`)).toEqual({ ...before, name: "new" });
  });

  it("is gone when it is deleted, also while it is created", async () => {
    const id = await create();
    expect(await account.send("DELETE", `/endpoints/${id}`)).toEqual([200, {}]);
    account.emulator.clock.advance(60_000);
    expect(await account.send("GET", `/endpoints/${id}`)).toEqual(refusal(404, "no endpoint"));
    expect(await account.send("PUT", `/endpoints/${id}`, {})).toEqual(refusal(404, "no endpoint"));
    expect(await account.send("DELETE", `/endpoints/${id}`)).toEqual(refusal(404, "no endpoint"));
  });

  it.each([
    ["a product for instances", { product_id: "product-gpu-1" }, "is for instances"],
    ["an unknown product", { product_id: "none" }, "no product has the id none"],
    ["a region without the product", { region_id: "mars" }, "not in mars"],
    ["another type", { type: "batch" }, "body/type"],
    ["no workers", { worker_config: undefined }, "'worker_config'"],
  ])("cannot have %s", async (_what, change, message) => {
    const before = account.emulator.state.endpoints.size;
    expect(await account.send("POST", "/endpoints", { ...order, ...change })).toEqual(
      refusal(400, message),
    );
    expect(account.emulator.state.endpoints.size).toBe(before);
  });

  it("is found by a word in its name, its application or its id, and by its creator", async () => {
    const id = await create({ name: "Unusual", app_name: "Strange" });
    for (const keyword of ["unus", "STRANGE", id.slice(2)]) {
      const { data = [] } = await account.get(`/endpoints?keyword=${keyword}`);
      expect(data.map((each) => each.id)).toEqual([id]);
    }
    const all = [...account.emulator.state.endpoints.values()];
    const wanted = [...new Set(all.map((each) => each.member_id))].slice(0, 2);
    const { data = [] } = await account.get(`/endpoints?member_ids=${wanted.join(",%20")}`);
    const expected = all.filter((each) => wanted.includes(each.member_id));
    expect(data.map((each) => each.id).sort()).toEqual(expected.map((each) => each.id).sort());
    expect(data.length).toBeLessThan(all.length);
    expect(data[0]).not.toHaveProperty("type");
  });

  it("takes port numbers in range only when it is changed", async () => {
    const id = await create();
    expect(await account.send("PUT", `/endpoints/${id}`, { ports: [0] })).toEqual(
      refusal(400, "body/ports/0 must be >= 1"),
    );
  });
});
