import { beforeEach, describe, expect, it } from "vitest";
import { openAccount, type PpioAccount, refusal } from "../helpers/ppio-account.js";

let account: PpioAccount;
const body = { image: "registry.example.com/team/app:1.0", region_id: "region-b" };

beforeEach(() => {
  account = openAccount(0);
});

async function create(change: object = {}): Promise<string> {
  const [, { task_id }] = await account.send("POST", "/prewarm-tasks", { ...body, ...change });
  return String(task_id);
}

describe("a prewarm task", () => {
  it("is done after a while", async () => {
    const id = await create({ product_ids: ["product-gpu-1"], note: "soon" });
    expect(await account.get(`/prewarm-tasks/${id}`)).toMatchObject({
      ...body,
      task_id: id,
      name: "app:1.0",
      note: "soon",
      product_ids: ["product-gpu-1"],
      completed_at: 0,
      status: { status: "pending" },
    });
    account.emulator.clock.advance(5_000);
    expect((await account.get(`/prewarm-tasks/${id}`)).status?.status).toBe("running");
    account.emulator.clock.advance(55_000);
    expect(await account.get(`/prewarm-tasks/${id}`)).toMatchObject({
      status: { status: "succeeded" },
      completed_at: account.emulator.clock.now() / 1000,
    });
  });

  it("is found by state, region, name and note", async () => {
    const id = await create({ note: "for Friday" });
    for (const query of ["region_id=region-b", "name=friday", "name=APP:1"]) {
      const { data = [] } = await account.get(`/prewarm-tasks?${query}&status=pending`);
      expect(data.map((each) => each.task_id)).toEqual([id]);
    }
    const { data = [] } = await account.get("/prewarm-tasks?status=failed");
    expect(data).toMatchObject([
      { status: { error: "IMAGE_NOT_FOUND" }, reason: [expect.any(String)] },
    ]);
    expect((await account.get("/prewarm-tasks?status=")).data).toHaveLength(7);
    expect(await account.send("GET", "/prewarm-tasks?status=done")).toEqual(
      refusal(400, "query/status"),
    );
  });

  it("is deleted by a body, together with others, and unknown ids are passed over", async () => {
    const ids = [await create(), await create()];
    const kept = await create();
    const response = await account.send("DELETE", "/prewarm-tasks", { task_ids: [...ids, "none"] });
    expect(response).toEqual([200, {}]);
    account.emulator.clock.advance(60_000);
    expect(await account.send("GET", `/prewarm-tasks/${ids[0]}`)).toEqual(
      refusal(404, "no prewarm"),
    );
    expect((await account.get(`/prewarm-tasks/${kept}`)).task_id).toBe(kept);
    expect(await account.send("DELETE", "/prewarm-tasks")).toEqual(refusal(400, "body is missing"));
    expect(await account.send("DELETE", "/prewarm-tasks", {})).toEqual(refusal(400, "'task_ids'"));
  });

  it.each([
    ["region", { region_id: "mars" }],
    ["product", { product_ids: ["none"] }],
  ])("needs a %s that exists", async (what, change) => {
    expect(await account.send("POST", "/prewarm-tasks", { ...body, ...change })).toEqual(
      refusal(400, `no ${what} has the id`),
    );
  });
});
