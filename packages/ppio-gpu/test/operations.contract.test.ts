import { readFile } from "node:fs/promises";
import { createEmulator } from "@cloud-clients/emulator";
import { beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  createPpioGpuClient,
  listEndpoints,
  listImagePrewarmTasks,
  listImages,
  listInstances,
  listJobs,
  listNetworks,
  listProducts,
  listRegions,
  listTemplates,
  type PpioGpuClient,
  replacePorts,
  unwrap,
} from "../src/index.js";

const bundleFile = new URL("../../../specs/ppio-gpu/openapi.yaml", import.meta.url);

let emulator: ReturnType<typeof start>;
let client: PpioGpuClient;

function start() {
  return createEmulator("ppio-gpu", { instances: 40 });
}

beforeEach(() => {
  emulator = start();
  client = createPpioGpuClient({ apiKey: "any", fetch: emulator.fetch, retry: false });
});

const image = "registry.example.com/team/app:1.0";
const pass = (ms: number): void => emulator.clock.advance(ms);

/** Path of an instance in this state, or paid for in this way. */
function on(wanted: string): { path: { instance_id: string } } {
  for (const { id, status, billing } of emulator.state.instances.values()) {
    if (status.status === wanted || billing.mode === wanted) return { path: { instance_id: id } };
  }
  throw new Error(`no instance is ${wanted}`);
}

const instanceOf = (params: ReturnType<typeof on>) =>
  unwrap(client.GET("/gpus/v2/instances/{instance_id}", { params }));
const endpointOf = (endpoint_id: string) =>
  unwrap(client.GET("/gpus/v2/endpoints/{endpoint_id}", { params: { path: { endpoint_id } } }));
const templateOf = (template_id: string) =>
  unwrap(client.GET("/gpus/v2/templates/{template_id}", { params: { path: { template_id } } }));
const networkOf = (network_id: string) =>
  unwrap(client.GET("/gpus/v2/networks/{network_id}", { params: { path: { network_id } } }));
const jobOf = (job_id: string) =>
  unwrap(client.GET("/gpus/v2/jobs/{job_id}", { params: { path: { job_id } } }));

const endpointOrder = {
  type: "sync",
  name: "chat",
  product_id: "serverless-gpu-1",
  image,
  worker_config: { min_replicas: 1, max_replicas: 2 },
} as const;
const newEndpoint = async (): Promise<string> =>
  (await unwrap(client.POST("/gpus/v2/endpoints", { body: endpointOrder }))).id;
const newTemplate = async (): Promise<string> => {
  const body = { name: "mine", type: "instance", image };
  return (await unwrap(client.POST("/gpus/v2/templates", { body }))).template_id;
};
const newNetwork = async (): Promise<string> => {
  const body = { region_id: "region-a", name: "mine" };
  await unwrap(client.POST("/gpus/v2/networks", { body }));
  const { items } = await listNetworks(client, { name: "mine" }).collect();
  return items[0]?.id ?? "";
};
const newTask = async (note: string): Promise<string> => {
  const body = { image, region_id: "region-b", note };
  await unwrap(client.POST("/gpus/v2/prewarm-tasks", { body }));
  const { items } = await listImagePrewarmTasks(client, { name: note }).collect();
  return items[0]?.task_id ?? "";
};
const newJob = async (): Promise<string> => {
  const { instance_id } = on("running").path;
  const body = { instance_id, image: "registry.example.com/team/saved:1.0" };
  return (await unwrap(client.POST("/gpus/v2/jobs/save-image", { body }))).job_id;
};

/** By operationId: what a client does with the operation, and the effect that it has. */
const contracts: Record<string, () => Promise<void>> = {
  async createInstance() {
    const { id: instance_id } = await unwrap(
      client.POST("/gpus/v2/instances", {
        body: {
          name: "train",
          product_id: "product-gpu-2",
          image,
          billing: { mode: "prepaid", prepaid: { months: 1 } },
          resource: { gpu_num: 2, rootfs_size_gb: 50 },
          ports: [{ port: 8080, protocol: "http" }],
          envs: [{ key: "STAGE", value: "test" }],
        },
      }),
    );
    const params = { path: { instance_id } };
    expect((await instanceOf(params)).status.status).toBe("toCreate");
    pass(60_000);
    expect(await instanceOf(params)).toMatchObject({
      name: "train",
      status: { status: "running" },
      resource_specs: { gpu_num: 2, rootfs_size_gb: 50 },
      billing: { mode: "prepaid", prepaid: { months: 1 } },
      ports: [{ port: 8080, protocol: "http", endpoint: expect.stringMatching(/^https:/) }],
    });
  },
  async listInstances() {
    const { items } = await listInstances(client, { limit: 7 }).collect();
    expect(new Set(items.map(({ id }) => id))).toEqual(new Set(emulator.state.instances.keys()));
  },
  async getInstance() {
    expect(await instanceOf(on("running"))).toMatchObject({
      id: on("running").path.instance_id,
      tools: { ssh: { command: expect.any(String) } },
      pricing: { instance_price: expect.any(Number) },
    });
  },
  async deleteInstance() {
    const params = on("exited");
    await unwrap(client.DELETE("/gpus/v2/instances/{instance_id}", { params }));
    pass(10_000);
    await expect(instanceOf(params)).rejects.toMatchObject({ name: "NotFoundError" });
  },
  async startInstance() {
    const params = on("exited");
    await unwrap(client.PUT("/gpus/v2/instances/{instance_id}/start", { params }));
    pass(20_000);
    expect((await instanceOf(params)).status.status).toBe("running");
  },
  async stopInstance() {
    const params = on("running");
    await unwrap(client.PUT("/gpus/v2/instances/{instance_id}/stop", { params }));
    pass(15_000);
    expect((await instanceOf(params)).status.status).toBe("exited");
  },
  async restartInstance() {
    const params = on("running");
    const { last_started_at: before = 0 } = await instanceOf(params);
    await unwrap(client.PUT("/gpus/v2/instances/{instance_id}/restart", { params }));
    expect((await instanceOf(params)).status.status).toBe("toRestart");
    pass(30_000);
    const { status, last_started_at: after } = await instanceOf(params);
    expect(status.status).toBe("running");
    expect(after).toBeGreaterThan(before);
  },
  async updateInstancePorts() {
    const params = on("running");
    const { path } = params;
    await replacePorts(client, path.instance_id, [{ port: 7000, protocol: "tcp" }]);
    expect((await instanceOf(params)).ports).toMatchObject([{ port: 7000, protocol: "tcp" }]);
  },
  async upgradeInstance() {
    const params = on("running");
    const body = { image: "registry.example.com/team/app:2.0", command: "serve", save_data: true };
    await unwrap(client.PUT("/gpus/v2/instances/{instance_id}/upgrade", { params, body }));
    pass(60_000);
    const { save_data: _, ...expected } = body;
    expect(await instanceOf(params)).toMatchObject({ ...expected, status: { status: "running" } });
  },
  async renewInstance() {
    const params = on("prepaid");
    const { billing: before } = await instanceOf(params);
    const body = { months: 2 };
    await unwrap(client.PUT("/gpus/v2/instances/{instance_id}/renew", { params, body }));
    const { billing: after } = await instanceOf(params);
    expect(after?.prepaid?.end_time).toBeGreaterThan(before?.prepaid?.end_time ?? 0);
    const postpaid = client.PUT("/gpus/v2/instances/{instance_id}/renew", {
      params: on("postpaid"),
      body,
    });
    await expect(unwrap(postpaid)).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining("only prepaid can be renewed"),
    });
  },
  async setInstanceAutoRenew() {
    const params = on("prepaid");
    const body = { auto_renew: { enabled: false, months: 3 } };
    await unwrap(client.PUT("/gpus/v2/instances/{instance_id}/auto-renew", { params, body }));
    expect((await instanceOf(params)).billing?.prepaid).toMatchObject(body);
  },
  async updateInstanceBillingMode() {
    const params = on("postpaid");
    const body = { type: "prepaid", months: 6 } as const;
    await unwrap(client.PUT("/gpus/v2/instances/{instance_id}/billing-mode", { params, body }));
    expect((await instanceOf(params)).billing).toMatchObject({
      mode: "prepaid",
      prepaid: { months: 6 },
    });
  },
  async migrateInstance() {
    const params = on("running");
    const body = { save_data: true };
    await unwrap(client.PUT("/gpus/v2/instances/{instance_id}/migrate", { params, body }));
    expect((await instanceOf(params)).status.status).toBe("migrating");
    pass(120_000);
    expect((await instanceOf(params)).status.status).toBe("running");
  },
  async setInstanceAutoMigrate() {
    const params = on("running");
    const body = { auto_migrate: { enabled: true, include_system_disk: true } };
    await unwrap(client.PUT("/gpus/v2/instances/{instance_id}/auto-migrate", { params, body }));
    expect(await instanceOf(params)).toMatchObject(body);
  },
  async expandInstanceRootfs() {
    const params = on("running");
    const { resource_specs: before } = await instanceOf(params);
    const body = { rootfs_size_expand_gb: 30 };
    await unwrap(client.PUT("/gpus/v2/instances/{instance_id}/rootfs-expand", { params, body }));
    const { resource_specs: after } = await instanceOf(params);
    expect(after?.rootfs_size_gb).toBe((before?.rootfs_size_gb ?? 0) + 30);
  },
  async setInstanceWebTerminal() {
    const params = on("running");
    const body = { enable: false };
    await unwrap(client.PUT("/gpus/v2/instances/{instance_id}/web-terminal", { params, body }));
    expect((await instanceOf(params)).tools?.web_terminal?.enabled).toBe(false);
  },
  async listEndpoints() {
    const { items } = await listEndpoints(client, { limit: 3 }).collect();
    expect(new Set(items.map(({ id }) => id))).toEqual(new Set(emulator.state.endpoints.keys()));
  },
  async createEndpoint() {
    const id = await newEndpoint();
    pass(30_000);
    const { items } = await listEndpoints(client, { keyword: id }).collect();
    expect(items).toMatchObject([{ id, name: "chat", workers: [{ status: { status: "ready" } }] }]);
  },
  async getEndpoint() {
    const id = await newEndpoint();
    expect(await endpointOf(id)).toMatchObject({ id, type: "sync", url: expect.any(String) });
  },
  async updateEndpoint() {
    const endpoint_id = await newEndpoint();
    const body = { name: "talk", worker_config: { max_replicas: 5 }, ports: [8000] };
    const params = { path: { endpoint_id } };
    await unwrap(client.PUT("/gpus/v2/endpoints/{endpoint_id}", { params, body }));
    expect(await endpointOf(endpoint_id)).toMatchObject({ ...body, image });
  },
  async deleteEndpoint() {
    const endpoint_id = await newEndpoint();
    const params = { path: { endpoint_id } };
    await unwrap(client.DELETE("/gpus/v2/endpoints/{endpoint_id}", { params }));
    await expect(endpointOf(endpoint_id)).rejects.toMatchObject({ name: "NotFoundError" });
  },
  async saveImage() {
    await newJob();
    expect((await listImages(client, { name: "saved" }).collect()).items).toEqual([]);
    pass(120_000);
    const { items } = await listImages(client, { name: "saved" }).collect();
    expect(items).toMatchObject([{ type: "private" }]);
  },
  async listJobs() {
    const ids = [await newJob(), await newJob(), await newJob()];
    const { items } = await listJobs(client, { type: "saveImage", limit: 2 }).collect();
    expect(items.map(({ id }) => id).sort()).toEqual(ids.sort());
    const [one = ""] = ids;
    expect((await listJobs(client, { job_id: one }).collect()).items).toHaveLength(1);
  },
  async getJob() {
    const id = await newJob();
    pass(120_000);
    expect(await jobOf(id)).toMatchObject({
      id,
      type: "saveImage",
      status: { status: "Succeeded" },
    });
  },
  async stopJob() {
    const job_id = await newJob();
    const params = { path: { job_id } };
    await unwrap(client.POST("/gpus/v2/jobs/{job_id}/stop", { params }));
    pass(120_000);
    expect((await jobOf(job_id)).status?.status).toBe("Stopped");
    expect((await listImages(client, { name: "saved" }).collect()).items).toEqual([]);
  },
  async listImages() {
    const { items } = await listImages(client, { limit: 2 }).collect();
    expect(items).toHaveLength(emulator.state.images.size);
    const { items: own } = await listImages(client, { type: "private" }).collect();
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(items.length);
  },
  async deleteImage() {
    const { items } = await listImages(client, { type: "private" }).collect();
    const params = { path: { image_id: String(items[0]?.id) } };
    await unwrap(client.DELETE("/gpus/v2/images/{image_id}", { params }));
    const { items: left } = await listImages(client, { type: "private" }).collect();
    expect(left).toEqual(items.slice(1));
  },
  async listImagePrewarmTasks() {
    const { items } = await listImagePrewarmTasks(client, { limit: 4 }).collect();
    expect(items).toHaveLength(emulator.state.prewarmTasks.size);
    const { items: failed } = await listImagePrewarmTasks(client, { status: "failed" }).collect();
    expect(failed.map(({ status }) => status.status)).toEqual(["failed"]);
  },
  async createImagePrewarmTask() {
    const task = await newTask("contract");
    expect(emulator.state.prewarmTasks.get(task)).toMatchObject({ image, region_id: "region-b" });
  },
  async getImagePrewarmTask() {
    const params = { path: { task_id: await newTask("contract") } };
    pass(60_000);
    const task = await unwrap(client.GET("/gpus/v2/prewarm-tasks/{task_id}", { params }));
    expect(task).toMatchObject({ note: "contract", status: { status: "succeeded" } });
  },
  async deleteImagePrewarmTasks() {
    const body = { task_ids: [await newTask("one"), await newTask("two")] };
    await newTask("three");
    await unwrap(client.DELETE("/gpus/v2/prewarm-tasks", { body }));
    const { items } = await listImagePrewarmTasks(client, { region_id: "region-b" }).collect();
    const notes = items.map(({ note }) => note);
    expect(notes).toContain("three");
    expect(notes).not.toEqual(expect.arrayContaining(["one"]));
    expect(notes).not.toEqual(expect.arrayContaining(["two"]));
  },
  async listTemplates() {
    const { items } = await listTemplates(client, { limit: 5 }).collect();
    expect(new Set(items.map(({ id }) => id))).toEqual(new Set(emulator.state.templates.keys()));
  },
  async getTemplate() {
    const { items } = await listTemplates(client, { visibilities: "community" }).collect();
    const { id = "" } = items.find(({ owner_id: owner }) => owner?.startsWith("owner-of")) ?? {};
    await expect(templateOf(id)).rejects.toMatchObject({ name: "NotFoundError" });
    const params = { path: { template_id: id }, query: { is_community: true } };
    const template = await unwrap(client.GET("/gpus/v2/templates/{template_id}", { params }));
    expect(template).toMatchObject({ id, visibility: "community" });
  },
  async createTemplate() {
    const id = await newTemplate();
    expect(await templateOf(id)).toMatchObject({ id, name: "mine", type: "instance", image });
  },
  async updateTemplate() {
    const template_id = await newTemplate();
    const params = { path: { template_id } };
    const body = { name: "better", metadata: { tags: ["fast"] }, min_cuda_version: "12.4" };
    await unwrap(client.PUT("/gpus/v2/templates/{template_id}", { params, body }));
    expect(await templateOf(template_id)).toMatchObject({ ...body, image });
  },
  async deleteTemplate() {
    const template_id = await newTemplate();
    const params = { path: { template_id } };
    await unwrap(client.DELETE("/gpus/v2/templates/{template_id}", { params }));
    await expect(templateOf(template_id)).rejects.toMatchObject({ name: "NotFoundError" });
  },
  async listNetworks() {
    const { items } = await listNetworks(client, { limit: 1 }).collect();
    expect(new Set(items.map(({ id }) => id))).toEqual(new Set(emulator.state.networks.keys()));
  },
  async createNetwork() {
    const id = await newNetwork();
    expect((await networkOf(id)).status?.status).toBe("creating");
    pass(10_000);
    expect((await networkOf(id)).status?.status).toBe("running");
  },
  async getNetwork() {
    const id = await newNetwork();
    expect(await networkOf(id)).toMatchObject({ id, name: "mine" });
  },
  async updateNetwork() {
    const network_id = await newNetwork();
    const options = { params: { path: { network_id } }, body: { name: "yours" } };
    await unwrap(client.PUT("/gpus/v2/networks/{network_id}", options));
    expect((await networkOf(network_id)).name).toBe("yours");
  },
  async deleteNetwork() {
    const network_id = await newNetwork();
    const params = { path: { network_id } };
    await unwrap(client.DELETE("/gpus/v2/networks/{network_id}", { params }));
    await expect(networkOf(network_id)).rejects.toMatchObject({ name: "NotFoundError" });
  },
  async listProducts() {
    const filter = { type: "gpu", category: "serverless" } as const;
    const { items, truncated } = await listProducts(client, filter).collect();
    expect(items.map(({ id }) => id)).toEqual(["serverless-gpu-1", "serverless-gpu-2"]);
    expect(truncated).toBe(false);
    expect(emulator.requests).toHaveLength(1);
  },
  async listRegions() {
    const { items } = await listRegions(client, { limit: 2 }).collect();
    expect(items.map(({ id }) => id)).toEqual(["region-a", "region-b", "region-c"]);
  },
};

describe("the contract of the PPIO GPU client with the emulator", async () => {
  const bundle: { paths: Record<string, Record<string, { operationId: string }>> } = parse(
    await readFile(bundleFile, "utf8"),
  );
  const ids = Object.values(bundle.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );

  it("covers every operation of the bundle, and no other", () => {
    expect(Object.keys(contracts).sort()).toEqual(ids.sort());
    expect(ids).toHaveLength(43);
  });

  for (const [id, run] of Object.entries(contracts)) {
    it(`holds for ${id}`, async () => {
      await run();
      expect(emulator.requests.map(({ operation }) => operation)).toContain(id);
    });
  }
});
