import { beforeEach, describe, expect, it } from "vitest";
import type { StoredPermission } from "../../src/index.js";
import { createWorld, type World } from "../helpers/vpcep-world.js";

interface ResponseBody {
  readonly permissions: readonly StoredPermission[];
  readonly total_count: number;
}

const [alice, bob] = ["iam:domain::a11ce", "iam:domain::b0b"];

let world: World;
let path: string;

beforeEach(() => {
  world = createWorld();
  path = `/vpc-endpoint-services/${world.serviceId}/permissions`;
});

const list = (query = "") => world.ok<ResponseBody>("GET", path + query);
const texts = async () => (await list()).permissions.map(({ permission }) => permission).sort();

describe("permissions of a service", () => {
  it("are added and removed by what they say, each once", async () => {
    const add = { action: "add", permissions: [alice, bob] };
    expect(await world.ok("POST", `${path}/action`, add)).toEqual({ permissions: [alice, bob] });
    await world.ok("POST", `${path}/action`, { action: "add", permissions: [alice, "*"] });
    expect(await texts()).toEqual(["*", alice, bob]);
    await world.ok("POST", `${path}/action`, { action: "remove", permissions: [alice, "*"] });
    expect(await texts()).toEqual([bob]);
  });

  it("are added with descriptions, described anew, and removed by id", async () => {
    const permissions = [alice, bob].map((permission) => ({ permission, description: "friend" }));
    const added = await world.ok<ResponseBody>("POST", `${path}/batch-create`, {
      permissions,
    });
    expect(added.permissions).toMatchObject(permissions);
    const id = added.permissions[0]?.id ?? "";
    const body = { permission: { description: "best friend" } };
    expect(await world.ok("PUT", `${path}/${id}`, body)).toMatchObject({
      permissions: [{ id, permission: alice, description: "best friend" }],
    });
    const gone = { permissions: [{ id }, { id: "nope" }] };
    const rest = await world.ok<ResponseBody>("POST", `${path}/batch-delete`, gone);
    expect(rest.permissions.map(({ permission }) => permission)).toEqual([bob]);
    expect(await texts()).toEqual([bob]);
  });

  it("are listed page by page, newest first, and found by part of their text", async () => {
    for (const permission of [alice, bob]) {
      await world.ok("POST", `${path}/action`, { action: "add", permissions: [permission] });
      world.emulator.clock.advance(1_000);
    }
    expect(await list("?limit=1")).toMatchObject({
      permissions: [{ permission: bob, permission_type: "domainId" }],
      total_count: 2,
    });
    expect(await list("?permission=a11")).toMatchObject({ total_count: 1 });
    expect((await list("?sort_dir=asc")).permissions[0]?.permission).toBe(alice);
    expect(await world.refused("GET", `${path}?limit=501`)).toEqual([400, "EndPoint.0006"]);
  });

  it("belong to their service, and go with it", async () => {
    await world.ok("POST", `${path}/action`, { action: "add", permissions: [alice] });
    const [, other] = world.emulator.state.services.keys();
    const elsewhere = await world.ok("GET", `/vpc-endpoint-services/${other}/permissions`);
    expect(elsewhere).toEqual({ permissions: [], total_count: 0 });
    await world.ok("DELETE", `/vpc-endpoint-services/${world.serviceId}`);
    world.emulator.clock.advance(60_000);
    expect(await world.refused("GET", path)).toEqual([400, "EndPoint.2003"]);
    expect(world.emulator.state.permissions.has(world.serviceId)).toBe(false);
  });

  it("show late when reads lag behind writes", async () => {
    const fault = { kind: "staleReads", reads: 1 } as const;
    await world.ok("POST", `${path}/action`, { action: "add", permissions: [alice] });
    world.emulator.faults.add({ match: { method: "POST" }, fault });
    await world.ok("POST", `${path}/action`, { action: "add", permissions: [bob] });
    expect(await texts()).toEqual([alice]);
    expect(await texts()).toEqual([alice, bob]);
  });

  it.each([
    ["action", { action: "add", permissions: [] }, "EndPoint.3036"],
    ["action", { action: "grant", permissions: [alice] }, "EndPoint.3035"],
    ["action", { action: "add", permissions: ["alice"] }, "EndPoint.3002"],
    ["action", { action: "add" }, "EndPoint.0002"],
    ["batch-create", { permissions: [{ permission: alice }] }, "EndPoint.3002"],
    ["batch-create", { permissions: [] }, "EndPoint.3036"],
    ["batch-delete", { permissions: [{ id: "" }] }, "EndPoint.3002"],
    ["batch-delete", { permissions: [] }, "EndPoint.3036"],
  ])("refuse %s with %j", async (what, body, code) => {
    expect(await world.refused("POST", `${path}/${what}`, body)).toEqual([400, code]);
  });

  it("that do not exist cannot be described", async () => {
    const body = { permission: { description: "x" } };
    expect(await world.refused("PUT", `${path}/nope`, body)).toEqual([404, "EndPoint.0005"]);
  });
});
