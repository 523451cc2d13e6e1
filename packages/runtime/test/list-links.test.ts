import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createList, type LinkRule, type ListOptions, type ListRequest } from "../src/kit.js";
import { nextLink } from "../src/lists/link-header.js";
import { examples } from "./examples.js";
import { json, responding, tinyClient } from "./tiny-api.js";

describe("the next page of a Link header", () => {
  it.each<[header: string, next: string | undefined]>([
    ["<https://a.example/x?page=2>; rel=next", "https://a.example/x?page=2"],
    ['</x?page=1>; rel="prev", </x?page=3>; rel="next"', "/x?page=3"],
    ['</x?a=1,2;b>; title="a, b; c <d>"; rel="next"', "/x?a=1,2;b"],
    ['</x?page=2>; rel="last next"', "/x?page=2"],
    ["</x?page=2>;REL=NEXT", "/x?page=2"],
    ['</x?page=2>; title="say \\"rel=prev\\""; rel="next"', "/x?page=2"],
    [" ,</x>; rel = next , ", "/x"],
    ['</x>; rel="next"; rel="prev"', "/x"],
    ['</x>; rel="prev"; rel="next"', undefined],
    ['</x>; rel="next"; anchor="/y"', undefined],
    ['</x>; rel="nextish"', undefined],
    ["</x>", undefined],
    ["</x>; rel", undefined],
    ["", undefined],
    ["<>; rel=next", ""],
  ])("of %j is %j", (header, next) => expect(nextLink(header)).toBe(next));

  it.each(["/x?page=2; rel=next", "</x?page=2; rel=next", '</x>; rel="next', "</x>; rel=next, y"])(
    "is not guessed from %j",
    (header) => expect(() => nextLink(header)).toThrow("is not a list of links"),
  );

  it("is one", () => {
    expect(nextLink("</x>; rel=next, </x>; rel=next")).toBe("/x");
    expect(() => nextLink("</x>; rel=next, </y>; rel=next")).toThrow("names two next pages");
  });

  const target = fc.string({ unit: "binary-ascii" }).filter((text) => !/[<>]/.test(text));
  const quoted = fc.string({ unit: "binary-ascii" }).map((text) => JSON.stringify(text));

  it("is found whatever stands around it, and read in linear time", () => {
    fc.assert(
      fc.property(target, target, quoted, fc.boolean(), (next, other, title, first) => {
        const links = [
          `<${other}>; title=${title}; rel=prev`,
          `<${next}>; title=${title}; rel=next`,
        ];
        expect(nextLink((first ? links.reverse() : links).join(", "))).toBe(next);
      }),
      { seed: 20_261_126, numRuns: examples(1_000) },
    );
    for (const part of ["<", "<a>", ";", " ;", '"', "<a>;", ", ", "\\", "a="]) {
      try {
        nextLink(part.repeat(200_000));
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxError);
      }
    }
  });
});

const rule: LinkRule = {
  operation: "listThings",
  path: "/things",
  style: "link",
  items: "",
  limit: "limit",
  next: { header: "Link" },
};
const api = "https://api.example.org";

const linked = (items: unknown[], link?: string): Response =>
  json(items, link === undefined ? {} : { headers: { link: `<${link}>; rel="next"` } });

function listOver(
  responses: Response[],
  request: ListRequest = {},
  options?: ListOptions<unknown>,
) {
  const { fetch, asked } = responding(...responses);
  return {
    list: createList<unknown>(tinyClient({ fetch, retry: false }), rule, request, options),
    asked,
  };
}

describe("a list that is paged by links", () => {
  it("sends the query of the link as the service wrote it, and nothing of its own", async () => {
    const query = "?filter[a]=%7e,1&page[after]=a%2Fb+c&limit=2&x";
    const { list, asked } = listOver([linked([1], `${api}/things${query}#top`), linked([2])], {
      query: { limit: 2, name: "a b" },
    });
    expect((await list.collect()).items).toEqual([1, 2]);
    expect(asked.map(({ url }) => url)).toEqual([
      `${api}/things?limit=2&name=a%20b`,
      `${api}/things${query}`,
    ]);
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(
      Array(2).fill("Bearer tiny-secret-key"),
    );
  });

  it.each([
    ["https://evil.example/things?page=2", /another origin \(https:\/\/evil.example\)/],
    ["//evil.example/things?page=2", /another origin/],
    ["http://api.example.org/things?page=2", /another origin \(http:/],
    ["https://api.example.org:444/things?page=2", /another origin/],
    ["data:text/plain,x?page=2", /another origin \(data:\)/],
    ["https://me:mine@api.example.org/things?page=2", /user name or password/],
    ["/things/../admin?page=2", /another path \("\/admin"\)/],
    ["/things/?page=2", /another path/],
    ["/things", /no query/],
    ["?", /no query/],
    ["?api_key=mine", /no query/],
    ["https://[?page=2", /not an address/],
  ])("never follows %s", async (link, message) => {
    const { list, asked } = listOver([linked([1], link), linked([2])]);
    const walk = list.collect();
    await expect(walk).rejects.toMatchObject({ name: "PaginationError", page: 1 });
    await expect(walk).rejects.toThrow(message);
    await expect(walk).rejects.not.toThrow(/mine/);
    expect(asked).toHaveLength(1);
  });

  it("refuses a Link header that it cannot read, and does not end there", async () => {
    const { list } = listOver([json([1], { headers: { link: "/things?page=2; rel=next" } })]);
    await expect(list.collect()).rejects.toThrow(
      "listThings: page 1: the header Link is not a list of links (RFC 8288)",
    );
  });

  it("knows its own path in other escapes, and under a base address with a path", async () => {
    const deep: LinkRule = { ...rule, path: "/a/{id}/things" };
    const { fetch, asked } = responding(
      linked([1], "https://api.example.org/v1/a/x%7Ey%20/things?page=2"),
      linked([2], "?page=3"),
      linked([3]),
    );
    const client = tinyClient({ fetch, baseUrl: `${api}/v1` });
    const { items } = await createList(client, deep, { path: { id: "x~y " } }).collect();
    expect(items).toEqual([1, 2, 3]);
    expect(asked.map(({ url }) => new URL(url).search)).toEqual(["", "?page=2", "?page=3"]);
  });

  it("keeps no credential in a checkpoint, though the service writes one into its links", async () => {
    const secrets = "access_token=mine&API-KEY=mine&x-amz-signature=mine&client.secret=mine";
    const { list, asked } = listOver([linked([1], `?${secrets}&page=2&page_token=t`), linked([2])]);
    const pages = list.pages();
    const { value } = await pages.next();
    expect(value?.checkpoint).not.toContain("mine");
    await pages.next();
    expect(asked[1]?.url).toBe(`${api}/things?${secrets}&page=2&page_token=t`);
    const resumed = listOver([linked([2])], {}, { from: value?.checkpoint });
    expect((await resumed.list.collect()).items).toEqual([2]);
    expect(resumed.asked[0]?.url).toBe(`${api}/things?page=2&page_token=t`);
  });

  it("goes on from a checkpoint with the page size of the link", async () => {
    const first = listOver([linked([1, 2], "?page=2&limit=2")], { query: { limit: 2 } });
    const { value } = await first.list.pages().next();
    const from = value?.checkpoint;
    const { list, asked } = listOver([linked([3])], { query: { limit: 9 } }, { from });
    expect((await list.collect()).items).toEqual([3]);
    expect(asked[0]?.url).toBe(`${api}/things?page=2&limit=2`);
  });

  it("may say beside the link whether there is more, but not the contrary", async () => {
    const both: LinkRule = { ...rule, items: "data", next: "next", more: "more" };
    const collect = (response: object) =>
      createList(tinyClient({ fetch: async () => json(response) }), both, {}).collect();
    expect((await collect({ data: [1], next: "?page=2", more: false })).items).toEqual([1]);
    expect((await collect({ data: [1], next: null })).items).toEqual([1]);
    await expect(collect({ data: [1], next: null, more: true })).rejects.toThrow(
      "listThings: page 1: more is true, but next is missing",
    );
  });
});
