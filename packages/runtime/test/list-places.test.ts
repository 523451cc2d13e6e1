import { describe, expect, it } from "vitest";
import {
  type CursorRule,
  createList,
  type ListRequest,
  type OffsetRule,
  type PageRule,
  type PaginationRule,
  type SingleRule,
} from "../src/kit.js";
import { json, responding, tinyClient } from "./tiny-api.js";

const things = { operation: "listThings", path: "/things" };
const cursor: CursorRule = {
  ...things,
  style: "cursor",
  items: "/result/data",
  limit: "/page/size",
  position: "/page/after",
  next: "/result/next",
  silentEnd: true,
  in: "body",
};
const page: PageRule = {
  ...things,
  style: "page",
  items: "",
  limit: { header: "X-Page-Size" },
  position: { header: "X-Page" },
  first: 1,
  pages: { header: "X-Total-Pages" },
};

type NoOffset = Exclude<PaginationRule, OffsetRule>;

function listOver(rule: NoOffset, responses: Response[], request: ListRequest = {}) {
  const { fetch, asked } = responding(...responses);
  return { list: createList<unknown>(tinyClient({ fetch, retry: false }), rule, request), asked };
}

describe("what a list asks for", () => {
  it("stands where pointers lead into the body, beside what the caller wrote there", async () => {
    const body = { page: { size: 2, order: "asc" }, filter: { name: "a" } };
    const responses = [
      { data: [1, 2], next: "p2" },
      { data: [3], next: null },
    ];
    const { list, asked } = listOver(
      cursor,
      responses.map((result) => json({ result })),
      { body },
    );
    expect((await list.collect()).items).toEqual([1, 2, 3]);
    expect(asked.map((one) => [one.method, new URL(one.url).search])).toEqual([
      ["POST", ""],
      ["POST", ""],
    ]);
    expect(asked.map((one) => JSON.parse(one.body ?? ""))).toEqual([
      body,
      { ...body, page: { ...body.page, after: "p2" } },
    ]);
    expect(body.page).toEqual({ size: 2, order: "asc" });
  });

  it("stands in headers, whatever letters the caller wrote them in", async () => {
    const responses = [1, 2].map((one) => json([one], { headers: { "x-total-pages": "2" } }));
    const header = { "x-page-size": 1 };
    const { list, asked } = listOver(page, responses, { header });
    expect((await list.collect()).items).toEqual([1, 2]);
    expect(asked.map(({ headers }) => [headers["x-page"], headers["x-page-size"]])).toEqual([
      ["1", "1"],
      ["2", "1"],
    ]);
    for (const taken of ["x-page", "X-Page"]) {
      expect(() => listOver(page, [], { header: { [taken]: 3 } })).toThrow(
        'X-Page is set by the walk: pass a checkpoint as the option "from"',
      );
    }
  });

  it("may stand in the query of a POST whose filters stand in the body", async () => {
    const rule: PageRule = {
      ...page,
      limit: "per_page",
      position: "page",
      method: "POST",
      fixed: { view: "full" },
    };
    const { list, asked } = listOver(rule, [json([], { headers: { "x-total-pages": "0" } })], {
      query: { per_page: 5 },
      body: { name: "a" },
    });
    expect((await list.collect()).items).toEqual([]);
    expect(asked).toMatchObject([
      {
        method: "POST",
        url: "https://api.example.org/things?per_page=5&view=full&page=1",
        body: '{"name":"a"}',
      },
    ]);
  });

  it("always has what is fixed, which the caller can only repeat", async () => {
    const rule: CursorRule = { ...cursor, fixed: { action: "filter", "/page/strict": true } };
    const { list, asked } = listOver(rule, [json({ result: { data: [] } })], {
      body: { action: "filter" },
    });
    await list.collect();
    expect(JSON.parse(asked[0]?.body ?? "")).toEqual({ action: "filter", page: { strict: true } });
    expect(() => listOver(rule, [], { body: { action: "count" } })).toThrow(
      'action of listThings is always "filter": leave it out',
    );
    expect(() => listOver(rule, [], { body: { page: { strict: false } } })).toThrow(
      "/page/strict of listThings is always true",
    );
  });

  it("is no body in a list that is read by GET, and no page size that is no number", () => {
    expect(() => listOver(page, [], { body: {} })).toThrow(
      "listThings is a GET, which has no body",
    );
    expect(() => listOver(page, [], { header: { "X-Page-Size": "2" } })).toThrow(
      /X-Page-Size must be a whole number/,
    );
    expect(() => listOver(cursor, [], { body: { page: { after: "p" } } })).toThrow(
      "/page/after is set by the walk",
    );
    expect(() => listOver(cursor, [], { body: [] })).toThrow(
      "the body of listThings must be a plain object",
    );
  });
});

describe("the response to a list", () => {
  it("is named by its place in an error", async () => {
    const cases: [NoOffset, Response, string][] = [
      [cursor, json({ result: {} }), "/result/data is missing, not a list"],
      [cursor, json({ result: { data: [], next: 3 } }), "/result/next is 3"],
      [cursor, json([]), "/result/data is missing, not a list"],
      [page, json({}), "the response is an object, not a list"],
      [page, json([]), "X-Total-Pages is missing, not a count"],
      [
        page,
        json([], { headers: { "x-total-pages": "2a" } }),
        'X-Total-Pages is "2a", not a count',
      ],
    ];
    for (const [rule, response, message] of cases) {
      const walk = listOver(rule, [response]).list.collect();
      await expect(walk).rejects.toThrow(`listThings: page 1: ${message}`);
    }
  });

  it("is no member that every object has", async () => {
    const rule: CursorRule = { ...cursor, items: "/__proto__" };
    await expect(listOver(rule, [json({})]).list.collect()).rejects.toThrow(
      "/__proto__ is missing",
    );
  });
});

describe("a list of one page", () => {
  const rule: SingleRule = {
    ...things,
    style: "single",
    items: "data",
    unless: ["/meta/pages", "/meta/next", { header: "Link" }, { header: "X-More" }],
  };
  const collect = (response: object, headers: Record<string, string> = {}) =>
    listOver(rule, [json({ data: [1], ...response }, { headers })]).list.collect();

  it("may say that it has one page", async () => {
    expect((await collect({ meta: { pages: 1, next: null } })).items).toEqual([1]);
    expect((await collect({}, { link: '</help>; rel="help"', "x-more": "false" })).items).toEqual([
      1,
    ]);
  });

  it.each<[string, object, Record<string, string>]>([
    ["/meta/pages", { meta: { pages: 2 } }, {}],
    ["/meta/next", { meta: { next: "p2" } }, {}],
    ["Link", {}, { link: "<?page=2>; rel=next" }],
    ["X-More", {}, { "x-more": "true" }],
  ])("is none when %s promises another", async (name, response, headers) => {
    await expect(collect(response, headers)).rejects.toThrow(
      `${name} is set, but the list is documented to have one page`,
    );
  });
});

describe("a list by page number", () => {
  const rule: PageRule = {
    ...things,
    style: "page",
    items: "data",
    limit: "per_page",
    position: "page",
    first: 0,
    total: "total",
  };
  const responses = (): Response[] => [[1, 2], [3, 4], [5]].map((data) => json({ data, total: 5 }));
  const checkpoint = async (query?: object): Promise<string> =>
    (await listOver(rule, responses(), { query }).list.collect({ maxItems: 3 })).checkpoint;
  const client = tinyClient({ fetch: async () => json({}) });

  it("is counted from its first page", async () => {
    const { list, asked } = listOver(rule, responses());
    expect((await list.collect()).items).toEqual([1, 2, 3, 4, 5]);
    expect(asked.map(({ url }) => new URL(url).search)).toEqual(["?page=0", "?page=1", "?page=2"]);
  });

  it("is not gone on with in another page size, whose pages begin elsewhere", async () => {
    const start = (from: string, query?: object) => () =>
      createList(client, rule, { query }, { from });
    expect(start(await checkpoint({ per_page: 2 }), { per_page: 2 })).not.toThrow();
    expect(start(await checkpoint(), {})).not.toThrow();
    for (const [one, other] of [
      [{ per_page: 2 }, { per_page: 3 }],
      [{ per_page: 2 }, {}],
      [{}, { per_page: 2 }],
    ]) {
      expect(start(await checkpoint(one), other)).toThrow(
        "the checkpoint belongs to another pageSize",
      );
    }
  });

  it("goes on inside a page, and knows how many items it has seen", async () => {
    const from = await checkpoint();
    const list = createList(
      tinyClient({ fetch: responding(...responses().slice(1)).fetch }),
      rule,
      {},
      { from },
    );
    expect((await list.collect()).items).toEqual([4, 5]);
  });

  it("takes no damaged checkpoint", async () => {
    const from = await checkpoint();
    expect(from).toMatch(/"at":1,"seen":2,.*"total":5/);
    for (const [part, other] of [
      ['"seen":2', '"seen":-1'],
      [',"seen":2', ""],
      [',"total":5', ""],
      ['"total":5', '"total":"5"'],
      ['"at":1', '"at":"1"'],
      ['"at":1', '"at":0.5'],
      ['"at":1', '"at":0'],
    ] as const) {
      const damaged = from.replace(part, other);
      expect(damaged).not.toBe(from);
      expect(() => createList(client, rule, {}, { from: damaged })).toThrow(/damaged/);
    }
  });

  it("cannot overlap", () => {
    const options = { overlap: true } as object;
    expect(() => createList(client, rule, {}, options)).toThrow(
      "numbered pages cannot start one item early",
    );
  });
});
