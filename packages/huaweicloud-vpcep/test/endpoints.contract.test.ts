import { createEmulator } from "@cloud-clients/emulator";
import { beforeEach, describe, expect, it } from "vitest";
import {
  addRouteTables,
  addToWhitelist,
  applyRouteTablesPlan,
  applyWhitelistPlan,
  createVpcepClient,
  type ErrorCode,
  editRouteTables,
  editWhitelist,
  errorCodes,
  isApiError,
  listEndpoints,
  listResourceInstances,
  listServiceConnections,
  listServicePermissions,
  planRouteTables,
  planWhitelist,
  removeFromWhitelist,
  removeRouteTables,
  replaceRouteTables,
  replaceWhitelist,
  unwrap,
} from "../src/index.js";

function start() {
  const emulator = createEmulator("huaweicloud-vpcep", { services: 1 });
  const { fetch, state, clock } = emulator;
  const client = createVpcepClient({ region: "cn-north-4", projectId: "p", token: "t", fetch });
  const [own] = state.services.values();
  const open = [...state.publicServices.values()].find((one) => one.service_type === "gateway");
  const connect = async (to: string | undefined, more: object = {}) => {
    const subnet_id = "0cb1e29c-658c-4a14-95e6-0af593bd04cf";
    const body = { endpoint_service_id: to ?? "", vpc_id: "vpc-1", subnet_id, ...more };
    const { id } = await unwrap(client.POST("/v1/{project_id}/vpc-endpoints", { body }));
    clock.advance(60_000);
    return id;
  };
  return { emulator, client, serviceId: own?.id ?? "", gatewayServiceId: open?.id, connect };
}

let world: ReturnType<typeof start>;

beforeEach(() => {
  world = start();
});

const puts = () => world.emulator.requests.filter(({ method }) => method === "PUT");
const quick = { verify: { timeoutMs: 20, intervalMs: 5 } };

describe("the lists around endpoints", () => {
  beforeEach(async () => {
    for (let n = 0; n < 7; n++) await world.connect(world.serviceId);
    await world.connect(world.gatewayServiceId, { tags: [{ key: "kind", value: "gateway" }] });
  });

  it("are walked whatever the page size", async () => {
    const { client, serviceId } = world;
    const all = (await listEndpoints(client).collect()).items;
    expect(all).toHaveLength(8);
    for (const limit of [1, 3, 8]) {
      expect((await listEndpoints(client, { limit }).collect()).items).toEqual(all);
      const connections = await listServiceConnections(client, serviceId, { limit }).collect();
      expect(connections.items.map(({ id }) => id)).toEqual(all.slice(1).map(({ id }) => id));
      const found = await listResourceInstances(client, "endpoint", { limit }).collect();
      expect(found.items.map(({ resource_id: id }) => id)).toEqual(all.map(({ id }) => id));
    }
  });

  it("ask for pages of resources in the body, by strings, and go on from a checkpoint", async () => {
    const { client } = world;
    const some = await listResourceInstances(client, "endpoint", { limit: 3 }).collect({
      maxItems: 4,
    });
    const from = some.checkpoint;
    const rest = await listResourceInstances(client, "endpoint", { limit: 3 }, { from }).collect();
    expect(some.items.length + rest.items.length).toBe(8);
    const posts = world.emulator.requests.filter(
      ({ operation }) => operation === "listResourceInstances",
    );
    expect(posts.map(({ body }) => body)).toEqual([
      { limit: "3", action: "filter" },
      { limit: "3", action: "filter", offset: "3" },
      { limit: "3", action: "filter", offset: "3" },
      { limit: "3", action: "filter", offset: "6" },
    ]);
    expect(() => listResourceInstances(client, "endpoint_service", {}, { from })).toThrow(
      /another/,
    );
  });

  it("find resources by tag, and go on after a 503 although the request is a POST", async () => {
    const { client, emulator } = world;
    emulator.faults.add({ match: { method: "POST" }, fault: { kind: "status", status: 503 } });
    const tags = [{ key: "kind", values: ["gateway"] }];
    const { items } = await listResourceInstances(client, "endpoint", { tags }).collect();
    expect(items).toMatchObject([{ tags: [{ key: "kind", value: "gateway" }] }]);
  });

  it("show who may connect", async () => {
    const { client, serviceId } = world;
    const path =
      "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/action";
    const permissions = ["a", "b", "c"].map((one) => `iam:domain::${one}`);
    await unwrap(
      client.POST(path, {
        params: { path: { vpc_endpoint_service_id: serviceId } },
        body: { action: "add", permissions },
      }),
    );
    const { items } = await listServicePermissions(client, serviceId, { limit: 2 }).collect();
    expect(items.map(({ permission }) => permission).sort()).toEqual(permissions);
  });
});

describe("the whitelist of an endpoint", () => {
  let id: string;

  beforeEach(async () => {
    const more = { whitelist: ["10.0.0.1"], enable_whitelist: true };
    id = await world.connect(world.serviceId, more);
  });

  const stored = () => world.emulator.state.endpoints.get(id);

  it("stays in force while it is edited", async () => {
    await addToWhitelist(world.client, id, ["10.0.0.0/8"]);
    expect(stored()).toMatchObject({
      whitelist: ["10.0.0.1", "10.0.0.0/8"],
      enable_whitelist: true,
    });
    await removeFromWhitelist(world.client, id, ["10.0.0.1", "10.9.9.9"]);
    await editWhitelist(world.client, id, (entries) => [...entries, "192.168.0.1"]);
    expect(stored()).toMatchObject({
      whitelist: ["10.0.0.0/8", "192.168.0.1"],
      enable_whitelist: true,
    });
    expect(Object.keys(puts()[0]?.body as object).sort()).toEqual([
      "enable_whitelist",
      "whitelist",
    ]);
  });

  it("is switched off only when that is said", async () => {
    await replaceWhitelist(world.client, id, ["10.0.0.2"], { also: { enable_whitelist: false } });
    expect(stored()).toMatchObject({ whitelist: ["10.0.0.2"], enable_whitelist: false });
  });

  it("is planned and changed once", async () => {
    const plan = await planWhitelist(world.client, id, {
      present: ["10.0.0.2"],
      absent: ["10.0.0.1"],
    });
    expect(plan).toMatchObject({ added: ["10.0.0.2"], removed: ["10.0.0.1"] });
    await applyWhitelistPlan(world.client, plan);
    expect(stored()?.whitelist).toEqual(["10.0.0.2"]);
    await expect(applyWhitelistPlan(world.client, plan)).rejects.toThrow(/applied before/);
  });

  it("keeps what another writer adds at the same time", async () => {
    world.emulator.faults.add({
      match: { method: "PUT" },
      fault: {
        kind: "secondWriter",
        when: "after",
        write: (state) => state.endpoints.get(id)?.whitelist.push("10.0.0.9"),
      },
    });
    await addToWhitelist(world.client, id, ["10.0.0.2"], quick);
    expect(stored()?.whitelist).toEqual(["10.0.0.1", "10.0.0.2", "10.0.0.9"]);
  });

  it("takes addresses alone, and says so before any request", async () => {
    const before = world.emulator.requests.length;
    await expect(addToWhitelist(world.client, id, ["10.0.0.256"])).rejects.toThrow(
      'whitelist[0] must be an IPv4 address or a CIDR range, not "10.0.0.256"',
    );
    expect(world.emulator.requests).toHaveLength(before);
  });
});

describe("the route tables of an endpoint", () => {
  let id: string;

  beforeEach(async () => {
    id = await world.connect(world.gatewayServiceId, { routetables: ["a", "b"] });
  });

  const stored = () => world.emulator.state.endpoints.get(id)?.routetables;

  it("are bound and unbound one by one", async () => {
    const { client } = world;
    expect((await addRouteTables(client, id, ["c"])).observed).toEqual(["a", "b", "c"]);
    await removeRouteTables(client, id, ["a"]);
    await editRouteTables(client, id, (tables) => [...tables, "d"]);
    expect(stored()).toEqual(["b", "c", "d"]);
    await replaceRouteTables(client, id, ["e"]);
    const plan = await planRouteTables(client, id, { replace: ["e", "f"] });
    expect((await applyRouteTablesPlan(client, plan)).plan.added).toEqual(["f"]);
    expect(stored()).toEqual(["e", "f"]);
  });

  it("that could be bound in part only end in an error with the service's reasons", async () => {
    world.emulator.state.brokenRouteTables.set("full", "no room is left");
    const edit = replaceRouteTables(world.client, id, ["a", "full", "new"], quick);
    await expect(edit).rejects.toMatchObject({
      name: "WriteNotAppliedError",
      observed: ["a", "new"],
      failures: [{ bind_failed: [{ id: "full", error_message: "no room is left" }] }],
    });
    expect(puts()).toHaveLength(1);
  });
});

describe("the table of error codes", () => {
  it("says what a refusal means", async () => {
    const error = await addToWhitelist(world.client, "nobody", ["10.0.0.1"]).catch((one) => one);
    const code: ErrorCode = "EndPoint.2006";
    expect(isApiError(error) && error.code).toBe(code);
    expect(errorCodes[code]).toEqual({ status: 404, label: "endpoint unknown" });
    expect(Object.keys(errorCodes)).toHaveLength(156);
  });
});
