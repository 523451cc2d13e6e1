import { describe, expect, it } from "vitest";
import { UsageError } from "../src/kit.js";
import { json, responding, tinyClient } from "./tiny-api.js";

describe("an id that would change which resource is meant", () => {
  for (const id of ["..", ".", "", undefined, null, {}, Number.NaN, 2 ** 53, "\ud800"]) {
    it(`${JSON.stringify(id) ?? "undefined"} is refused before any request and before any credential`, async () => {
      const { fetch, asked } = responding(json({}));
      let authorized = 0;
      const client = tinyClient({
        fetch,
        authorize: () => {
          authorized++;
          return {};
        },
      });
      const call = client.GET("/things/{id}", { params: { path: { id: id as string } } });
      await expect(call).rejects.toThrow(UsageError);
      await expect(call).rejects.toThrow(/^id /);
      expect(asked).toEqual([]);
      expect(authorized).toBe(0);
    });
  }

  it("is refused when the parameters are missing altogether", async () => {
    const { fetch, asked } = responding(json({}));
    const client = tinyClient({ fetch });
    // @ts-expect-error the types ask for params
    await expect(client.GET("/things/{id}")).rejects.toThrow(/^id .*not missing/);
    expect(asked).toEqual([]);
  });

  it("is encoded when it only looks special", async () => {
    const { fetch, asked } = responding(json({ id: "x" }));
    await tinyClient({ fetch }).GET("/things/{id}", { params: { path: { id: "a/b?c#d%2e" } } });
    expect(asked[0]?.url).toBe("https://api.example.org/things/a%2Fb%3Fc%23d%252e");
  });

  it("may be true or false", async () => {
    const { fetch, asked } = responding(json({}));
    const raw = tinyClient({ fetch }) as unknown as { GET(path: string, init: object): unknown };
    await raw.GET("/flags/{on}", { params: { path: { on: false } } });
    expect(asked[0]?.url).toBe("https://api.example.org/flags/false");
  });

  it("may be filled in by the client", async () => {
    const { fetch, asked } = responding(json({ id: "x" }));
    const client = tinyClient({ fetch, pathDefaults: { id: "known" } });
    await client.GET("/things/{id}", { params: {} as { path: { id: string } } });
    expect(asked[0]?.url).toBe("https://api.example.org/things/known");
  });
});

describe("a path that climbs", () => {
  const climbing = [
    "/things/../tenant-b",
    "/things/./x",
    "/things/..",
    "/things/.",
    "/things/%2e%2e/x",
    "/things/.%2E/x",
    "/things/..\\x",
    "/things/.\t./x",
  ];
  for (const path of climbing) {
    it(`${JSON.stringify(path)} is refused, as a template and by a serializer`, async () => {
      const { fetch, asked } = responding(json({}));
      const client = tinyClient({ fetch, baseUrl: "https://api.example.org/tenant-a" });
      const raw = client as unknown as { GET(path: string, init?: object): Promise<unknown> };
      await expect(raw.GET(path)).rejects.toThrow(/^a path must not contain "\." or "\.\."/);
      const pathSerializer = (template: string) => template.replace("/things", path);
      await expect(raw.GET("/things", { pathSerializer })).rejects.toThrow(UsageError);
      expect(asked).toEqual([]);
    });
  }

  it("is refused in the baseUrl of a call, and so is one beside that of the client", async () => {
    const { fetch, asked } = responding(json({ data: [] }));
    const client = tinyClient({ fetch, baseUrl: "https://api.example.org/tenant-a" });
    for (const tail of ["/../tenant-b", "/%2e%2e/tenant-b", "-2", "/..", "x/../tenant-a-2"]) {
      const baseUrl = `https://api.example.org/tenant-a${tail}`;
      await expect(client.GET("/things", { baseUrl })).rejects.toThrow(/must not leave baseUrl/);
    }
    expect(asked).toEqual([]);
    await client.GET("/things", { baseUrl: "https://api.example.org/tenant-a/v2/" });
    expect(asked[0]?.url).toBe("https://api.example.org/tenant-a/v2/things");
  });

  it("is no path in a query, which leads nowhere", async () => {
    const { fetch, asked } = responding(json({ data: [] }));
    const querySerializer = { allowReserved: true };
    const params = { query: { name: "/a/../b/." } };
    await tinyClient({ fetch }).GET("/things", { params, querySerializer });
    expect(asked[0]?.url).toBe("https://api.example.org/things?name=/a/../b/.");
    const broken = { querySerializer: () => "name=a\r\nb" };
    await expect(tinyClient({ fetch }).GET("/things", broken)).rejects.toThrow(UsageError);
    expect(asked).toHaveLength(1);
  });

  it("is refused from a middleware", async () => {
    const { fetch, asked } = responding(json({}));
    const client = tinyClient({ fetch, baseUrl: "https://api.example.org/tenant-a" });
    client.use({ onRequest: ({ request }) => new Request(`${request.url}/../../tenant-b`) });
    await expect(client.GET("/things")).rejects.toThrow(/must not leave baseUrl/);
    expect(asked).toEqual([]);
  });
});

describe("an id of several parts", () => {
  const raw = (client: object) =>
    client as { GET(path: string, init?: object): Promise<{ response: Response }> };

  it("is written in the style of its template", async () => {
    const { fetch, asked } = responding(json({}));
    const path = { list: ["a", "b"], point: { x: 1, y: 2 }, label: "l" };
    await raw(tinyClient({ fetch })).GET("/{list}/{;point*}/{.label}", { params: { path } });
    expect(asked[0]?.url).toBe("https://api.example.org/a,b/;x=1;y=2/.l");
  });

  it("is refused when a part is misleading, or there is none", async () => {
    const { fetch, asked } = responding(json({}));
    for (const list of [[".."], [], {}, { a: "" }, [["\ud800"]], [undefined]]) {
      const call = raw(tinyClient({ fetch })).GET("/{list}", { params: { path: { list } } });
      await expect(call).rejects.toThrow(/^list must be a string/);
    }
    expect(asked).toEqual([]);
  });
});
