import { getEventListeners } from "node:events";
import { Readable } from "node:stream";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createList } from "../src/kit.js";
import { examples } from "./examples.js";
import {
  generatedService,
  type ListPlan,
  listOf,
  pagesOf,
  plans,
  prefetches,
  turns,
} from "./generated-list.js";
import { cursorRule, json, tinyClient } from "./tiny-api.js";

const runs = { numRuns: examples(1_000), seed: 20_261_126 };

const unhandled: unknown[] = [];
const note = (reason: unknown): void => {
  unhandled.push(reason);
};
beforeEach(() => {
  unhandled.length = 0;
  process.on("unhandledRejection", note);
});
afterEach(() => {
  process.off("unhandledRejection", note);
});

const walkOf = (
  plan: ListPlan,
  service: ReturnType<typeof generatedService>,
  options: { prefetch: number; signal: AbortSignal },
  byPage: boolean,
): AsyncIterator<unknown> => {
  const list = listOf(plan, service, options);
  return byPage ? list.pages() : list[Symbol.asyncIterator]();
};

describe("law 12: return() ends a walk at once", () => {
  it("at any moment, whatever is pending, also when a response never comes", () =>
    fc.assert(
      fc.asyncProperty(
        plans,
        prefetches,
        fc.record({
          taken: fc.nat(6),
          pending: fc.nat(3),
          turns: fc.nat(4),
          hangs: fc.option(fc.integer({ min: 1, max: 4 })),
          byPage: fc.boolean(),
        }),
        async (plan, prefetch, moment) => {
          const service = generatedService(plan, (page) =>
            page === moment.hangs ? "hang" : undefined,
          );
          const { signal } = new AbortController();
          const iterator = walkOf(plan, service, { prefetch, signal }, moment.byPage);
          for (let one = 0; one < moment.taken; one++) {
            const next = iterator.next();
            if (moment.hangs === null) await next;
            else await Promise.race([next, turns(12)]);
          }
          const pending = Array.from({ length: moment.pending }, () => iterator.next());
          await turns(moment.turns);
          const { requests, inFlight, aborted } = service;
          expect(await iterator.return?.()).toEqual({ done: true, value: undefined });
          const results = await Promise.all(pending);
          await turns(4);
          expect(service.requests).toBe(requests);
          expect(service.aborted).toBe(aborted + inFlight);
          expect(service.inFlight).toBe(0);
          expect(await iterator.next()).toEqual({ done: true, value: undefined });
          expect(service.requests).toBe(requests);
          expect(getEventListeners(signal, "abort")).toEqual([]);
          // What was pending has come, in order, or is over: nothing comes after the end.
          const ends = results.map(({ done }) => done === true);
          expect(ends).toEqual([...ends].sort());
          expect(unhandled).toEqual([]);
        },
      ),
      runs,
    ));

  const plan: ListPlan = {
    style: "cursor",
    items: [1, 2, 3, 4],
    pageSize: 2,
    largest: 2,
    empty: [0],
    end: { next: "", more: false },
    turns: [0],
  };

  it.each([1, 2])("of a stream over it that waits for page %i", async (hanging) => {
    const service = generatedService(plan, (page) => (page === hanging ? "hang" : undefined));
    const stream = Readable.from(listOf(plan, service));
    const closed = new Promise((resolve) => stream.once("close", resolve));
    const seen: unknown[] = [];
    stream.on("data", (item) => seen.push(item));
    await turns(12);
    expect(service.inFlight).toBe(1);
    stream.destroy();
    await closed;
    await turns(4);
    expect(service).toMatchObject({ requests: hanging, inFlight: 0, aborted: 1 });
    expect(seen).toEqual(plan.items.slice(0, 2 * (hanging - 1)));
    expect(unhandled).toEqual([]);
  });

  it("twice, and before the first next(), without any request", async () => {
    const service = generatedService(plan);
    const pages = listOf(plan, service).pages();
    await pages.return?.();
    await pages.return?.();
    expect(await pages.next()).toEqual({ done: true, value: undefined });
    expect(service.requests).toBe(0);
  });

  it("of one iterator only: the list can be walked again", async () => {
    const service = generatedService(plan);
    const list = listOf(plan, service);
    await list.pages().return?.();
    expect((await list.collect()).items).toEqual(plan.items);
  });

  it("and pages that were asked for without waiting come in order", async () => {
    const service = generatedService(plan);
    const pages = listOf(plan, service).pages();
    const all = await Promise.all([pages.next(), pages.next(), pages.next()]);
    expect(all.map(({ value }) => value?.items)).toEqual([[1, 2], [3, 4], undefined]);
    expect(pagesOf(plan)).toHaveLength(2);
  });

  it("and so do items, with no request for more than was asked for", async () => {
    const service = generatedService(plan);
    const items = listOf(plan, service)[Symbol.asyncIterator]();
    const first = await Promise.all([items.next(), items.next()]);
    expect(first.map(({ value }) => value)).toEqual([1, 2]);
    expect(service.requests).toBe(1);
    const rest = await Promise.all([items.next(), items.next(), items.next(), items.next()]);
    expect(rest.map(({ value }) => value)).toEqual([3, 4, undefined, undefined]);
  });

  it("of which a failed page ends all, and fails one", async () => {
    const service = generatedService(plan, (page) => (page === 2 ? new Error("lost") : undefined));
    const items = listOf(plan, service)[Symbol.asyncIterator]();
    const all = Array.from({ length: 5 }, () => items.next());
    const ends = await Promise.allSettled(all);
    expect(ends.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "rejected",
      "fulfilled",
      "fulfilled",
    ]);
    expect(await all[4]).toEqual({ done: true, value: undefined });
  });

  describe("with a middleware that never comes back", () => {
    const stuck = () => {
      const asked: string[] = [];
      const client = tinyClient({ fetch: async () => json({}) });
      client.use({
        onRequest({ schemaPath }) {
          asked.push(schemaPath);
          return new Promise(() => {});
        },
      });
      return { asked, client };
    };

    it("settles what is pending and what is asked for later", async () => {
      const { asked, client } = stuck();
      const pages = createList(client, cursorRule, {}).pages();
      const pending = pages.next();
      await turns(2);
      await pages.return?.();
      expect(await pending).toEqual({ done: true, value: undefined });
      expect(await pages.next()).toEqual({ done: true, value: undefined });
      expect(asked).toEqual(["/things"]);
    });

    it("does not ask it when the signal has aborted before", async () => {
      const { asked, client } = stuck();
      const list = createList(client, cursorRule, {}, { signal: AbortSignal.abort("enough") });
      await expect(list.collect()).rejects.toMatchObject({ name: "AbortedError", cause: "enough" });
      expect(asked).toEqual([]);
    });
  });
});
