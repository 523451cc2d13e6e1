import { describe, expect, it } from "vitest";
import { createList, type OffsetListOptions, type OffsetRule } from "../src/kit.js";
import { json, offsetRule, tinyClient } from "./tiny-api.js";

const inBody: OffsetRule = { ...offsetRule, in: "body" };
const asDigits: OffsetRule = { ...inBody, digits: true };

/** A counted list that is asked by POST. */
function searchService(items: readonly unknown[]) {
  const bodies: Record<string, unknown>[] = [];
  const urls: string[] = [];
  const fetch = async (url: string, { method, body }: RequestInit): Promise<Response> => {
    if (method !== "POST") return json({ message: "POST it" }, { status: 405 });
    const asked = JSON.parse(body as string) as Record<string, unknown>;
    bodies.push(asked);
    urls.push(url);
    const offset = Number(asked.offset ?? 0);
    const data = items.slice(offset, offset + Number(asked.limit ?? 2));
    return json({ data, total: items.length });
  };
  return { fetch, bodies, urls };
}

function search(
  service: { fetch: (url: string, init: RequestInit) => Promise<Response> },
  rule: OffsetRule,
  query: object = {},
  options: OffsetListOptions<unknown> = {},
) {
  const client = tinyClient({ fetch: service.fetch, retry: false });
  return createList<unknown>(client, rule, { body: query }, options);
}

describe("a list that is paged in its body", () => {
  it("is asked by POST, filters and page in the body, nothing in the address", async () => {
    const service = searchService([1, 2, 3]);
    const { items } = await search(service, inBody, { limit: 2, name: "a" }).collect();
    expect(items).toEqual([1, 2, 3]);
    expect(service.bodies).toEqual([
      { limit: 2, name: "a" },
      { limit: 2, name: "a", offset: 2 },
    ]);
    expect(new Set(service.urls)).toEqual(new Set(["https://api.example.org/things"]));
  });

  it("sends strings of digits where the service wants them", async () => {
    const service = searchService([1, 2, 3]);
    expect((await search(service, asDigits, { limit: 2 }).collect()).items).toEqual([1, 2, 3]);
    expect(service.bodies).toEqual([{ limit: "2" }, { limit: "2", offset: "2" }]);
  });

  it("goes on from a checkpoint, and refuses one of other filters", async () => {
    const service = searchService([1, 2, 3, 4, 5]);
    const some = await search(service, asDigits, { name: "a" }).collect({ maxItems: 3 });
    const from = some.checkpoint;
    const rest = await search(service, asDigits, { name: "a" }, { from }).collect();
    expect([...some.items, ...rest.items]).toEqual([1, 2, 3, 4, 5]);
    expect(() => search(service, asDigits, { name: "b" }, { from })).toThrow(/another query/);
  });

  it("refuses a position and a page size that is no number", () => {
    const service = searchService([]);
    expect(() => search(service, asDigits, { offset: 1 })).toThrow(/is set by the walk/);
    expect(() => search(service, asDigits, { limit: "2" })).toThrow(/whole number/);
  });

  it("tells the page hook that it was a POST", async () => {
    const { fetch } = searchService([1]);
    const operations: string[] = [];
    const hooks = { onPage: ({ operation }: { operation: string }) => operations.push(operation) };
    await createList(tinyClient({ fetch, hooks }), inBody, {}).collect();
    expect(operations).toEqual(["POST /things"]);
  });
});
