import { describe, expect, it } from "vitest";
import { createEmulator } from "../../src/index.js";
import { callPpio, readPage, walkIds } from "../helpers/ppio.js";

describe("listInstances", () => {
  it("serves every instance once, newest first", async () => {
    const { fetch, state } = createEmulator("ppio-gpu", { instances: 53 });
    const newestFirst = [...state.instances.keys()].reverse();
    expect(await walkIds(fetch, "limit=7")).toEqual(newestFirst);
  });

  it("ends with an empty cursor and has_more false, also when the last page is full", async () => {
    const { fetch } = createEmulator("ppio-gpu", { instances: 4 });
    const page = await readPage(fetch, "limit=4");
    expect([page.data.length, page.next_cursor, page.has_more]).toEqual([4, "", false]);
  });

  it.each(["", "limit=0"])("takes its own page size for '%s'", async (query) => {
    const { fetch } = createEmulator("ppio-gpu", { instances: 30 });
    expect((await readPage(fetch, query)).data).toHaveLength(20);
  });

  it("never puts more than 100 into a page", async () => {
    const { fetch } = createEmulator("ppio-gpu", { instances: 130 });
    const page = await readPage(fetch, "limit=1000");
    expect([page.data.length, page.has_more]).toEqual([100, true]);
  });

  it("leaves out tools and pricing, which only the single instance has", async () => {
    const { fetch } = createEmulator("ppio-gpu", { instances: 1 });
    const [item] = (await readPage(fetch, "")).data;
    expect(Object.keys(item ?? {})).not.toContain("tools");
    const single = await callPpio(fetch, "GET", `/instances/${item?.id}`);
    expect(await single.json()).toMatchObject({ ...item, tools: {}, pricing: {} });
  });

  it("neither repeats nor skips an instance when others come and go in mid-walk", async () => {
    const { fetch, state } = createEmulator("ppio-gpu", { instances: 20 });
    const [newest = "", ...others] = [...state.instances.keys()].reverse();
    const { next_cursor: cursor } = await readPage(fetch, "limit=5");
    state.instances.delete(newest);
    state.seedInstances(3);
    expect(await walkIds(fetch, "limit=5", cursor)).toEqual(others.slice(4));
  });
});

describe("filters of listInstances", () => {
  const { fetch, state } = createEmulator("ppio-gpu", { instances: 80 });
  const all = [...state.instances.values()];

  it.each([
    ["name=INFER", (name: string) => name.startsWith("infer")],
    ["name=-001", (name: string) => name.includes("-001")],
  ])("find part of the name: %s", async (query, fits) => {
    const expected = all.filter(({ name }) => fits(name)).map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(0);
    expect((await walkIds(fetch, query)).sort()).toEqual(expected.sort());
  });

  it("find part of an id", async () => {
    const [one] = all;
    expect(await walkIds(fetch, `name=${one?.id.slice(1, 9)}`)).toEqual([one?.id]);
  });

  it("combine status, regions and billing mode", async () => {
    const query = "status=running&regions=region-a,region-c&billing_mode=prepaid";
    const expected = all.filter(
      ({ status, region, billing }) =>
        status.status === "running" && region !== "region-b" && billing.mode === "prepaid",
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(await walkIds(fetch, query)).toHaveLength(expected.length);
  });

  it("that are empty filter nothing", async () => {
    expect(await walkIds(fetch, "name=&status=&regions=&billing_mode=")).toHaveLength(80);
  });
});

describe("a cursor", () => {
  const { fetch } = createEmulator("ppio-gpu", { instances: 30 });

  async function statusWith(query: string): Promise<number> {
    return (await callPpio(fetch, "GET", `/instances?${query}`)).status;
  }

  it("is refused when it was changed or cut", async () => {
    const { next_cursor: cursor } = await readPage(fetch, "limit=5");
    expect(await statusWith(`cursor=${cursor}`)).toBe(200);
    expect(await statusWith(`cursor=A${cursor.slice(1)}`)).toBe(400);
    expect(await statusWith(`cursor=${cursor.slice(0, -2)}`)).toBe(400);
    expect(await statusWith(`cursor=${cursor}!`)).toBe(400);
    expect(await statusWith("cursor=5")).toBe(400);
  });

  it("is refused under other filters, but not under another page size", async () => {
    const { next_cursor: cursor } = await readPage(fetch, "limit=3&status=running");
    expect(await statusWith(`status=running&limit=9&cursor=${cursor}`)).toBe(200);
    expect(await statusWith(`status=running&name=&cursor=${cursor}`)).toBe(200);
    expect(await statusWith(`status=exited&cursor=${cursor}`)).toBe(400);
    expect(await statusWith(`cursor=${cursor}`)).toBe(400);
  });

  it("of an emulator with another seed is refused", async () => {
    const other = createEmulator("ppio-gpu", { instances: 30, seed: 2 });
    const { next_cursor: cursor } = await readPage(other.fetch, "limit=5");
    expect(await statusWith(`cursor=${cursor}`)).toBe(400);
  });
});
