import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createList, type PollCall, unwrap, waitForState } from "../src/kit.js";
import { examples } from "./examples.js";
import { serve } from "./socket-server.js";
import { cursorRule, json, tinyClient } from "./tiny-api.js";

const warnings: Error[] = [];
const note = (warning: Error): void => {
  warnings.push(warning);
};
beforeEach(() => {
  warnings.length = 0;
  process.on("warning", note);
});
afterEach(() => {
  process.off("warning", note);
});

// Node warns of listeners that only the garbage collector takes away after some 1500 pages.
const walks = [
  { prefetch: 0, pages: examples(2_000) },
  { prefetch: 3, pages: 2_000 },
];

describe("law 7, on real sockets: a walk of very many pages on one AbortSignal", () => {
  for (const { prefetch, pages } of walks) {
    it(`leaves no listener behind and warns of none, with prefetch ${prefetch}`, async () => {
      let inFlight = 0;
      let most = 0;
      const { baseUrl, seen } = await serve((request, response) => {
        most = Math.max(most, ++inFlight);
        const url = new URL(request.url ?? "", "http://here");
        const page = Number(url.searchParams.get("cursor") ?? 1);
        const next = page < pages ? String(page + 1) : "";
        const body = JSON.stringify({ data: [page], next, more: next !== "" });
        setImmediate(() => {
          inFlight--;
          response.setHeader("content-type", "application/json").end(body);
        });
      });
      const { signal } = new AbortController();
      let items = 0;
      const list = createList(tinyClient({ baseUrl }), cursorRule, {}, { signal, prefetch });
      for await (const page of list.pages()) {
        items += page.items.length;
        expect(getEventListeners(signal, "abort").length).toBeLessThanOrEqual(1 + prefetch);
      }
      expect(items).toBe(pages);
      expect(seen).toHaveLength(pages);
      expect(most).toBeLessThanOrEqual(1 + prefetch);
      expect(getEventListeners(signal, "abort")).toEqual([]);
      await new Promise((resolve) => setImmediate(resolve));
      expect(warnings).toEqual([]);
    });
  }
});

describe("many walks and waits on one AbortSignal", () => {
  it("share one listener, and leave none behind", async () => {
    const { signal } = new AbortController();
    let respond = (): void => {};
    const asked = new Promise<void>((resolve) => {
      respond = resolve;
    });
    const client = tinyClient({
      fetch: async () => {
        await asked;
        return json({ data: [1], next: "", more: false });
      },
    });
    const thing = {
      what: "thing x",
      read: (call: PollCall) => unwrap(client.GET("/things", { ...call })),
      stateOf: () => ({ state: "ready" }),
      until: "ready",
      failed: [],
    };
    const all = Array.from({ length: 50 }, () => [
      createList(client, cursorRule, {}, { signal }).collect(),
      waitForState(client, thing, { signal }),
    ]).flat();
    await new Promise((resolve) => setImmediate(resolve));
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    respond();
    await Promise.all(all);
    expect(getEventListeners(signal, "abort")).toEqual([]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(warnings).toEqual([]);
  });

  it("all end when it aborts", async () => {
    const controller = new AbortController();
    const client = tinyClient({ fetch: () => new Promise<Response>(() => {}), retry: false });
    const { signal } = controller;
    const all = Array.from({ length: 20 }, () =>
      createList(client, cursorRule, {}, { signal }).collect(),
    );
    setImmediate(() => controller.abort("enough"));
    const ends = await Promise.allSettled(all);
    for (const end of ends) expect(end).toMatchObject({ reason: { name: "AbortedError" } });
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
