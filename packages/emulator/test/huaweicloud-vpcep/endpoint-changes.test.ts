import { beforeEach, describe, expect, it } from "vitest";
import type { StoredEndpoint } from "../../src/index.js";
import { callVpcep } from "../helpers/vpcep.js";
import { createWorld, type World } from "../helpers/vpcep-world.js";

interface Endpoints {
  readonly endpoints: readonly { readonly id: string }[];
  readonly total_count: number;
}

let world: World;

beforeEach(() => {
  world = createWorld();
});

const read = (id: string) => world.ok<StoredEndpoint>("GET", `/vpc-endpoints/${id}`);

describe("listEndpoints", () => {
  it("has all endpoints, newest first, and filters by service, VPC and id", async () => {
    const ids = [await world.addEndpoint(), await world.addEndpoint({ vpc_id: "vpc-2" })];
    ids.push(await world.addGateway());
    const list = (query = "") => world.ok<Endpoints>("GET", `/vpc-endpoints?${query}`);
    const page = await list("limit=2");
    expect(page.endpoints.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    expect(page.total_count).toBe(3);
    expect((await list("vpc_id=vpc-2")).total_count).toBe(1);
    expect((await list(`id=${ids[0]}`)).total_count).toBe(1);
    expect((await list("endpoint_service_name=com.myhuaweicloud")).total_count).toBe(1);
    expect((await list("public_border_group=edge")).total_count).toBe(0);
  });
});

describe("createEndpoint", () => {
  it("refuses one more than the quota", async () => {
    world.emulator.state.quotas.endpoint = 1;
    const id = await world.addEndpoint();
    await expect(world.addEndpoint()).rejects.toThrow("400 ");
    await world.ok("DELETE", `/vpc-endpoints/${id}`);
    world.emulator.clock.advance(60_000);
    await world.addEndpoint();
  });

  it("refuses a whitelist of something else than addresses", async () => {
    const body = { endpoint_service_id: world.serviceId, vpc_id: "v", whitelist: ["10.0.0.256"] };
    expect(await world.refused("POST", "/vpc-endpoints", body)).toEqual([400, "EndPoint.2044"]);
  });
});

describe("deleteEndpoint", () => {
  it("returns 204, and the endpoint is gone a minute later", async () => {
    const id = await world.addEndpoint({ port_ip: "192.168.7.7" });
    const path = `/vpc-endpoints/${id}`;
    const { status } = await callVpcep(world.emulator.fetch, "DELETE", path);
    expect(status).toBe(204);
    expect((await read(id)).status).toBe("deleting");
    expect(await world.ok("DELETE", path)).toBeUndefined();
    world.emulator.clock.advance(60_000);
    expect(await world.refused("GET", path)).toEqual([404, "EndPoint.2006"]);
    expect(await world.refused("DELETE", path)).toEqual([404, "EndPoint.2006"]);
    expect(world.emulator.state.wantedAddresses.size).toBe(0);
  });

  it("refuses an endpoint that is still being created", async () => {
    const endpoint = await world.ok<StoredEndpoint>("POST", "/vpc-endpoints", {
      endpoint_service_id: world.serviceId,
      vpc_id: "v",
      subnet_id: "0cb1e29c-658c-4a14-95e6-0af593bd04cf",
    });
    const path = `/vpc-endpoints/${endpoint.id}`;
    expect(await world.refused("DELETE", path)).toEqual([400, "EndPoint.2019"]);
  });
});

describe("updateEndpointWhitelist", () => {
  it("replaces the list and the switch, and takes the printed defaults for what is left out", async () => {
    const id = await world.addEndpoint({ whitelist: ["10.1.1.1"] });
    const put = (body: object) => world.ok<StoredEndpoint>("PUT", `/vpc-endpoints/${id}`, body);
    const whitelist = ["192.168.1.1", "10.0.0.0/8"];
    expect(await put({ whitelist, enable_whitelist: true })).toMatchObject({
      whitelist,
      enable_whitelist: true,
    });
    expect(await put({ whitelist })).toMatchObject({ whitelist, enable_whitelist: false });
    expect(await put({})).toMatchObject({ whitelist: [], enable_whitelist: false });
    expect((await read(id)).whitelist).toEqual([]);
  });

  it.each([["10.0.0.256"], ["10.0.0.0/33"], ["fe80::1"], ["10.0.0"], [""]])(
    "refuses %j in the list",
    async (entry) => {
      const path = `/vpc-endpoints/${await world.addEndpoint()}`;
      const body = { whitelist: ["10.0.0.1", entry] };
      expect(await world.refused("PUT", path, body)).toEqual([400, "EndPoint.2044"]);
    },
  );

  it("refuses an entry twice, gateways, and unknown endpoints", async () => {
    const [id, gateway] = [await world.addEndpoint(), await world.addGateway()];
    const refused = (of: string, ...whitelist: string[]) =>
      world.refused("PUT", `/vpc-endpoints/${of}`, { whitelist });
    expect(await refused(id, "10.0.0.1", "10.0.0.1")).toEqual([400, "EndPoint.2044"]);
    expect(await refused(gateway)).toEqual([400, "EndPoint.0002"]);
    expect(await refused("nope")).toEqual([404, "EndPoint.2006"]);
  });
});

describe("updateEndpointRouteTables", () => {
  it("replaces the route tables of a gateway", async () => {
    const id = await world.addGateway({ routetables: ["a", "b"] });
    const path = `/vpc-endpoints/${id}/routetables`;
    const body = { routetables: ["b", "c"] };
    expect(await world.ok("PUT", path, body)).toEqual(body);
    expect((await read(id)).routetables).toEqual(["b", "c"]);
  });

  it("returns 200 with what failed when it can do only part of it", async () => {
    const id = await world.addGateway({ routetables: ["stuck", "old"] });
    world.emulator.state.brokenRouteTables.set("stuck", "is in use");
    world.emulator.state.brokenRouteTables.set("full", "has no room");
    const path = `/vpc-endpoints/${id}/routetables`;
    expect(await world.ok("PUT", path, { routetables: ["full", "new"] })).toEqual({
      routetables: ["stuck", "new"],
      error: [
        {
          bind_failed: [{ id: "full", error_message: "has no room" }],
          unbind_failed: [{ id: "stuck", error_message: "is in use" }],
        },
      ],
    });
    expect((await read(id)).routetables).toEqual(["stuck", "new"]);
  });

  it("refuses interface endpoints, a table twice, and a missing list", async () => {
    const [id, gateway] = [await world.addEndpoint(), await world.addGateway()];
    const refused = (of: string, body: object) =>
      world.refused("PUT", `/vpc-endpoints/${of}/routetables`, body);
    expect(await refused(id, { routetables: [] })).toEqual([400, "EndPoint.0002"]);
    expect(await refused(gateway, { routetables: ["a", "a"] })).toEqual([400, "EndPoint.1019"]);
    expect(await refused(gateway, {})).toEqual([400, "EndPoint.0002"]);
  });
});

describe("the policy of an endpoint", () => {
  const policy_statement = [{ Effect: "Allow", Action: ["obs:*:*"], Resource: ["*"] }];

  it("is set, replaced and dropped", async () => {
    const id = await world.addGateway();
    const path = `/vpc-endpoints/${id}/policy`;
    expect(await world.refused("DELETE", path)).toEqual([400, "EndPoint.2049"]);
    expect(await world.ok("PUT", path, { policy_statement })).toMatchObject({ policy_statement });
    const policy_document = { Version: "5.0" };
    await world.ok("PUT", path, { policy_document });
    expect(await read(id)).toMatchObject({ policy_statement, policy_document });
    expect(await world.ok("DELETE", path)).toMatchObject({ id });
    expect(await read(id)).not.toHaveProperty("policy_statement");
  });

  it("is refused when it is incomplete, missing, or not for a gateway", async () => {
    const [id, gateway] = [await world.addEndpoint(), await world.addGateway()];
    const refused = (of: string, body: object) =>
      world.refused("PUT", `/vpc-endpoints/${of}/policy`, body);
    const half = { Effect: "Allow", Action: ["*"] };
    expect(await refused(gateway, { policy_statement: [half] })).toEqual([400, "EndPoint.2048"]);
    expect(await refused(gateway, {})).toEqual([400, "EndPoint.2048"]);
    expect(await refused(id, { policy_statement })).toEqual([400, "EndPoint.0002"]);
  });
});
