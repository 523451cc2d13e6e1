import { beforeEach, describe, expect, it } from "vitest";
import {
  createEmulator,
  type Emulator,
  type StoredService,
  type VpcepState,
} from "../../src/index.js";
import { callVpcep, readRefusal } from "../helpers/vpcep.js";

let emulator: Emulator<VpcepState>;

beforeEach(() => {
  emulator = createEmulator("huaweicloud-vpcep");
});

interface List {
  readonly endpoint_services: readonly { readonly id: string; readonly [field: string]: unknown }[];
  readonly total_count: number;
}

async function list(query: string): Promise<List> {
  const path = `/vpc-endpoint-services?${query}`;
  return (await (await callVpcep(emulator.fetch, "GET", path)).json()) as List;
}

describe("listEndpointServices", () => {
  it("serves slices of the list and counts all matches", async () => {
    const newestFirst = [...emulator.state.services.keys()].reverse();
    const page = await list("limit=7&offset=7");
    expect(page.endpoint_services.map(({ id }) => id)).toEqual(newestFirst.slice(7, 14));
    expect(page.total_count).toBe(30);
  });

  it("takes the page size that the specification names, and serves nothing past the end", async () => {
    expect((await list("")).endpoint_services).toHaveLength(10);
    expect(await list("offset=30")).toEqual({ endpoint_services: [], total_count: 30 });
  });

  it("sorts by either time in either direction", async () => {
    const oldest = [...emulator.state.services.values()].filter(
      ({ status }) => status === "available",
    );
    emulator.clock.advance(5_000);
    const path = `/vpc-endpoint-services/${oldest[0]?.id}`;
    await callVpcep(emulator.fetch, "PUT", path, { description: "touched" });
    const ids = async (query: string) => (await list(query)).endpoint_services.map(({ id }) => id);
    expect((await ids("sort_dir=asc"))[0]).toBe([...emulator.state.services.keys()][0]);
    expect((await ids("sort_key=update_at"))[0]).toBe(oldest[0]?.id);
  });

  it("filters by part of the name, by id and by status", async () => {
    const all = [...emulator.state.services.values()];
    const billing = all.filter(({ service_name }) => service_name.includes("billing"));
    const failed = all.filter(({ status }) => status === "failed");
    expect(billing.length * failed.length).toBeGreaterThan(0);
    expect((await list("endpoint_service_name=billing")).total_count).toBe(billing.length);
    expect((await list("status=failed")).total_count).toBe(failed.length);
    expect((await list(`id=${all[3]?.id}`)).total_count).toBe(1);
  });

  it.each([
    ["limit=0", "EndPoint.0006"],
    ["limit=1001", "EndPoint.0006"],
    ["offset=-1", "EndPoint.0010"],
    ["sort_key=created_at", "EndPoint.0017"],
    ["sort_dir=up", "EndPoint.0018"],
    ["status=gone", "EndPoint.0019"],
  ])("refuses %s", async (query, code) => {
    const response = await callVpcep(emulator.fetch, "GET", `/vpc-endpoint-services?${query}`);
    expect(await readRefusal(response)).toEqual([400, code]);
  });
});

describe("listPublicEndpointServices", () => {
  it("has its own list, although its path looks like that of a service", async () => {
    const path = "/vpc-endpoint-services/public?limit=5&endpoint_service_name=com.myhuaweicloud";
    const page = (await (await callVpcep(emulator.fetch, "GET", path)).json()) as List;
    expect([page.endpoint_services.length, page.total_count]).toEqual([5, 12]);
    expect(page.endpoint_services[0]).toHaveProperty("owner");
  });
});

describe("updateEndpointService", () => {
  let service: StoredService;

  beforeEach(() => {
    [service] = [...emulator.state.services.values()] as [StoredService];
  });

  function put(body: unknown, id = service.id): Promise<Response> {
    return callVpcep(emulator.fetch, "PUT", `/vpc-endpoint-services/${id}`, body);
  }

  async function read(): Promise<StoredService> {
    const path = `/vpc-endpoint-services/${service.id}`;
    return (await (await callVpcep(emulator.fetch, "GET", path)).json()) as StoredService;
  }

  it("replaces all ports, with TCP where no protocol is named, and nothing else", async () => {
    const before = await read();
    emulator.clock.advance(90_000);
    const ports = [
      { client_port: 80, server_port: 8080 },
      { client_port: 80, server_port: 8080, protocol: "UDP" },
    ];
    const response = await put({ ports });
    const expected = {
      ...before,
      updated_at: "2026-01-01T00:01:30Z",
      ports: [{ ...ports[0], protocol: "TCP" }, ports[1]],
    };
    expect(await response.json()).toEqual(expected);
    expect(await read()).toEqual(expected);
  });

  it("keeps nothing that is not documented, in a mapping or beside the mappings", async () => {
    const ports = [{ client_port: 80, server_port: 8080, protocol: "TCP" }];
    await put({ ports: ports.map((mapping) => ({ ...mapping, note: "mine" })), status: "failed" });
    const { ports: kept, status } = await read();
    expect({ kept, status }).toEqual({ kept: ports, status: "available" });
  });

  it("takes two offered ports that lead to one backend port", async () => {
    const ports = [
      { client_port: 80, server_port: 8080, protocol: "TCP" },
      { client_port: 8081, server_port: 8080, protocol: "TCP" },
    ];
    expect((await put({ ports })).status).toBe(200);
    expect((await read()).ports).toEqual(ports);
  });

  it("keeps the ports when they are left out, and closes all for an empty list", async () => {
    const { ports } = await read();
    await put({ approval_enabled: true });
    expect((await read()).ports).toEqual(ports);
    await put({ ports: [] });
    expect((await read()).ports).toEqual([]);
  });

  it("makes the full name from the name part", async () => {
    await put({ service_name: "new" });
    expect((await read()).service_name).toBe(`cn-north-4.new.${service.id}`);
    await put({ service_name: "" });
    expect((await read()).service_name).toBe(`cn-north-4.${service.id}`);
  });

  const mapping = { client_port: 80, server_port: 8080, protocol: "TCP" };
  it.each([
    ["a mapping twice", { ports: [mapping, { ...mapping }] }, "EndPoint.3044"],
    [
      "a mapping twice by default",
      { ports: [mapping, { client_port: 80, server_port: 1 }] },
      "EndPoint.3044",
    ],
    ["a mapping without its backend port", { ports: [{ client_port: 80 }] }, "EndPoint.3043"],
    ["port 0", { ports: [{ ...mapping, client_port: 0 }] }, "EndPoint.3043"],
    ["SCTP", { ports: [{ ...mapping, protocol: "SCTP" }] }, "EndPoint.3075"],
    ["a name of 17 characters", { service_name: "x".repeat(17) }, "EndPoint.3076"],
    ["a description with <", { description: "<b>" }, "EndPoint.0002"],
    [
      "ip and port_id",
      { ip: "1.2.3.4", port_id: "d23f0824-128b-4f33-8c5c-7fd0a6a3a450" },
      "EndPoint.3052",
    ],
  ])("refuses %s and changes nothing", async (_what, body, code) => {
    const before = await read();
    expect(await readRefusal(await put(body))).toEqual([400, code]);
    expect(await read()).toEqual(before);
  });

  it("refuses a backend port that another service on the same backend uses", async () => {
    const [sharing] = [...emulator.state.services.values()].filter((one) =>
      [...emulator.state.services.values()].some(
        (other) =>
          other.id !== one.id && other.port_id === one.port_id && one.status === "available",
      ),
    );
    const [other] = [...emulator.state.services.values()].filter(
      ({ id, port_id }) => id !== sharing?.id && port_id === sharing?.port_id,
    );
    const taken = other?.ports[0]?.server_port;
    expect(taken).toBeDefined();
    const wanted = [{ client_port: 4000, server_port: taken }];
    expect(await readRefusal(await put({ ports: wanted }, sharing?.id))).toEqual([
      400,
      "EndPoint.3044",
    ]);
    expect((await put({ ports: wanted })).status).toBe(200);
  });

  it("refuses a service that is still being created, until that is done", async () => {
    service.status = "creating";
    emulator.state.creating.set(service.id, emulator.clock.now() + 60_000);
    expect(await readRefusal(await put({ ports: [] }))).toEqual([400, "EndPoint.3045"]);
    emulator.clock.advance(60_000);
    expect((await put({ ports: [] })).status).toBe(200);
  });

  it("returns 504 for a missing body and 400 for an unknown service", async () => {
    expect(await readRefusal(await put(undefined))).toEqual([504, "EndPoint.0011"]);
    expect(await readRefusal(await put({}, "nope"))).toEqual([400, "EndPoint.2003"]);
  });
});
