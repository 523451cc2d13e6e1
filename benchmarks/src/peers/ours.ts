import { createPpioGpuClient, listInstances, unwrap } from "@cloud-clients/ppio-gpu";
import { apiKey, instanceId, pageSize, ports, type Target } from "./peer.js";

type Client = ReturnType<typeof createPpioGpuClient>;

const params = { path: { instance_id: instanceId } };

export const connect = (target: Target): Client => createPpioGpuClient({ apiKey, ...target });

export const get = (client: Client): Promise<unknown> =>
  unwrap(client.GET("/gpus/v2/instances/{instance_id}", { params }));

export const put = (client: Client): Promise<unknown> =>
  unwrap(client.PUT("/gpus/v2/instances/{instance_id}/ports", { params, body: { ports } }));

export const walk = (client: Client): AsyncIterable<unknown> =>
  listInstances(client, { limit: pageSize });
