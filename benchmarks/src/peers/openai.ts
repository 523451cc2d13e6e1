import OpenAI from "openai";
import { CursorPage } from "openai/core/pagination";
import { apiKey, instanceId, pageSize, ports, type Target } from "./peer.js";

export const connect = ({ baseUrl, fetch }: Target): OpenAI =>
  new OpenAI({ apiKey, baseURL: baseUrl, ...(fetch && { fetch }) });

export const get = (client: OpenAI): Promise<unknown> =>
  client.get(`/gpus/v2/instances/${instanceId}`);

export const put = (client: OpenAI): Promise<unknown> =>
  client.put(`/gpus/v2/instances/${instanceId}/ports`, { body: { ports } });

/** With its own pages: the next one comes after the last item's id. */
export const walk = (client: OpenAI): AsyncIterable<unknown> =>
  client.getAPIList("/gpus/v2/instances", CursorPage<{ id: string }>, {
    query: { limit: pageSize },
  });
