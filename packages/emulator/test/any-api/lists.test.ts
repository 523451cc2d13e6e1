import { getAt } from "@cloud-clients/openapi-model";
import { describe, expect, it } from "vitest";
import { type AnyApi, document, standIn } from "../helpers/any-api.js";

/** Items of all pages, and how many each page had; at most 100 pages. */
async function walk(
  { send }: AnyApi,
  start: Parameters<AnyApi["send"]>,
  items: readonly string[],
  next: (
    page: Awaited<ReturnType<AnyApi["send"]>>,
    count: number,
  ) => Parameters<AnyApi["send"]> | undefined,
): Promise<{ found: unknown[]; sizes: number[] }> {
  const found: unknown[] = [];
  const sizes: number[] = [];
  for (let request: typeof start | undefined = start; request; ) {
    if (sizes.length > 100) throw new Error("the walk has no end");
    const page = await send(...request);
    expect(page.status).toBe(200);
    const here = getAt(page.body, items) as unknown[];
    found.push(...here);
    sizes.push(here.length);
    request = next(page, found.length);
  }
  return { found, sizes };
}

function ids(items: readonly unknown[], field = "id"): unknown[] {
  return items.map((item) => getAt(item, [field]));
}

describe("a list without a handler", () => {
  it("pages by number, with the count that its rule names", async () => {
    const api = standIn("shop", { items: 25 });
    const pages: unknown[] = [];
    const { found, sizes } = await walk(api, ["GET", "/orders"], ["orders"], (page) => {
      pages.push(getAt(page.body, ["meta"]));
      return pages.length < 3 ? ["GET", `/orders?page=${pages.length + 1}`] : undefined;
    });
    expect(sizes).toEqual([10, 10, 5]);
    expect(new Set(ids(found)).size).toBe(25);
    expect(pages).toEqual(Array(3).fill({ page_count: 3, took_ms: 4 }));
    const beyond = await api.send("GET", "/orders?page=4");
    expect(getAt(beyond.body, ["orders"])).toEqual([]);
  });

  it("pages by an offset in a header, to an empty or short page", async () => {
    const api = standIn("shop", { items: 7 });
    const at = (offset: number): Parameters<AnyApi["send"]> => [
      "GET",
      "/parts",
      { headers: { "X-Limit": "3", "X-Offset": String(offset) } },
    ];
    const { found, sizes } = await walk(api, at(0), ["parts"], (_page, count) =>
      count < 7 ? at(count) : undefined,
    );
    expect(sizes).toEqual([3, 3, 1]);
    expect(new Set(ids(found, "serial")).size).toBe(7);
  });

  it("pages by addresses in Link headers, which keep the query and end with the list", async () => {
    const api = standIn("shop", { items: 12 });
    const links: (string | null)[] = [];
    const { found, sizes } = await walk(api, ["GET", "/events?size=5"], [], ({ headers }) => {
      const link = headers.get("link");
      links.push(link);
      const address = /^<(https:\/\/any\.example\/events\?size=5&[^>]+)>; rel="next"$/.exec(
        link ?? "",
      )?.[1];
      return address === undefined ? undefined : ["GET", address];
    });
    expect(sizes).toEqual([5, 5, 2]);
    expect(new Set(found).size).toBe(12);
    expect(links.map((link) => link === null)).toEqual([false, false, true]);
  });

  it("pages by a cursor in the query that is null in the end", async () => {
    const api = standIn("lab", { items: 60 });
    const cursors: unknown[] = [];
    const { found, sizes } = await walk(api, ["GET", "/samples"], ["data"], ({ body }) => {
      const next = getAt(body, ["next"]);
      cursors.push(next);
      expect(getAt(body, ["has_more"])).toBe(next !== null);
      return next === null ? undefined : ["GET", `/samples?after=${String(next)}`];
    });
    expect(sizes).toEqual([20, 20, 20]);
    expect(new Set(ids(found)).size).toBe(60);
    expect(cursors.at(-1)).toBeNull();
  });

  it("pages by a cursor in the body that is left out in the end, below pointers", async () => {
    const api = standIn("lab", { items: 16 });
    const search = (page: object): Parameters<AnyApi["send"]> => [
      "POST",
      "/samples/search",
      { body: { action: "find", page } },
    ];
    const last: unknown[] = [];
    const { found, sizes } = await walk(api, search({}), ["result", "hits"], ({ body }) => {
      const token = getAt(body, ["result", "token"]);
      last.push(body);
      return token === undefined ? undefined : search({ token });
    });
    expect(sizes).toEqual([7, 7, 2]);
    expect(new Set(ids(found)).size).toBe(16);
    expect(last.at(-1)).not.toHaveProperty("result.token");
  });

  it("pages by addresses in the body, and by cursors in headers", async () => {
    const links = document("lab");
    const { get } = Object(links).paths["/samples"];
    get["x-pagination"] = { style: "link", response: { items: "data", next: "next" } };
    const byLink = standIn(links, { items: 30 });
    const linked = await walk(byLink, ["GET", "/samples?kind=solid"], ["data"], ({ body }) => {
      const next = getAt(body, ["next"]);
      return next === null ? undefined : ["GET", String(next)];
    });
    expect([linked.sizes, new Set(ids(linked.found)).size]).toEqual([[20, 10], 30]);

    const headers = document("lab");
    const operation = Object(headers).paths["/samples"].get;
    const schema = { type: "string" };
    operation.parameters.push({ name: "X-After", in: "header", schema });
    operation.responses["200"].headers = { "X-Next": { schema } };
    operation["x-pagination"] = {
      style: "cursor",
      request: { limit: "limit", cursor: { header: "X-After" } },
      response: { items: "data", cursor: { header: "X-Next" } },
    };
    const byHeader = standIn(headers, { items: 30 });
    const walked = await walk(byHeader, ["GET", "/samples?limit=20"], ["data"], (page) => {
      const after = page.headers.get("x-next");
      return after === null
        ? undefined
        : ["GET", "/samples?limit=20", { headers: { "X-After": after } }];
    });
    expect([walked.sizes, new Set(ids(walked.found)).size]).toEqual([[20, 10], 30]);
  });

  it("responds with an example what its operation does beside the list", async () => {
    const { send, emulator } = standIn("lab");
    const { status, body } = await send("POST", "/samples/search", { body: { action: "count" } });
    expect([status, getAt(body, ["count"])]).toEqual([200, 250]);
    const listed = ids(emulator.state.list("searchSamples"));
    const shown = getAt(body, ["result", "hits", 0, "id"]);
    expect(listed).not.toContain(shown);
  });

  it("comes whole when its style is single, with no item twice", async () => {
    const { send } = standIn("lab");
    const { body } = await send("GET", "/kinds");
    expect(new Set(getAt(body, ["kinds"]) as string[])).toEqual(
      new Set(["liquid", "solid", "gas"]),
    );
    expect(getAt(body, ["kinds"])).toHaveLength(3);
  });

  it("takes a cursor only for the filters that it was handed out for", async () => {
    const { send } = standIn("lab");
    const { body } = await send("GET", "/samples?limit=2");
    const cursor = String(getAt(body, ["next"]));
    expect((await send("GET", `/samples?limit=5&after=${cursor}`)).status).toBe(200);
    const other = await send("GET", `/samples?kind=solid&after=${cursor}`);
    expect(other.status).toBe(400);
    expect(getAt(other.body, ["detail"])).toContain("cursor was not issued for this list");
  });

  it("is made from its schema and a seed, and may be changed by the test", async () => {
    const list = async (seed: number): Promise<unknown> => {
      const { send } = standIn("shop", { seed });
      return (await send("GET", "/orders?per_page=100")).body;
    };
    expect(await list(3)).toEqual(await list(3));
    expect(await list(3)).not.toEqual(await list(4));

    const { emulator, send } = standIn("shop");
    const orders = emulator.state.list("listOrders");
    expect(orders).toHaveLength(250);
    orders.splice(0, 249, { id: "mine", state: "open", price: 1 });
    expect(ids(getAt((await send("GET", "/orders")).body, ["orders"]) as unknown[])[0]).toBe(
      "mine",
    );
    expect(() => emulator.state.list("createOrder")).toThrow("createOrder has no x-pagination");
  });

  it("never shows what only requests have", async () => {
    const { emulator } = standIn("shop");
    expect(
      emulator.state.list("listOrders").some((order) => Object.hasOwn(Object(order), "card")),
    ).toBe(false);
  });
});
