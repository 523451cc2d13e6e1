import type { Fetch } from "../../src/index.js";

const base = "https://api.ppio.com/gpus/v2";

/** A request as a client would send it: with a key, and JSON when there is a body. */
export function callPpio(
  fetch: Fetch,
  method: string,
  path: string,
  body?: unknown,
  init: RequestInit = {},
): Promise<Response> {
  return fetch(`${base}${path}`, {
    method,
    headers: { authorization: "Bearer test-key", "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...init,
  });
}

export interface Page {
  readonly data: readonly { readonly id: string; readonly [field: string]: unknown }[];
  readonly next_cursor: string;
  readonly has_more: boolean;
}

export async function readPage(fetch: Fetch, query: string): Promise<Page> {
  const response = await callPpio(fetch, "GET", `/instances?${query}`);
  return (await response.json()) as Page;
}

/** Ids of all pages from a cursor on, in the order in which they came. */
export async function walkIds(fetch: Fetch, query: string, from = ""): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor = from, more = true; more; ) {
    const page = await readPage(fetch, `${query}&cursor=${cursor}`);
    ids.push(...page.data.map(({ id }) => id));
    cursor = page.next_cursor;
    more = page.has_more;
  }
  return ids;
}
