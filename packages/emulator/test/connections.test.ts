import { beforeEach, describe, expect, it } from "vitest";
import type { StoredEndpoint } from "../src/index.js";
import { createWorld, type World } from "./helpers/vpcep-world.js";

interface Connections {
  readonly connections: readonly { readonly id: string; readonly status: string }[];
  readonly total_count: number;
}

let world: World;
let path: string;

beforeEach(() => {
  world = createWorld();
  path = `/vpc-endpoint-services/${world.serviceId}/connections`;
});

const decide = (action: string, ...endpoints: string[]) => ({ action, endpoints });

describe("listServiceConnections", () => {
  it("has the endpoints of this service alone, newest first, with marks in full", async () => {
    const [one, other] = [await world.addEndpoint(), await world.addEndpoint()];
    await world.addGateway();
    const page = await world.ok<Connections>("GET", `${path}?limit=1`);
    expect(page).toMatchObject({
      connections: [{ id: other, status: "accepted" }],
      total_count: 2,
    });
    const next = await world.ok<Connections>("GET", `${path}?limit=1&offset=1`);
    expect(next.connections[0]?.id).toBe(one);
  });

  it("filters by id, mark and state", async () => {
    const [one, other] = [await world.addEndpoint(), await world.addEndpoint()];
    await world.ok("POST", `${path}/action`, decide("reject", other));
    const count = async (query: string) =>
      (await world.ok<Connections>("GET", `${path}?${query}`)).total_count;
    expect(await count(`id=${one}`)).toBe(1);
    expect(await count("marker_id=422321321312321321")).toBe(1);
    expect(await count("marker_id=1")).toBe(0);
    expect(await count("status=accepted")).toBe(1);
    expect(await world.refused("GET", `${path}?status=gone`)).toEqual([400, "EndPoint.0019"]);
  });

  it("says why a connection failed", async () => {
    const endpoint = world.emulator.state.endpoints.get(await world.addEndpoint());
    const error = [{ error_code: "EndPoint.2022", error_message: "no port is left" }];
    Object.assign(endpoint ?? {}, { status: "failed", error });
    expect(await world.ok("GET", path)).toMatchObject({
      connections: [{ status: "failed", error }],
    });
  });
});

describe("acceptOrRejectConnection", () => {
  it("ends the wait for approval, and the endpoint gets its address", async () => {
    const service = world.emulator.state.services.get(world.serviceId);
    Object.assign(service ?? {}, { approval_enabled: true });
    const id = await world.addEndpoint();
    const read = () => world.ok<StoredEndpoint>("GET", `/vpc-endpoints/${id}`);
    expect(await read()).toMatchObject({ status: "pendingAcceptance" });
    expect(await world.ok("POST", `${path}/action`, decide("receive", id))).toMatchObject({
      connections: [{ id, status: "accepted" }],
    });
    const { ip } = await read();
    expect(ip).toMatch(/^192\.168\./);
    await world.ok("POST", `${path}/action`, decide("reject", id));
    expect(await read()).toMatchObject({ status: "rejected", ip });
    await world.ok("POST", `${path}/action`, decide("receive", id));
    expect(await read()).toMatchObject({ status: "accepted", ip });
  });

  it("counts only what is connected", async () => {
    const id = await world.addEndpoint();
    await world.ok("POST", `${path}/action`, decide("reject", id));
    const list = await world.ok("GET", `/vpc-endpoint-services?id=${world.serviceId}`);
    expect(list).toMatchObject({ endpoint_services: [{ connection_count: 0 }] });
  });

  it("refuses two endpoints, none, unknown ones, and those of other services", async () => {
    const [one, gateway] = [await world.addEndpoint(), await world.addGateway()];
    const refused = (...endpoints: string[]) =>
      world.refused("POST", `${path}/action`, decide("receive", ...endpoints));
    expect(await refused(one, gateway)).toEqual([400, "EndPoint.2031"]);
    expect(await refused()).toEqual([400, "EndPoint.2002"]);
    expect(await refused("nope")).toEqual([404, "EndPoint.2006"]);
    expect(await refused(gateway)).toEqual([400, "EndPoint.2013"]);
    const accept = await world.refused("POST", `${path}/action`, decide("accept", one));
    expect(accept).toEqual([400, "EndPoint.2027"]);
  });

  it("refuses endpoints that are coming or going", async () => {
    const id = await world.addEndpoint();
    await world.ok("DELETE", `/vpc-endpoints/${id}`);
    const refused = () => world.refused("POST", `${path}/action`, decide("receive", id));
    expect(await refused()).toEqual([400, "EndPoint.2018"]);
    const endpoint = world.emulator.state.endpoints.get(id);
    for (const [status, code] of [
      ["creating", "EndPoint.2019"],
      ["failed", "EndPoint.2047"],
    ]) {
      Object.assign(endpoint ?? {}, { status });
      expect(await refused()).toEqual([400, code]);
    }
  });
});

describe("updateConnectionDescriptions", () => {
  it("notes something about each, and leaves the others and the endpoints alone", async () => {
    const [one, other] = [
      await world.addEndpoint({ description: "mine" }),
      await world.addEndpoint(),
    ];
    const connections = [{ id: one, description: "theirs" }];
    expect(await world.ok("PUT", `${path}/description`, { connections })).toMatchObject({
      connections: [{ id: one, description: "theirs" }],
    });
    expect(await world.ok("GET", path)).toMatchObject({
      connections: [
        { id: other, description: "" },
        { id: one, description: "theirs" },
      ],
    });
    expect(await world.ok("GET", `/vpc-endpoints/${one}`)).toMatchObject({ description: "mine" });
  });

  it("does all or nothing", async () => {
    const id = await world.addEndpoint();
    const unknown = "00000000-0000-4000-8000-000000000000";
    const connections = [id, unknown].map((one) => ({ id: one, description: "x" }));
    const refused = await world.refused("PUT", `${path}/description`, { connections });
    expect(refused).toEqual([404, "EndPoint.2006"]);
    expect(world.emulator.state.connectionDescriptions.size).toBe(0);
  });
});
