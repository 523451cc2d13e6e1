import { createList, type ListOptions, type OffsetListOptions } from "../src/kit.js";
import { cursorRule, json, offsetRule, tinyClient } from "./tiny-api.js";

/** A list service with pages as given; a cursor names the page it leads to. */
export function cursorService(
  pages: readonly (readonly unknown[])[],
  twist: (page: number) => object | Response | Error | undefined = () => undefined,
) {
  const requests: string[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    init.signal?.throwIfAborted();
    const at = new URL(url).searchParams.get("cursor");
    requests.push(at ?? "first");
    const page = at ? Number(at.slice(1)) : 0;
    const last = page >= pages.length - 1;
    const twisted = twist(page);
    if (twisted instanceof Error) throw twisted;
    if (twisted instanceof Response) return twisted;
    return json({ data: pages[page], next: last ? "" : `p${page + 1}`, more: !last, ...twisted });
  };
  return { fetch, requests };
}

/** A counted list service over an array that may change while it is walked. */
export function offsetService(items: unknown[], pageSize = 3) {
  const requests: number[] = [];
  const fetch = async (url: string): Promise<Response> => {
    const query = new URL(url).searchParams;
    const offset = Number(query.get("offset") ?? 0);
    const limit = Number(query.get("limit") ?? pageSize);
    requests.push(offset);
    return json({ data: items.slice(offset, offset + limit), total: items.length });
  };
  return { fetch, requests };
}

export function cursorList(
  service: { fetch: (url: string, init: RequestInit) => Promise<Response> },
  options?: ListOptions<unknown>,
  query?: object,
) {
  const client = tinyClient({ fetch: service.fetch, retry: false });
  return createList<unknown>(client, cursorRule, { query }, options);
}

export function offsetList(
  service: { fetch: (url: string, init: RequestInit) => Promise<Response> },
  options?: OffsetListOptions<unknown>,
  query?: object,
) {
  const client = tinyClient({ fetch: service.fetch, retry: false });
  return createList<unknown>(client, offsetRule, { query }, options);
}

export async function take<T>(from: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of from) all.push(one);
  return all;
}
