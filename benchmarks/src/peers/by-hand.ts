import { apiKey, instanceId, type Page, pageSize, ports, type Target } from "./peer.js";

export const connect = (target: Target): Target => target;

async function request(
  { baseUrl, fetch = globalThis.fetch }: Target,
  path: string,
  init: RequestInit = {},
): Promise<unknown> {
  const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json" };
  const response = await fetch(`${baseUrl}${path}`, { headers, ...init });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return response.json();
}

export const get = (target: Target): Promise<unknown> =>
  request(target, `/gpus/v2/instances/${encodeURIComponent(instanceId)}`);

export const put = (target: Target): Promise<unknown> =>
  request(target, `/gpus/v2/instances/${encodeURIComponent(instanceId)}/ports`, {
    method: "PUT",
    body: JSON.stringify({ ports }),
  });

export async function* walk(target: Target): AsyncGenerator<unknown> {
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: String(pageSize), ...(cursor && { cursor }) });
    const page = (await request(target, `/gpus/v2/instances?${query}`)) as Page;
    yield* page.data ?? [];
    cursor = page.has_more ? page.next_cursor : undefined;
  } while (cursor);
}
