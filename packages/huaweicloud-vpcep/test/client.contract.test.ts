import { createEmulator } from "@cloud-clients/emulator";
import { beforeEach, describe, expect, it } from "vitest";
import {
  addPorts,
  createVpcepClient,
  ensurePorts,
  listEndpointServices,
  listPublicEndpointServices,
  unwrap,
  type VpcepClient,
} from "../src/index.js";

let emulator: ReturnType<typeof start>;
let client: VpcepClient;

function start() {
  return createEmulator("huaweicloud-vpcep", {
    services: 23,
    publicServices: 14,
    tokens: ["right"],
  });
}

beforeEach(() => {
  emulator = start();
  const shared = { region: "cn-north-4", projectId: "0123456789abcdef0123456789abcdef" };
  client = createVpcepClient({ ...shared, token: "right", fetch: emulator.fetch });
});

describe("the VPCEP client on the emulator", () => {
  it("walks the lists whatever the page size", async () => {
    const services = await listEndpointServices(client).collect();
    expect(new Set(services.items.map(({ id }) => id)).size).toBe(23);
    for (const limit of [1, 6, 23]) {
      expect((await listEndpointServices(client, { limit }).collect()).items).toEqual(
        services.items,
      );
    }
    const publicServices = await listPublicEndpointServices(client, { limit: 5 }).collect();
    expect(publicServices.items).toHaveLength(14);
  });

  it("edits mappings and touches nothing else of the service", async () => {
    const [service] = (await listEndpointServices(client).collect({ maxItems: 1 })).items;
    if (!service) throw new Error("no service");
    const path = { vpc_endpoint_service_id: service.id };
    const read = () =>
      unwrap(
        client.GET("/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}", {
          params: { path },
        }),
      );
    const before = await read();
    await addPorts(client, service.id, [{ client_port: 8443, server_port: 30443 }]);
    const { updated_at: _, ports, ...rest } = await read();
    const { updated_at: __, ports: portsBefore = [], ...restBefore } = before;
    expect(rest).toEqual(restBefore);
    expect(ports).toEqual([
      ...portsBefore,
      { client_port: 8443, server_port: 30443, protocol: "TCP" },
    ]);
    const put = emulator.requests.find(({ method }) => method === "PUT");
    expect(Object.keys(put?.body as object).sort()).toEqual(["approval_enabled", "ports"]);
    expect(put?.body).toMatchObject({ approval_enabled: before.approval_enabled });
  });

  it("changes further fields only when asked", async () => {
    const [service] = (await listEndpointServices(client).collect({ maxItems: 1 })).items;
    const result = await ensurePorts(
      client,
      service?.id ?? "",
      { present: [{ client_port: 9443, server_port: 9443, protocol: "UDP" }] },
      { also: { approval_enabled: false } },
    );
    expect(result.changed).toBe(true);
    const { body } = emulator.requests.find(({ method }) => method === "PUT") ?? {};
    expect(body).toMatchObject({ approval_enabled: false });
  });

  for (const errorEnvelope of ["nested", "flat"] as const) {
    it(`reads the ${errorEnvelope} error envelope`, async () => {
      const { fetch } = createEmulator("huaweicloud-vpcep", { errorEnvelope });
      const other = createVpcepClient({ region: "cn-north-4", projectId: "p", token: "t", fetch });
      const params = { path: { vpc_endpoint_service_id: "nobody" } };
      await expect(
        unwrap(
          other.GET("/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}", { params }),
        ),
      ).rejects.toMatchObject({
        status: 400,
        code: "EndPoint.2003",
        message: expect.stringContaining("EndPoint.2003"),
      });
    });
  }

  it("finds the service of a region, and of the one under another domain", async () => {
    const urls: string[] = [];
    for (const region of ["cn-north-4", "eu-west-101"]) {
      const elsewhere = createVpcepClient({
        region,
        projectId: "p",
        token: "t",
        fetch: async ({ url }) => {
          urls.push(new URL(url).origin);
          return new Response('{"endpoint_services":[],"total_count":0}');
        },
      });
      await listEndpointServices(elsewhere).collect();
    }
    expect(urls).toEqual([
      "https://vpcep.cn-north-4.myhuaweicloud.com",
      "https://vpcep.eu-west-101.myhuaweicloud.eu",
    ]);
  });

  it("needs region or address, project and token", () => {
    const good = { region: "cn-north-4", projectId: "p", token: "t" };
    const { region: _, ...noRegion } = good;
    expect(() => createVpcepClient(noRegion)).toThrow(/region/);
    expect(() => createVpcepClient({ ...good, region: "evil.example/" })).toThrow(/region/);
    expect(() => createVpcepClient({ ...good, projectId: "" })).toThrow(/projectId/);
    expect(() => createVpcepClient({ ...good, token: "" })).toThrow(/token/);
  });
});
