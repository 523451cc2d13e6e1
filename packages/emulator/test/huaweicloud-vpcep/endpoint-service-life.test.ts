import { beforeEach, describe, expect, it } from "vitest";
import type { StoredService } from "../../src/index.js";
import { createWorld, type World } from "../helpers/vpcep-world.js";

const port_id = "d23f0824-128b-4f33-8c5c-7fd0a6a3a450";
const body = {
  port_id,
  vpc_id: "vpc-9",
  server_type: "LB",
  service_name: "shop",
  ports: [{ client_port: 80, server_port: 8080 }],
};
const services = "/vpc-endpoint-services";

let world: World;

beforeEach(() => {
  world = createWorld();
});

describe("createEndpointService", () => {
  it("starts a service that is available when the clock has moved a minute", async () => {
    const made = await world.ok<StoredService>("POST", services, body);
    expect(made).toMatchObject({
      status: "creating",
      service_name: `cn-north-4.shop.${made.id}`,
      service_type: "interface",
      approval_enabled: true,
      tcp_proxy: "close",
      ports: [{ client_port: 80, server_port: 8080, protocol: "TCP" }],
    });
    const read = () => world.ok<StoredService>("GET", `${services}/${made.id}`);
    world.emulator.clock.advance(59_999);
    expect((await read()).status).toBe("creating");
    world.emulator.clock.advance(1);
    expect(await read()).toMatchObject({
      status: "available",
      updated_at: "2026-01-01T00:01:00Z",
    });
    const { total_count } = await world.ok<{ total_count: number }>("GET", services);
    expect(total_count).toBe(31);
  });

  it("takes two offered ports that lead to one backend port, and tags in any script", async () => {
    const ports = [...body.ports, { client_port: 8081, server_port: 8080 }];
    const tags = [{ key: "团队 a.b:c=d+e-f@g_", value: "a/b" }];
    const made = await world.ok<StoredService>("POST", services, { ...body, ports, tags });
    expect(made.ports.map(({ server_port }) => server_port)).toEqual([8080, 8080]);
    expect(made.tags).toEqual(tags);
  });

  it("gives every service another id", async () => {
    const one = await world.ok<StoredService>("POST", services, body);
    const other = await world.ok<StoredService>("POST", services, {
      ...body,
      ports: [{ client_port: 80, server_port: 8081 }],
    });
    expect(one.id).not.toBe(other.id);
  });

  const tooMany = Array.from({ length: 201 }, (_, n) => ({
    client_port: n + 1,
    server_port: n + 1,
  }));

  it.each([
    ["201 mappings", { ports: tooMany }, "EndPoint.3074"],
    [
      "an offered port twice",
      { ports: [...body.ports, { client_port: 80, server_port: 1 }] },
      "EndPoint.3044",
    ],
    ["UDP", { ports: [{ client_port: 1, server_port: 1, protocol: "UDP" }] }, "EndPoint.3075"],
    ["a tag with <", { tags: [{ key: "a<b" }] }, "EndPoint.3068"],
    ["a value with *", { tags: [{ key: "a", value: "*" }] }, "EndPoint.3068"],
    ["a tag of the system", { tags: [{ key: "_sys_x" }] }, "EndPoint.3068"],
    ["no client_port", { ports: [{ server_port: 1 }] }, "EndPoint.3043"],
    ["no ports", { ports: undefined }, "EndPoint.0002"],
    ["a backend that is no UUID", { port_id: "p" }, "EndPoint.3003"],
    ["another kind of backend", { server_type: "BMS" }, "EndPoint.3021"],
    ["a name of 17 characters", { service_name: "x".repeat(17) }, "EndPoint.3076"],
    ["a tag twice", { tags: [{ key: "a" }, { key: "a", value: "b" }] }, "EndPoint.3067"],
    ["a tag without key", { tags: [{ value: "a" }] }, "EndPoint.3066"],
    [
      "21 tags",
      { tags: Array.from({ length: 21 }, (_, n) => ({ key: `k${n}` })) },
      "EndPoint.3069",
    ],
    ["a long key", { tags: [{ key: "k".repeat(129) }] }, "EndPoint.3072"],
    ["a long value", { tags: [{ key: "k", value: "v".repeat(256) }] }, "EndPoint.3073"],
  ])("refuses %s and adds nothing", async (_what, more, code) => {
    expect(await world.refused("POST", services, { ...body, ...more })).toEqual([400, code]);
    expect(world.emulator.state.services.size).toBe(30);
  });

  it("refuses mappings that clash with another service on the same backend", async () => {
    await world.ok("POST", services, body);
    expect(await world.refused("POST", services, body)).toEqual([400, "EndPoint.3044"]);
  });

  it("refuses one more than the quota", async () => {
    world.emulator.state.quotas.endpoint_service = 31;
    await world.ok("POST", services, body);
    const other = { ...body, ports: [{ client_port: 1, server_port: 1 }] };
    expect(await world.refused("POST", services, other)).toEqual([400, "Endpoint.1018"]);
  });
});

describe("deleteEndpointService", () => {
  const path = () => `${services}/${world.serviceId}`;

  it("returns 204 without a body, and the service is gone a minute later", async () => {
    expect(await world.ok("DELETE", path())).toBeUndefined();
    expect((await world.ok<StoredService>("GET", path())).status).toBe("deleting");
    expect(await world.ok("DELETE", path())).toBeUndefined();
    expect(await world.refused("PUT", path(), {})).toEqual([400, "EndPoint.3045"]);
    world.emulator.clock.advance(60_000);
    expect(await world.refused("GET", path())).toEqual([400, "EndPoint.2003"]);
    expect(await world.refused("DELETE", path())).toEqual([400, "EndPoint.2003"]);
  });

  it("refuses a service that endpoints use, until they are gone or rejected", async () => {
    const [used, rejected] = [await world.addEndpoint(), await world.addEndpoint()];
    expect(await world.refused("DELETE", path())).toEqual([400, "EndPoint.3006"]);
    await world.ok("POST", `${path()}/connections/action`, {
      action: "reject",
      endpoints: [rejected],
    });
    await world.ok("DELETE", `/vpc-endpoints/${used}`);
    expect(await world.refused("DELETE", path())).toEqual([400, "EndPoint.3006"]);
    world.emulator.clock.advance(60_000);
    await world.ok("DELETE", path());
  });

  it("refuses a service that is still being created", async () => {
    const { id } = await world.ok<StoredService>("POST", services, body);
    expect(await world.refused("DELETE", `${services}/${id}`)).toEqual([400, "EndPoint.3045"]);
  });
});

describe("renameEndpointService", () => {
  it("changes the name and nothing else", async () => {
    const path = `${services}/${world.serviceId}`;
    const before = await world.ok<StoredService>("GET", path);
    world.emulator.clock.advance(5_000);
    const name = { endpoint_service_name: "new" };
    expect(await world.ok("PUT", `${path}/name`, name)).toEqual(name);
    expect(await world.ok("GET", path)).toEqual({
      ...before,
      service_name: `cn-north-4.new.${world.serviceId}`,
      updated_at: "2026-01-01T00:00:05Z",
    });
  });

  it("refuses a name that is too long, and a missing body", async () => {
    const path = `${services}/${world.serviceId}/name`;
    const name = { endpoint_service_name: "a b" };
    expect(await world.refused("PUT", path, name)).toEqual([400, "EndPoint.3076"]);
    expect(await world.refused("PUT", path)).toEqual([504, "EndPoint.0011"]);
  });
});

describe("describeEndpointService", () => {
  const describe = `${services}/describe`;

  it("shows own and public services, by id or by full name", async () => {
    const { service_name } = await world.ok<StoredService>("GET", `${services}/${world.serviceId}`);
    const byId = await world.ok("GET", `${describe}?id=${world.serviceId}`);
    expect(byId).toMatchObject({ id: world.serviceId, service_name });
    expect(Object.keys(byId as object)).not.toContain("port_id");
    const byName = `${describe}?endpoint_service_name=${encodeURIComponent(service_name)}`;
    expect(await world.ok("GET", byName)).toEqual(byId);
    const [open] = world.emulator.state.publicServices.keys();
    expect(await world.ok("GET", `${describe}?id=${open}`)).toMatchObject({ id: open });
  });

  it.each([
    ["neither", "", "EndPoint.0002"],
    ["both", "?id=a&endpoint_service_name=b", "EndPoint.0002"],
    ["an unknown id", "?id=nope", "EndPoint.2003"],
    ["part of a name", "?endpoint_service_name=cn-north-4", "EndPoint.2003"],
  ])("refuses %s", async (_what, query, code) => {
    expect(await world.refused("GET", describe + query)).toEqual([400, code]);
  });
});

describe("listQuotas", () => {
  it("counts what there is, all kinds or one", async () => {
    await world.addEndpoint();
    const of = (type: string, used: number, quota: number) => ({ type, used, quota });
    expect(await world.ok("GET", "/quotas")).toEqual({
      quotas: { resources: [of("endpoint_service", 30, 100), of("endpoint", 1, 150)] },
    });
    expect(await world.ok("GET", "/quotas?type=endpoint")).toEqual({
      quotas: { resources: [of("endpoint", 1, 150)] },
    });
    expect(await world.refused("GET", "/quotas?type=vm")).toEqual([400, "EndPoint.3070"]);
  });
});
