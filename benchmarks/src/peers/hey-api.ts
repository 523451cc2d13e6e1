import { createClient, createConfig, type HeyApiClient } from "#hey-api/client/index.js";
import { getInstance, listInstances, updateInstancePorts } from "#hey-api/sdk.gen.js";
import { apiKey, instanceId, pageSize, ports, type Target } from "./peer.js";

const path = { instance_id: instanceId };

export const connect = (target: Target): HeyApiClient =>
  createClient(createConfig({ ...target, auth: apiKey, throwOnError: true }));

export const get = async (client: HeyApiClient): Promise<unknown> =>
  (await getInstance({ client, path })).data;

export const put = async (client: HeyApiClient): Promise<unknown> =>
  (await updateInstancePorts({ client, path, body: { ports } })).data;

export async function* walk(client: HeyApiClient): AsyncGenerator<unknown> {
  let cursor: string | undefined;
  do {
    const query = { limit: pageSize, ...(cursor && { cursor }) };
    const { data } = await listInstances({ client, query });
    yield* data.data ?? [];
    cursor = data.has_more ? data.next_cursor : undefined;
  } while (cursor);
}
