import type { paths } from "@cloud-clients/ppio-gpu";
import createClient, { type Client as FetchClient } from "openapi-fetch";
import { apiKey, instanceId, pageSize, ports, type Target } from "./peer.js";

type Client = FetchClient<paths>;

const params = { path: { instance_id: instanceId } };

export const connect = (target: Target): Client =>
  createClient<paths>({ ...target, headers: { authorization: `Bearer ${apiKey}` } });

export async function get(client: Client): Promise<unknown> {
  const { data, error } = await client.GET("/gpus/v2/instances/{instance_id}", { params });
  if (error) throw error;
  return data;
}

export async function put(client: Client): Promise<unknown> {
  const body = { ports };
  const path = "/gpus/v2/instances/{instance_id}/ports";
  const { data, error } = await client.PUT(path, { params, body });
  if (error) throw error;
  return data;
}

export async function* walk(client: Client): AsyncGenerator<unknown> {
  let cursor: string | undefined;
  do {
    const query = { limit: pageSize, ...(cursor && { cursor }) };
    const { data, error } = await client.GET("/gpus/v2/instances", { params: { query } });
    if (error) throw error;
    yield* data?.data ?? [];
    cursor = data?.has_more ? data.next_cursor : undefined;
  } while (cursor);
}
