import { createClient, OPERATIONS, type RedoclyClient } from "#redocly/client.js";
import { apiKey, instanceId, pageSize, ports, type Target } from "./peer.js";

export const connect = ({ baseUrl, fetch }: Target): RedoclyClient =>
  createClient(OPERATIONS, {
    serverUrl: baseUrl,
    auth: { bearer: apiKey },
    ...(fetch && { fetch }),
  });

export const get = (client: RedoclyClient): Promise<unknown> =>
  client.getInstance({ path: { instance_id: instanceId } });

export const put = (client: RedoclyClient): Promise<unknown> =>
  client.updateInstancePorts({ path: { instance_id: instanceId }, body: { ports } });

export const walk = (client: RedoclyClient): AsyncIterable<unknown> =>
  client.listInstances.items({ query: { limit: pageSize } });
