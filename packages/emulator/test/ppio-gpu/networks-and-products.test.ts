import { beforeEach, describe, expect, it } from "vitest";
import { openAccount, type PpioAccount, refusal } from "../helpers/ppio-account.js";

let account: PpioAccount;

beforeEach(() => {
  account = openAccount(0);
});

async function create(name = "mine"): Promise<string> {
  const body = { region_id: "region-b", name };
  const [, { id }] = await account.send("POST", "/networks", body);
  return String(id);
}

describe("a private network", () => {
  it("runs after a while, and takes another name", async () => {
    const id = await create();
    expect(await account.get(`/networks/${id}`)).toEqual({
      id,
      owner_id: expect.any(String),
      name: "mine",
      status: { status: "creating", error: "", message: "" },
    });
    account.emulator.clock.advance(10_000);
    expect(await account.send("PUT", `/networks/${id}`, { name: "yours" })).toEqual([200, {}]);
    expect(await account.get(`/networks/${id}`)).toMatchObject({
      name: "yours",
      status: { status: "running" },
    });
    expect(await account.send("PUT", `/networks/${id}`, {})).toEqual([200, {}]);
    for (const name of ["", "x".repeat(31)]) {
      expect(await account.send("PUT", `/networks/${id}`, { name })).toEqual(
        refusal(400, "name must have 1 to 30 characters"),
      );
    }
  });

  it("stays while an instance is attached to it", async () => {
    const id = await create();
    const [, { id: instance }] = await account.send("POST", "/instances", {
      name: "attached",
      product_id: "product-gpu-1",
      image: "app:1",
      billing: { mode: "postpaid" },
      resource: {},
      network: { id },
    });
    expect(await account.send("DELETE", `/networks/${id}`)).toEqual(
      refusal(400, `instance ${instance} is attached`),
    );
    await account.send("DELETE", `/instances/${instance}`);
    account.emulator.clock.advance(10_000);
    expect(await account.send("DELETE", `/networks/${id}`)).toEqual([200, {}]);
    for (const method of ["GET", "PUT", "DELETE"]) {
      const response = account.send(method, `/networks/${id}`, method === "PUT" ? {} : undefined);
      expect(await response).toEqual(refusal(404, "no network has the id"));
    }
  });

  it("needs a region that exists and a name", async () => {
    const ask = (body: object) => account.send("POST", "/networks", body);
    expect(await ask({ region_id: "mars", name: "x" })).toEqual(refusal(400, "no region"));
    expect(await ask({ region_id: "region-a" })).toEqual(refusal(400, "'name'"));
    expect(await ask({ region_id: "region-a", name: "x".repeat(31) })).toEqual(
      refusal(400, "body/name"),
    );
  });

  it("is found by name and creator", async () => {
    const id = await create("Findable");
    const { data = [] } = await account.get("/networks?name=FIND&member_ids=member-0");
    expect(data.map((each) => each.id)).toEqual([id]);
    expect((await account.get("/networks?name=find&member_ids=member-1")).data).toEqual([]);
  });
});

describe("products", () => {
  const list = async (query: string): Promise<unknown[]> => {
    const { data = [], ...rest } = await account.get(`/products?${query}`);
    expect(rest).toEqual({});
    return data.map(({ id }) => id);
  };
  const gpus = "type=gpu&category=instance";

  it("are told apart by kind and category, which are both needed", async () => {
    expect(await list(gpus)).toEqual([1, 2, 4, 8].map((cards) => `product-gpu-${cards}`));
    expect(await list("type=cpu&category=instance")).toEqual(["product-cpu"]);
    expect(await list("type=gpu&category=serverless")).toEqual([
      "serverless-gpu-1",
      "serverless-gpu-2",
    ]);
    for (const query of ["type=gpu", "category=instance", "type=&category=instance"]) {
      expect(await account.send("GET", `/products?${query}`)).toEqual(refusal(400, "query"));
    }
  });

  it.each([
    ["cpu=16", ["product-gpu-2"]],
    ["memory_gb=256", ["product-gpu-8"]],
    ["cpu=0&memory_gb=0&rootfs_size=0&region_ids=region-b,region-c", [1, 2, 4]],
    ["rootfs_size=501", []],
    ["rootfs_size=500&billing_method=spot&region_ids=region-a", [1, 2, 4, 8]],
  ])("are filtered by %s", async (query, expected) => {
    const ids = expected.map((each) => (typeof each === "number" ? `product-gpu-${each}` : each));
    expect(await list(`${gpus}&${query}`)).toEqual(ids);
  });
});

describe("regions", () => {
  it("are listed by id, a page at a time", async () => {
    const first = await account.get("/regions?limit=2");
    expect(first.data?.map(({ id }) => id)).toEqual(["region-a", "region-b"]);
    const rest = await account.get(`/regions?limit=2&cursor=${first.next_cursor}`);
    expect(rest).toMatchObject({ data: [{ id: "region-c" }], next_cursor: "", has_more: false });
  });
});
