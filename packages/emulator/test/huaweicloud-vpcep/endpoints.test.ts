import { describe, expect, it } from "vitest";
import { createEmulator, type StoredEndpoint } from "../../src/index.js";
import { first } from "../helpers/first.js";
import { callVpcep, readRefusal } from "../helpers/vpcep.js";

const subnet = "0cb1e29c-658c-4a14-95e6-0af593bd04cf";

function setUp(approval: boolean) {
  const emulator = createEmulator("huaweicloud-vpcep");
  const service = first(emulator.state.services.values());
  service.approval_enabled = approval;
  const body = { endpoint_service_id: service.id, vpc_id: "vpc-1", subnet_id: subnet };
  const create = (more: object = {}) =>
    callVpcep(emulator.fetch, "POST", "/vpc-endpoints", { ...body, ...more });
  const read = async (id: string): Promise<StoredEndpoint> => {
    const response = await callVpcep(emulator.fetch, "GET", `/vpc-endpoints/${id}`);
    return (await response.json()) as StoredEndpoint;
  };
  return { emulator, service, create, read };
}

describe("createEndpoint", () => {
  it("starts an endpoint that is connected when the clock has moved a minute", async () => {
    const { emulator, create, read } = setUp(false);
    const created = (await (await create({ enable_dns: true })).json()) as StoredEndpoint;
    expect(created).toMatchObject({ status: "creating", active_status: ["active"] });
    expect(created).not.toHaveProperty("ip");
    emulator.clock.advance(59_999);
    expect((await read(created.id)).status).toBe("creating");
    emulator.clock.advance(1);
    expect(await read(created.id)).toMatchObject({
      status: "accepted",
      ip: expect.stringMatching(/^192\.168\.\d+\.\d+$/),
      dns_names: [expect.stringContaining(created.id)],
      updated_at: "2026-01-01T00:01:00Z",
    });
  });

  it("waits for approval where the service wants it", async () => {
    const { emulator, create, read } = setUp(true);
    const { id } = (await (await create()).json()) as StoredEndpoint;
    emulator.clock.advance(60_000);
    const endpoint = await read(id);
    expect(endpoint.status).toBe("pendingAcceptance");
    expect(endpoint).not.toHaveProperty("ip");
  });

  it("gives the address that was asked for, once connected", async () => {
    const { emulator, create, read } = setUp(false);
    const { id } = (await (await create({ port_ip: "192.168.7.7" })).json()) as StoredEndpoint;
    emulator.clock.advance(60_000);
    expect(emulator.state.endpoints.get(id)?.ip).toBe("192.168.7.7");
    expect((await read(id)).ip).toBe("192.168.7.7");
  });

  it("refuses an address that another endpoint of the VPC has or will have, or that is reserved", async () => {
    const { emulator, create } = setUp(false);
    const port_ip = "192.168.7.7";
    await create({ port_ip });
    expect(await readRefusal(await create({ port_ip }))).toEqual([400, "EndPoint.2042"]);
    emulator.clock.advance(60_000);
    expect(await readRefusal(await create({ port_ip }))).toEqual([400, "EndPoint.2042"]);
    expect((await create({ port_ip, vpc_id: "another" })).status).toBe(200);
    for (const reserved of ["198.19.128.0", "198.19.255.255"]) {
      const refused = await readRefusal(await create({ port_ip: reserved }));
      expect(refused).toEqual([400, "EndPoint.2041"]);
    }
    expect((await create({ port_ip: "198.19.127.255" })).status).toBe(200);
  });

  it.each([
    ["vpc_id", "EndPoint.2011"],
    ["endpoint_service_id", "EndPoint.2029"],
  ])("says which id is missing or empty: %s", async (name, code) => {
    const { create } = setUp(false);
    expect(await readRefusal(await create({ [name]: undefined }))).toEqual([400, code]);
    expect(await readRefusal(await create({ [name]: "" }))).toEqual([400, code]);
  });

  it("binds a gateway without route tables to the default one of its VPC", async () => {
    const { emulator, create } = setUp(false);
    const gateways = [...emulator.state.publicServices.values()].filter(
      ({ service_type: type }) => type === "gateway",
    );
    const make = async (more: object): Promise<string[]> => {
      const target = { endpoint_service_id: first(gateways).id, subnet_id: undefined };
      const response = await create({ ...target, ...more });
      return ((await response.json()) as StoredEndpoint).routetables;
    };
    const one = await make({});
    expect(one).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    expect(await make({})).toEqual(one);
    expect(await make({ vpc_id: "another" })).not.toEqual(one);
    expect(await make({ routetables: ["rt"] })).toEqual(["rt"]);
    expect(((await (await create()).json()) as StoredEndpoint).routetables).toEqual([]);
  });

  it("writes marker_id exactly, beyond 2^53, and never the same twice", async () => {
    const { create } = setUp(false);
    const texts = [await (await create()).text(), await (await create()).text()];
    expect(texts[0]).toContain('"marker_id":422321321312321321,');
    expect(texts[1]).toContain('"marker_id":422321321312321322,');
  });

  it("is counted by the service's list", async () => {
    const { emulator, service, create } = setUp(false);
    await create();
    const path = `/vpc-endpoint-services?id=${service.id}`;
    const page = await (await callVpcep(emulator.fetch, "GET", path)).json();
    expect(page).toMatchObject({ endpoint_services: [{ connection_count: 1 }] });
  });

  it("connects to public services too; a gateway needs no subnet", async () => {
    const { emulator, create } = setUp(false);
    const gateways = [...emulator.state.publicServices.values()].filter(
      ({ service_type: type }) => type === "gateway",
    );
    const target = { endpoint_service_id: first(gateways).id, subnet_id: undefined };
    expect((await create(target)).status).toBe(200);
  });

  it("refuses unknown services, unavailable ones, and an interface without a subnet", async () => {
    const { service, create } = setUp(false);
    expect(await readRefusal(await create({ endpoint_service_id: "nope" }))).toEqual([
      400,
      "EndPoint.2003",
    ]);
    expect(await readRefusal(await create({ subnet_id: undefined }))).toEqual([
      400,
      "EndPoint.2010",
    ]);
    service.status = "failed";
    expect(await readRefusal(await create())).toEqual([400, "EndPoint.2004"]);
  });
});

describe("getEndpoint", () => {
  it("returns 404 for an endpoint that does not exist", async () => {
    const { fetch } = createEmulator("huaweicloud-vpcep");
    expect(await readRefusal(await callVpcep(fetch, "GET", "/vpc-endpoints/nope"))).toEqual([
      404,
      "EndPoint.2006",
    ]);
  });
});
