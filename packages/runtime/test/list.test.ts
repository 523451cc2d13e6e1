import { describe, expect, it } from "vitest";
import {
  createList,
  type ListOptions,
  NetworkError,
  PaginationError,
  UsageError,
} from "../src/kit.js";
import { connectionError, cursorRule, json, tinyClient } from "./tiny-api.js";
import { cursorList, cursorService, offsetList, offsetService, take } from "./tiny-list.js";

const pages = [[1, 2], [], [3, 4, 5], [6]];
const all = [1, 2, 3, 4, 5, 6];

describe("a list by cursor", () => {
  it("gives every item in server order, empty pages in the middle or not", async () => {
    expect(await take(cursorList(cursorService(pages)))).toEqual(all);
  });

  it("requests nothing before the first item is asked for", async () => {
    const service = cursorService(pages);
    const walk = cursorList(service)[Symbol.asyncIterator]();
    expect(service.requests).toEqual([]);
    await walk.next();
    expect(service.requests).toEqual(["first"]);
  });

  it("can be walked again, from the start", async () => {
    const list = cursorList(cursorService(pages));
    expect(await take(list)).toEqual(await take(list));
  });

  it("stops requesting when the caller stops", async () => {
    const service = cursorService(pages);
    for await (const item of cursorList(service)) if (item === 2) break;
    expect(service.requests).toEqual(["first"]);
  });

  it("keeps the caller's query as it was, and sends it with every page", async () => {
    const query = Object.freeze({ limit: 2, name: "a b" });
    const urls: string[] = [];
    const service = cursorService(pages);
    const fetch = (url: string, init: RequestInit) => {
      urls.push(url);
      return service.fetch(url, init);
    };
    await cursorList({ fetch }, {}, query).collect();
    expect(urls.map((url) => new URL(url).search)).toEqual([
      "?limit=2&name=a%20b",
      ...["p1", "p2", "p3"].map((cursor) => `?limit=2&name=a%20b&cursor=${cursor}`),
    ]);
  });

  it("asks for what the query said when the list was made", async () => {
    const query = { name: "a" };
    const urls: string[] = [];
    const service = cursorService([[1], [2]]);
    const fetch = (url: string, init: RequestInit) => {
      urls.push(new URL(url).search);
      return service.fetch(url, init);
    };
    const list = cursorList({ fetch }, {}, query);
    query.name = "b";
    await list.collect();
    expect(urls).toEqual(["?name=a", "?name=a&cursor=p1"]);
  });

  it("collects at most maxItems and says whether there are more", async () => {
    const service = cursorService(pages);
    const some = await cursorList(service).collect({ maxItems: 4 });
    expect(some).toMatchObject({ items: [1, 2, 3, 4], truncated: true });
    expect(service.requests).toEqual(["first", "p1", "p2"]);
    const rest = await cursorList(service, { from: some.checkpoint }).collect();
    expect(rest).toMatchObject({
      items: [5, 6],
      truncated: false,
      checkpoint: expect.stringContaining('"end":true'),
    });
    expect((await cursorList(service).collect({ maxItems: 6 })).truncated).toBe(false);
  });

  it("goes on from any page's checkpoint", async () => {
    const service = cursorService(pages);
    for await (const page of cursorList(service).pages()) {
      const seen = pages.slice(0, page.number).flat();
      const rest = await take(cursorList(service, { from: page.checkpoint }));
      expect([...seen, ...rest]).toEqual(all);
    }
  });

  it("hands over the checkpoint of the failed page with its error", async () => {
    let broken = true;
    const service = cursorService(pages, (page) =>
      broken && page === 2 ? connectionError("ECONNRESET") : undefined,
    );
    const seen: unknown[] = [];
    const error = await (async () => {
      for await (const item of cursorList(service)) seen.push(item);
    })().catch((thrown: { checkpoint: string }) => thrown);
    expect(error).toMatchObject({ name: "NetworkError", checkpoint: expect.any(String) });
    broken = false;
    const { checkpoint } = error as { checkpoint: string };
    expect([...seen, ...(await take(cursorList(service, { from: checkpoint })))]).toEqual(all);
  });

  it("hands over its own checkpoint, though the same error has stopped another walk", async () => {
    const failure = new NetworkError("down", { sent: false });
    const { fetch } = cursorService(pages, (page) => (page === 2 ? failure : undefined));
    const client = tinyClient({ fetch, retry: false });
    const stopped = async (query: object): Promise<unknown> =>
      createList(client, cursorRule, { query })
        .collect()
        .catch((error: { checkpoint?: string }) => error.checkpoint);
    expect(await stopped({ name: "a" })).not.toEqual(await stopped({ name: "b" }));
  });

  it("hands over the checkpoint where collect began, since the caller gets none of its items", async () => {
    let broken = true;
    const service = cursorService(pages, (page) =>
      broken && page === 3 ? connectionError("ECONNRESET") : undefined,
    );
    const { checkpoint: from } = await cursorList(service).collect({ maxItems: 1 });
    const error = await cursorList(service, { from })
      .collect()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "NetworkError", checkpoint: from });
    broken = false;
    expect((await cursorList(service, { from }).collect()).items).toEqual(all.slice(1));
  });

  for (const [name, twist, message] of [
    ["more items without a cursor", { next: "", more: true }, /more is true, but next is ""/],
    [
      "a cursor that came before",
      { next: "p1", more: true },
      /page 3: its cursor was already followed/,
    ],
    ["no items array", { data: null }, /page 3: data is null/],
    ["items that are text", { data: "x" }, /data is "x", not a list/],
    [
      "neither signal",
      { next: undefined, more: undefined },
      /more is missing, but next is missing/,
    ],
    ["a cursor that is a number", { next: 3, more: true }, /next is 3/],
    [
      "a cursor with half a character",
      { next: "a\ud800", more: true },
      /next is not a string that a request/,
    ],
    [
      "a long text",
      { next: null, more: "x\n".repeat(999) },
      /^listThings: page 3: more is "(x\\n){50}…", neither true nor false$/,
    ],
    [
      "an endless cursor",
      { next: "x".repeat(100_001), more: true },
      /next is not a string that a request/,
    ],
  ] as const) {
    it(`rejects with a PaginationError for ${name}`, async () => {
      const service = cursorService(pages, (page) => (page === 2 ? twist : undefined));
      const walk = take(cursorList(service));
      await expect(walk).rejects.toThrow(PaginationError);
      await expect(walk).rejects.toThrow(message);
    });
  }

  it("believes has_more: false over a cursor that is left", async () => {
    const service = cursorService(pages, (page) =>
      page === 2 ? { more: false, next: "p3" } : undefined,
    );
    expect(await take(cursorList(service))).toEqual([1, 2, 3, 4, 5]);
  });

  it("gives up after maxPages", async () => {
    const service = cursorService(pages);
    await expect(take(cursorList(service, { maxPages: 2 }))).rejects.toThrow(
      /page 2: is the last that maxPages \(2\) allows/,
    );
    expect(service.requests).toHaveLength(2);
  });

  it("drops and counts repeats by key", async () => {
    const list = cursorList(cursorService([[1, 2], [2, 3], [3]]), { dedupeBy: (item) => item });
    expect(await list.collect()).toMatchObject({ items: [1, 2, 3], duplicates: 2 });
  });

  it("requests ahead as many pages as prefetch says, and not one more", async () => {
    const service = cursorService([[1], [2], [3], [4], [5]]);
    const walk = cursorList(service, { prefetch: 2 }).pages();
    await walk.next();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(service.requests).toEqual(["first", "p1", "p2"]);
    await walk.return?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(service.requests).toEqual(["first", "p1", "p2"]);
  });

  it("requests no page ahead that maxItems does not need", async () => {
    const service = cursorService([[1], [2], [3], [4], [5]]);
    await cursorList(service, { prefetch: 4, maxItems: 2 }).collect();
    expect(service.requests).toEqual(["first", "p1"]);
  });
});

it("a list ends with the signal of its client, unless it has one of its own", async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const fetch = async () => new Promise<Response>(() => {});
  const client = tinyClient({ fetch, signal });
  setTimeout(() => controller.abort("enough"), 5);
  await expect(createList(client, cursorRule, {}).collect()).rejects.toMatchObject({
    name: "AbortedError",
    cause: "enough",
  });
  const own = new AbortController().signal;
  const other = tinyClient({ fetch: cursorService(pages).fetch, signal });
  expect((await createList(other, cursorRule, {}, { signal: own }).collect()).items).toEqual(all);
});

describe("a list by offset", () => {
  const items = [1, 2, 3, 4, 5, 6, 7];

  it("ends when the count is reached", async () => {
    const service = offsetService([...items]);
    expect(await take(offsetList(service))).toEqual(items);
    expect(service.requests).toEqual([0, 3, 6]);
  });

  it("asks for no page beyond a last full one", async () => {
    const service = offsetService(items.slice(0, 6));
    await offsetList(service).collect();
    expect(service.requests).toEqual([0, 3]);
  });

  it("rejects when items are counted that do not come", async () => {
    const fetch = async () => new Response('{"data":[],"total":5}');
    await expect(take(offsetList({ fetch }))).rejects.toThrow(
      /5 items are counted, but none were returned/,
    );
  });

  for (const total of ["7", -1, 1.5, null, undefined]) {
    it(`rejects when the count is ${JSON.stringify(total)}`, async () => {
      const fetch = async () => new Response(JSON.stringify({ data: [1], total }));
      await expect(take(offsetList({ fetch }))).rejects.toThrow(/not a count/);
    });
  }

  it("notices a shift when pages overlap by one", async () => {
    const moving = [...items];
    const list = offsetList(offsetService(moving), { overlap: true });
    const walk = list.pages();
    await walk.next();
    moving.shift();
    await expect(walk.next()).rejects.toThrow(/has shifted/);
    expect(await take(offsetList(offsetService([...items]), { overlap: true }))).toEqual(items);
  });
});

describe("a count that was passed", () => {
  it("is not believed on the page after, where it may be as wrong", async () => {
    const totals = [5, 100, 3, 8, 10];
    const items = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const offsets: number[] = [];
    const fetch = async (url: string) => {
      const offset = Number(new URL(url).searchParams.get("offset") ?? 0);
      const total = totals[offsets.push(offset) - 1];
      return json({ data: items.slice(offset, offset + 2), total });
    };
    expect(await take(offsetList({ fetch }))).toEqual(items);
    expect(offsets).toEqual([0, 2, 4, 6, 8]);
  });

  it("costs one request more, and no item", async () => {
    const service = offsetService([1, 2, 3, 4]);
    const fetch = async (url: string) => {
      const response = (await (await service.fetch(url)).json()) as { data: unknown[] };
      return json({ data: response.data, total: 0 });
    };
    const { items, truncated } = await offsetList({ fetch }).collect();
    expect({ items, truncated }).toEqual({ items: [1, 2, 3, 4], truncated: false });
    expect(service.requests).toEqual([0, 3, 4]);
  });
});

describe("an error that cannot be changed", () => {
  it("stops a walk as it is, without a checkpoint", async () => {
    const failure = Object.freeze(new NetworkError("down", { sent: false }));
    const { fetch } = cursorService(pages, () => failure);
    await expect(cursorList({ fetch }).collect()).rejects.toBe(failure);
  });
});

describe("overlapping pages", () => {
  it("name the shift when the list has become too short for any item to compare", async () => {
    const moving = [1, 2, 3, 4, 5, 6, 7];
    const dedupeBy = (item: unknown) => (item as number).toFixed();
    const walk = offsetList(offsetService(moving), { overlap: true, dedupeBy }).pages();
    await walk.next();
    moving.length = 2;
    await expect(walk.next()).rejects.toThrow(/page 2: the list has shifted/);
  });

  it("need room for more than the item that is read again", () => {
    const service = offsetService([1, 2, 3]);
    expect(() => offsetList(service, { overlap: true }, { limit: 1 })).toThrow(
      /overlap needs a limit of 2 or more/,
    );
  });
});

describe("bad input to a list", () => {
  const refused: [options: unknown, query: unknown, message: RegExp][] = [
    [{}, { cursor: "x" }, /cursor is set by the walk: pass a checkpoint as the option "from"/],
    [{}, { cursor: null }, /cursor is set by the walk/],
    [{}, { limit: -1 }, /limit must be a whole number, 0 or more, not -1/],
    [{}, { limit: "10" }, /limit must be a whole number, 0 or more, not "10"/],
    [{}, { name: 5n }, /query\.name must be JSON data, not 5/],
    [{}, { name: ["a", Symbol("b")] }, /query\.name\[1\] must be JSON data, not Symbol\(b\)/],
    [{}, { name: Number.NaN }, /query\.name must be JSON data, not NaN/],
    [{}, { name: () => "a" }, /query\.name must be JSON data, not a function/],
    [{}, "running", /the query of listThings must be a plain object, not "running"/],
    [{}, null, /the query of listThings must be a plain object, not null/],
    [{}, ["running"], /the query of listThings must be a plain object, not a list/],
    [{}, new URLSearchParams("name=a"), /the query of listThings must be a plain object/],
    [null, {}, /the options of listThings must be an object, not null/],
    [{ maxItems: 0 }, {}, /maxItems must be a whole number, 1 or more, not 0/],
    [{ maxItems: Number.NEGATIVE_INFINITY }, {}, /maxItems/],
    [{ maxPages: Number.NaN }, {}, /maxPages/],
    [{ prefetch: 1.5 }, {}, /prefetch must be a whole number, 0 to 100, not 1.5/],
    [{ prefetch: 101 }, {}, /prefetch must be a whole number, 0 to 100, not 101/],
    [{ prefetch: 1e9 }, {}, /prefetch must be a whole number, 0 to 100/],
    [{ prefetch: true }, {}, /prefetch/],
    [{ dedupeBy: 5 }, {}, /dedupeBy must be a function, not 5/],
    [{ signal: {} }, {}, /signal must be an AbortSignal, not an object/],
    [{ signal: new AbortController() }, {}, /signal must be an AbortSignal, not an object/],
    [{ timeoutMs: 0 }, {}, /timeoutMs/],
    [{ retry: "always" }, {}, /retry must be false or an object, not "always"/],
    [{ retry: { retrys: 1 } }, {}, /retry has no option "retrys": did you mean retries\?/],
    [{ timeout: 1 }, {}, /listThings has no option "timeout": did you mean timeoutMs\?/],
    [{ pageSize: 9 }, {}, /no option "pageSize": the page size is the query's limit/],
    [{ limit: 9 }, {}, /no option "limit": the page size is the query's limit/],
    [{ cursor: "x" }, {}, /no option "cursor": pass a checkpoint as from/],
    [{ checkpoint: "x" }, {}, /no option "checkpoint": pass a checkpoint as from/],
    [{ overlap: true }, {}, /no option "overlap": only lists paged by offset can shift/],
    [{ status: "running" }, {}, /no option "status": there are retry, /],
  ];
  it.each(refused)("is refused at once, by name: %o, %o", (options, query, message) => {
    const { fetch, requests } = cursorService(pages);
    const start = () =>
      cursorList({ fetch }, options as ListOptions<unknown>, query as object | undefined);
    expect(start).toThrow(UsageError);
    expect(start).toThrow(message);
    expect(requests).toEqual([]);
  });

  it("is refused in a query that holds itself, or is nested without end", () => {
    const round: Record<string, unknown> = {};
    round.round = { round };
    expect(() => cursorList(cursorService(pages), {}, round)).toThrow(
      /query\.round\.round must be JSON data, which cannot contain itself/,
    );
    let deep: unknown = 1;
    for (let level = 0; level < 10_000; level++) deep = [deep];
    expect(() => cursorList(cursorService(pages), {}, { deep })).toThrow(
      /nested at most 100 levels deep/,
    );
  });

  it("is none where JSON writes it as something else: a date as its text, a hole as null", async () => {
    const service = cursorService(pages);
    let asked = "";
    const fetch = (url: string, init: RequestInit): Promise<Response> => {
      asked ||= url;
      return service.fetch(url, init);
    };
    const since = new Date(Date.UTC(2026, 0, 2));
    await cursorList({ fetch }, {}, { since, holes: [1, undefined], left: undefined }).collect();
    const { searchParams } = new URL(asked);
    expect(searchParams.get("since")).toBe("2026-01-02T00:00:00.000Z");
    expect(searchParams.getAll("holes")).toEqual(["1"]);
    expect(searchParams.has("left")).toBe(false);
    const odd = { toJSON: () => "fine", inner: 5n };
    expect(() => cursorList({ fetch }, {}, { odd })).toThrow(/query\.odd\.(toJSON|inner)/);
    expect(() => cursorList({ fetch }, {}, { odd: { toJSON: 5n } })).toThrow(/query\.odd\.toJSON/);
  });

  it("is refused by collect, too", async () => {
    const { fetch, requests } = cursorService(pages);
    const refusals: [options: object, message: RegExp][] = [
      [{ maxItems: 0 }, /maxItems must be a whole number/],
      [{ max: 5 }, /collect has no option "max": did you mean maxItems\?/],
      [{ limit: 5 }, /collect has no option "limit": the page size is the query's limit/],
      [{ prefetch: 1 }, /collect has no option "prefetch": pass it to the list function/],
      [{ from: "" }, /collect has no option "from": pass it to the list function/],
    ];
    for (const [options, message] of refusals) {
      const collecting = cursorList({ fetch }).collect(options);
      await expect(collecting).rejects.toThrow(UsageError);
      await expect(collecting).rejects.toThrow(message);
    }
    expect(requests).toEqual([]);
  });

  it("is a client that was forgotten", () => {
    const forgotten = { status: "running" } as unknown as ReturnType<typeof tinyClient>;
    expect(() => createList(forgotten, cursorRule, {})).toThrow(
      /the first argument must be a client of this package, not an object/,
    );
  });

  it("is overlap that is neither true nor false", () => {
    const service = offsetService([1]);
    expect(() => offsetList(service, { overlap: 1 } as object)).toThrow(
      /overlap must be true or false, not 1/,
    );
  });

  it("is not what is undefined, nor a maxItems without end", async () => {
    const options = {
      from: undefined,
      maxItems: Number.POSITIVE_INFINITY,
      maxPages: undefined,
      prefetch: 100,
      dedupeBy: undefined,
      overlap: undefined,
      signal: undefined,
      retry: undefined,
      timeoutMs: undefined,
    };
    const list = offsetList(offsetService([1, 2, 3, 4]), options, { limit: undefined });
    expect((await list.collect({ maxItems: undefined })).items).toEqual([1, 2, 3, 4]);
  });

  it("knows a checkpoint of something else", async () => {
    const service = cursorService(pages);
    const { checkpoint } = await cursorList(service).collect({ maxItems: 3 });
    expect(() => cursorList(service, { from: checkpoint }, { name: "other" })).toThrow(
      /another query/,
    );
    expect(() => offsetList(service, { from: checkpoint })).toThrow(/damaged/);
    expect(() => cursorList(service, { from: checkpoint.slice(0, -9) })).toThrow(/truncated/);
    const damaged = checkpoint.replace(/"skip":\d+/, '"skip":"x"');
    expect(damaged).not.toBe(checkpoint);
    expect(() => cursorList(service, { from: damaged })).toThrow(/damaged/);
    expect(() =>
      cursorList(service, { from: checkpoint.replace('"version":1', '"version":2') }),
    ).toThrow(/another version/);
    expect(() =>
      cursorList(service, { from: checkpoint.replace("listThings", "listOther") }),
    ).toThrow(/another operation/);
    const elsewhere = tinyClient({ baseUrl: "https://other.example" });
    expect(() => createList(elsewhere, cursorRule, {}, { from: checkpoint })).toThrow(UsageError);
    expect(() => cursorList(service, { from: checkpoint }, { limit: 7 })).not.toThrow();
  });
});

it("hands every option of a call on to the call of each page", async () => {
  const client = tinyClient({
    fetch: async () => json({ data: [1, 2, 3], next: "", more: false }),
  });
  const list = createList(client, cursorRule, {}, { maxResponseBytes: 5 });
  await expect(list.collect()).rejects.toMatchObject({ name: "ResponseTooLargeError" });
});
