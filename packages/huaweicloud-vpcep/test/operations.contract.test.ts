import { readFile } from "node:fs/promises";
import { createEmulator, type Emulator, type VpcepState } from "@cloud-clients/emulator";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createVpcepClient, unwrap, type VpcepClient } from "../src/index.js";

const bundleFile = new URL("../../../specs/huaweicloud-vpcep/openapi.yaml", import.meta.url);

/** What every case starts from: one own service, an endpoint of it, and a gateway endpoint. */
interface World {
  readonly emulator: Emulator<VpcepState>;
  readonly client: VpcepClient;
  readonly service: { vpc_endpoint_service_id: string };
  readonly endpoint: { vpc_endpoint_id: string };
  readonly gateway: { vpc_endpoint_id: string };
}

const services = "/v1/{project_id}/vpc-endpoint-services";
const oneService = `${services}/{vpc_endpoint_service_id}` as const;
const endpoints = "/v1/{project_id}/vpc-endpoints";
const oneEndpoint = `${endpoints}/{vpc_endpoint_id}` as const;
const subnet_id = "0cb1e29c-658c-4a14-95e6-0af593bd04cf";
const permission = "iam:domain::a11ce";

async function createWorld(): Promise<World> {
  const emulator = createEmulator("huaweicloud-vpcep", { services: 3, tokens: ["right"] });
  const { fetch, state, clock } = emulator;
  const client = createVpcepClient({ region: "cn-north-4", projectId: "p", token: "right", fetch });
  const [own] = state.services.values();
  const open = [...state.publicServices.values()].find((one) => one.service_type === "gateway");
  if (!own || !open) throw new Error("nothing to connect to");
  own.approval_enabled = true;
  const connect = async (endpoint_service_id: string, more: object) => {
    const body = { endpoint_service_id, vpc_id: "vpc-1", ...more };
    const { id } = await unwrap(client.POST(endpoints, { body }));
    clock.advance(60_000);
    return { vpc_endpoint_id: id };
  };
  return {
    emulator,
    client,
    service: { vpc_endpoint_service_id: own.id },
    endpoint: await connect(own.id, { subnet_id, tags: [{ key: "team", value: "a" }] }),
    gateway: await connect(open.id, { routetables: ["rtb-1"] }),
  };
}

const readService = ({ client, service }: World) =>
  unwrap(client.GET(oneService, { params: { path: service } }));
const readEndpoint = ({ client }: World, path: World["endpoint"]) =>
  unwrap(client.GET(oneEndpoint, { params: { path } }));
const readPermissions = async ({ client, service }: World) =>
  (await unwrap(client.GET(`${oneService}/permissions`, { params: { path: service } })))
    .permissions;
const addPermission = async ({ client, service }: World, description: string) => {
  const body = { permissions: [{ permission, description }] };
  const path = `${oneService}/permissions/batch-create` as const;
  const { permissions = [] } = await unwrap(client.POST(path, { params: { path: service }, body }));
  return permissions[0]?.id ?? "";
};

/** One case an operation: calls it, and proves that what it says came about. */
const cases: Readonly<Record<string, (world: World) => Promise<void>>> = {
  async listVersions({ client }) {
    const { versions } = await unwrap(client.GET("/"));
    expect(versions).toMatchObject([{ id: "v1", status: "CURRENT" }]);
  },
  async getVersion({ client }) {
    const { version } = await unwrap(
      client.GET("/{version}", { params: { path: { version: "v1" } } }),
    );
    expect(version?.links?.[0]?.rel).toBe("self");
  },
  async createEndpointService({ client, emulator }) {
    const made = await unwrap(
      client.POST(services, {
        body: {
          port_id: "d23f0824-128b-4f33-8c5c-7fd0a6a3a450",
          vpc_id: "vpc-1",
          server_type: "LB",
          ports: [{ client_port: 80, server_port: 8080 }],
        },
      }),
    );
    expect(made).toMatchObject({ status: "creating", approval_enabled: true });
    emulator.clock.advance(60_000);
    expect(emulator.state.services.get(made.id)?.status).toBe("available");
  },
  async listEndpointServices({ client, emulator }) {
    const query = { sort_dir: "asc", limit: 2 } as const;
    const page = await unwrap(client.GET(services, { params: { query } }));
    const oldest = [...emulator.state.services.keys()].slice(0, 2);
    expect(page.endpoint_services.map(({ id }) => id)).toEqual(oldest);
    expect(page.total_count).toBe(3);
  },
  async getEndpointService(world) {
    const id = world.service.vpc_endpoint_service_id;
    expect(await readService(world)).toMatchObject({ id, project_id: "p" });
  },
  async updateEndpointService(world) {
    const ports = [{ client_port: 443, server_port: 8443, protocol: "TCP" as const }];
    const params = { path: world.service };
    await unwrap(world.client.PUT(oneService, { params, body: { ports, description: "new" } }));
    expect(await readService(world)).toMatchObject({ ports, description: "new" });
  },
  async deleteEndpointService({ client, service, endpoint, emulator }) {
    await client.DELETE(oneEndpoint, { params: { path: endpoint } });
    emulator.clock.advance(60_000);
    const { response, error } = await client.DELETE(oneService, { params: { path: service } });
    expect([response.status, error]).toEqual([204, undefined]);
    emulator.clock.advance(60_000);
    expect(emulator.state.services.size).toBe(2);
  },
  async listServiceConnections({ client, service, endpoint, emulator }) {
    const path = `${oneService}/connections` as const;
    const query = { status: "pendingAcceptance" } as const;
    const page = await unwrap(client.GET(path, { params: { path: service, query } }));
    const mark = emulator.state.endpoints.get(endpoint.vpc_endpoint_id)?.marker_id;
    expect(page).toMatchObject({
      connections: [{ id: endpoint.vpc_endpoint_id, marker_id: String(mark) }],
      total_count: 1,
    });
  },
  async acceptOrRejectConnection(world) {
    const { client, service, endpoint } = world;
    const path = `${oneService}/connections/action` as const;
    const body = { action: "receive" as const, endpoints: [endpoint.vpc_endpoint_id] };
    const { connections } = await unwrap(client.POST(path, { params: { path: service }, body }));
    expect(connections).toMatchObject([{ status: "accepted" }]);
    expect((await readEndpoint(world, endpoint)).ip).toMatch(/^192\.168\./);
  },
  async listServicePermissions(world) {
    await addPermission(world, "friend");
    expect(await readPermissions(world)).toMatchObject([{ permission, description: "friend" }]);
  },
  async addOrRemoveServicePermissions(world) {
    const path = `${oneService}/permissions/action` as const;
    const params = { path: world.service };
    for (const [action, left] of [
      ["add", 2],
      ["remove", 0],
    ] as const) {
      const body = { action, permissions: [permission, "*"] };
      await unwrap(world.client.POST(path, { params, body }));
      expect(await readPermissions(world)).toHaveLength(left);
    }
  },
  async renameEndpointService(world) {
    const body = { endpoint_service_name: "shop" };
    const params = { path: world.service };
    const response = await unwrap(world.client.PUT(`${oneService}/name`, { params, body }));
    expect(response).toEqual(body);
    expect((await readService(world)).service_name).toContain(".shop.");
  },
  async updateConnectionDescriptions({ client, service, endpoint }) {
    const params = { path: service };
    const connections = [{ id: endpoint.vpc_endpoint_id, description: "reporting" }];
    const path = `${oneService}/connections/description` as const;
    await unwrap(client.PUT(path, { params, body: { connections } }));
    const page = await unwrap(client.GET(`${oneService}/connections`, { params }));
    expect(page.connections).toMatchObject(connections);
  },
  async batchAddServicePermissions(world) {
    const id = await addPermission(world, "friend");
    expect(await readPermissions(world)).toMatchObject([{ id, permission }]);
  },
  async batchRemoveServicePermissions(world) {
    const permissions = [{ id: await addPermission(world, "friend") }];
    const path = `${oneService}/permissions/batch-delete` as const;
    const params = { path: world.service };
    await unwrap(world.client.POST(path, { params, body: { permissions } }));
    expect(await readPermissions(world)).toEqual([]);
  },
  async updateServicePermissionDescription(world) {
    const permission_id = await addPermission(world, "friend");
    await unwrap(
      world.client.PUT(`${oneService}/permissions/{permission_id}`, {
        params: { path: { ...world.service, permission_id } },
        body: { permission: { description: "foe" } },
      }),
    );
    expect(await readPermissions(world)).toMatchObject([{ description: "foe" }]);
  },
  async listPublicEndpointServices({ client, emulator }) {
    const page = await unwrap(client.GET(`${services}/public`));
    expect(page.total_count).toBe(emulator.state.publicServices.size);
    expect(page.endpoint_services[0]?.owner).toBeTruthy();
  },
  async describeEndpointService(world) {
    const id = world.service.vpc_endpoint_service_id;
    const query = { id };
    const summary = await unwrap(world.client.GET(`${services}/describe`, { params: { query } }));
    expect(summary.service_name).toBe((await readService(world)).service_name);
  },
  async createEndpoint(world) {
    const body = {
      endpoint_service_id: world.service.vpc_endpoint_service_id,
      vpc_id: "vpc-2",
      subnet_id,
      whitelist: ["10.0.0.0/8"],
    };
    const made = await unwrap(world.client.POST(endpoints, { body }));
    expect(made).toMatchObject({ status: "creating", whitelist: ["10.0.0.0/8"] });
    world.emulator.clock.advance(60_000);
    const { status } = await readEndpoint(world, { vpc_endpoint_id: made.id });
    expect(status).toBe("pendingAcceptance");
  },
  async listEndpoints({ client, endpoint, gateway }) {
    const page = await unwrap(client.GET(endpoints));
    expect(page.endpoints.map(({ id }) => id)).toEqual([
      gateway.vpc_endpoint_id,
      endpoint.vpc_endpoint_id,
    ]);
  },
  async getEndpoint(world) {
    expect(await readEndpoint(world, world.gateway)).toMatchObject({
      service_type: "gateway",
      status: "accepted",
      routetables: ["rtb-1"],
    });
  },
  async deleteEndpoint({ client, endpoint, emulator }) {
    const params = { path: endpoint };
    const { response } = await client.DELETE(oneEndpoint, { params });
    expect(response.status).toBe(204);
    emulator.clock.advance(60_000);
    const gone = await client.GET(oneEndpoint, { params });
    expect([gone.response.status, emulator.state.endpoints.size]).toEqual([404, 1]);
  },
  async updateEndpointWhitelist(world) {
    const body = { whitelist: ["192.168.1.1"], enable_whitelist: true };
    const params = { path: world.endpoint };
    await unwrap(world.client.PUT(oneEndpoint, { params, body }));
    expect(await readEndpoint(world, world.endpoint)).toMatchObject(body);
  },
  async updateEndpointRouteTables(world) {
    const body = { routetables: ["rtb-2"] };
    const params = { path: world.gateway };
    const response = await unwrap(world.client.PUT(`${oneEndpoint}/routetables`, { params, body }));
    expect(response).toEqual(body);
    expect(await readEndpoint(world, world.gateway)).toMatchObject(body);
  },
  async updateEndpointPolicy(world) {
    const policy_statement = [{ Effect: "Allow" as const, Action: ["obs:*:*"], Resource: ["*"] }];
    const params = { path: world.gateway };
    await unwrap(world.client.PUT(`${oneEndpoint}/policy`, { params, body: { policy_statement } }));
    expect(await readEndpoint(world, world.gateway)).toMatchObject({ policy_statement });
  },
  async deleteEndpointPolicy(world) {
    const params = { path: world.gateway };
    const path = `${oneEndpoint}/policy` as const;
    await unwrap(world.client.PUT(path, { params, body: { policy_document: { Version: "5.0" } } }));
    const { id } = await unwrap(world.client.DELETE(path, { params }));
    expect(id).toBe(world.gateway.vpc_endpoint_id);
    expect(await readEndpoint(world, world.gateway)).not.toHaveProperty("policy_document");
  },
  async listQuotas({ client }) {
    const query = { type: "endpoint" } as const;
    const { quotas } = await unwrap(client.GET("/v1/{project_id}/quotas", { params: { query } }));
    expect(quotas?.resources).toEqual([{ type: "endpoint", used: 2, quota: 150 }]);
  },
  async listResourceInstances({ client, endpoint }) {
    const path = "/v1/{project_id}/{resource_type}/resource_instances/action";
    const params = { path: { resource_type: "endpoint" } } as const;
    const filter = { action: "filter" as const, limit: "1", tags: [{ key: "team", values: [] }] };
    const found = await unwrap(client.POST(path, { params, body: filter }));
    expect(found.resources).toMatchObject([{ resource_id: endpoint.vpc_endpoint_id }]);
    const counted = await unwrap(client.POST(path, { params, body: { action: "count" } }));
    expect(counted).toEqual({ total_count: 2 });
  },
  async batchUpdateResourceTags(world) {
    const path = "/v1/{project_id}/{resource_type}/{resource_id}/tags/action";
    const resource_id = world.endpoint.vpc_endpoint_id;
    const params = { path: { resource_type: "endpoint", resource_id } } as const;
    const body = { action: "create" as const, tags: [{ key: "team", value: "b" }] };
    const { response } = await world.client.POST(path, { params, body });
    expect(response.status).toBe(204);
    expect((await readEndpoint(world, world.endpoint)).tags).toEqual(body.tags);
  },
  async listProjectResourceTags({ client }) {
    const params = { path: { resource_type: "endpoint" } } as const;
    const path = "/v1/{project_id}/{resource_type}/tags";
    const { tags } = await unwrap(client.GET(path, { params }));
    expect(tags).toEqual([{ key: "team", values: ["a"] }]);
  },
};

describe("each operation of VPCEP through the client", () => {
  for (const [operationId, run] of Object.entries(cases)) {
    it(operationId, async () => run(await createWorld()));
  }

  it("stands in this table", async () => {
    const bundle = parse(await readFile(bundleFile, "utf8")) as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const methods = Object.values(bundle.paths).flatMap((item) => Object.values(item));
    const ids = methods.map(({ operationId }) => operationId);
    expect(ids).toHaveLength(30);
    expect(Object.keys(cases).sort()).toEqual(ids.sort());
  });
});
