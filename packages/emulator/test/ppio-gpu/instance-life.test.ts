import { beforeEach, describe, expect, it } from "vitest";
import type { StoredInstance } from "../../src/index.js";
import { openAccount, type PpioAccount, refusal } from "../helpers/ppio-account.js";

let account: PpioAccount;

beforeEach(() => {
  account = openAccount(60);
});

/** An instance in this state, whatever else it is. */
function instanceIn(status: string): StoredInstance {
  for (const each of account.emulator.state.instances.values()) {
    if (each.status.status === status) return each;
  }
  throw new Error(`no instance is ${status}`);
}

async function put(id: string, action: string, body?: object) {
  return account.send("PUT", `/instances/${id}/${action}`, body);
}

async function stateAfter(id: string, ms: number): Promise<unknown> {
  account.emulator.clock.advance(ms);
  return (await account.get(`/instances/${id}`)).status?.status;
}

describe("an instance", () => {
  it("starts from a stop, and stops", async () => {
    const { id } = instanceIn("exited");
    expect(await put(id, "start")).toEqual([200, {}]);
    expect(await stateAfter(id, 0)).toBe("toStart");
    expect(await stateAfter(id, 2_000)).toBe("starting");
    expect(await stateAfter(id, 18_000)).toBe("running");
    const now = account.emulator.clock.now() / 1000;
    expect(await account.get(`/instances/${id}`)).toMatchObject({ last_started_at: now });
    expect(await put(id, "stop")).toEqual([200, {}]);
    expect(await stateAfter(id, 2_000)).toBe("stopping");
    expect(await stateAfter(id, 13_000)).toBe("exited");
    expect(await account.get(`/instances/${id}`)).toMatchObject({ last_stopped_at: now + 15 });
  });

  it.each([
    ["start", "running"],
    ["stop", "exited"],
  ])("that has been told to %s is left alone when told again", async (action, status) => {
    const { id } = instanceIn(status);
    expect(await put(id, action)).toEqual([200, {}]);
    expect(await stateAfter(id, 0)).toBe(status);
    const other = instanceIn(status === "running" ? "exited" : "running");
    await put(other.id, action);
    account.emulator.clock.advance(2_000);
    const before = structuredClone(account.emulator.state.pending);
    expect(await put(other.id, action)).toEqual([200, {}]);
    expect(account.emulator.state.pending).toEqual(before);
  });

  it("restarts, and only while it runs", async () => {
    const { id } = instanceIn("running");
    await put(id, "restart");
    expect(await stateAfter(id, 0)).toBe("toRestart");
    expect(await put(id, "restart")).toEqual(refusal(400, "restart wants it running"));
    expect(await stateAfter(id, 30_000)).toBe("running");
    expect(await put(instanceIn("exited").id, "restart")).toEqual(refusal(400, "is exited"));
  });

  it("refuses what its state does not allow, and changes nothing", async () => {
    const { id, image } = instanceIn("pulling");
    for (const [action, body] of [
      ["start"],
      ["stop"],
      ["upgrade", { image: "other" }],
      ["migrate", {}],
    ] as const) {
      expect(await put(id, action, body)).toEqual(refusal(400, `instance ${id} is pulling`));
    }
    expect(await account.get(`/instances/${id}`)).toMatchObject({ image });
    expect(await stateAfter(id, 60_000)).toBe("running");
  });

  it("is set up anew with what the request gives, and keeps the rest", async () => {
    const { id, envs } = instanceIn("running");
    await put(id, "upgrade", { image: "new:2", command: "run", save_data: false });
    expect(await account.get(`/instances/${id}`)).toMatchObject({
      image: "new:2",
      command: "run",
      entrypoint: "",
      envs,
      status: { status: "toReset" },
    });
    expect(await stateAfter(id, 10_000)).toBe("pulling");
    expect(await stateAfter(id, 50_000)).toBe("running");
    await put(id, "upgrade", { image: "new:3", envs: [] });
    expect(await account.get(`/instances/${id}`)).toMatchObject({ envs: [], command: "run" });
  });

  it("is gone some time after it was deleted, wherever it was", async () => {
    const { id } = instanceIn("pulling");
    expect(await account.send("DELETE", `/instances/${id}`)).toEqual([200, {}]);
    expect(await stateAfter(id, 2_000)).toBe("removing");
    expect(await account.send("DELETE", `/instances/${id}`)).toEqual([200, {}]);
    account.emulator.clock.advance(8_000);
    expect(await account.send("GET", `/instances/${id}`)).toEqual(refusal(404, id));
    expect(await account.send("DELETE", `/instances/${id}`)).toEqual(refusal(404, id));
    account.emulator.clock.advance(100_000);
    expect(account.emulator.state.instances.has(id)).toBe(false);
  });

  it("renews by itself as it was told, if it is prepaid", async () => {
    const all = [...account.emulator.state.instances.values()];
    const prepaid = all.find(({ billing }) => billing.prepaid);
    const postpaid = all.find(({ billing }) => billing.mode === "postpaid");
    const off = { auto_renew: { enabled: false } };
    expect(await put(prepaid?.id ?? "", "auto-renew", off)).toEqual([200, {}]);
    expect(prepaid?.billing.prepaid?.auto_renew).toEqual({
      enabled: false,
      months: 1,
      status: "inactive",
    });
    await put(prepaid?.id ?? "", "auto-renew", { auto_renew: { enabled: true, months: 6 } });
    expect(prepaid?.billing.prepaid?.auto_renew).toEqual({
      enabled: true,
      months: 6,
      status: "active",
    });
    expect(await put(postpaid?.id ?? "", "auto-renew", off)).toEqual(
      refusal(400, "only prepaid can be renewed"),
    );
    expect(await put(postpaid?.id ?? "", "renew", { months: 1 })).toEqual(
      refusal(400, "has billing mode postpaid; only prepaid can be renewed"),
    );
    const negative = { auto_renew: { months: -1 } };
    expect(await put(prepaid?.id ?? "", "auto-renew", negative)).toEqual(refusal(400, ">= 0"));
  });

  it("becomes prepaid from the present on, and postpaid again, but not twice the same", async () => {
    const all = [...account.emulator.state.instances.values()];
    const { id = "" } = all.find(({ billing }) => billing.mode === "postpaid") ?? {};
    const { id: spot = "" } = all.find(({ billing }) => billing.mode === "spot") ?? {};
    const prepaid = { type: "prepaid", months: 2 };
    expect(await put(id, "billing-mode", { ...prepaid, months: 0 })).toEqual(
      refusal(400, "months must be at least 1"),
    );
    expect(await put(id, "billing-mode", prepaid)).toEqual([200, {}]);
    expect(await account.get(`/instances/${id}`)).toMatchObject({
      billing: {
        mode: "prepaid",
        prepaid: { months: 2, end_time: Date.UTC(2026, 2, 1) / 1000 },
      },
      pricing: { prepaid: expect.anything() },
    });
    expect(await put(id, "billing-mode", prepaid)).toEqual(refusal(400, "cannot become prepaid"));
    expect(await put(spot, "billing-mode", prepaid)).toEqual(refusal(400, "is spot"));
    expect(await put(id, "billing-mode", { type: "spot" })).toEqual(refusal(400, "body/type"));
    await put(id, "billing-mode", { type: "postpaid" });
    expect((await account.get(`/instances/${id}`)).billing).toEqual({ mode: "postpaid" });
  });

  it("takes settings in every state, and keeps what they leave out", async () => {
    const { id } = instanceIn("exited");
    await put(id, "auto-migrate", { auto_migrate: { enabled: true } });
    await put(id, "web-terminal", { enable: false });
    expect(await account.get(`/instances/${id}`)).toMatchObject({
      auto_migrate: { enabled: true, include_system_disk: false },
      tools: { web_terminal: { enabled: false } },
    });
    expect(await put(id, "web-terminal", { enabled: true })).toEqual(refusal(400, "'enable'"));
    expect(await put(id, "auto-migrate", {})).toEqual(refusal(400, "'auto_migrate'"));
  });

  it.each(["start", "stop", "restart", "migrate", "upgrade", "auto-renew", "web-terminal"])(
    "that does not exist cannot be told to %s",
    async (action) => {
      const body = { image: "x", enable: true, auto_renew: {} };
      expect(await put("nobody", action, body)).toEqual(refusal(404, "no instance has the id"));
    },
  );
});
