import { describe, expect, it } from "vitest";
import { UsageError } from "../src/index.js";
import { answering, json, tinyClient } from "./tiny-api.js";

describe("an id that would change which resource is meant", () => {
  for (const id of ["..", ".", "", undefined, null, {}, Number.NaN, "\ud800"]) {
    it(`${JSON.stringify(id) ?? "undefined"} is refused before any request and before any credential`, async () => {
      const { fetch, asked } = answering(json({}));
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
    const { fetch, asked } = answering(json({}));
    const client = tinyClient({ fetch });
    // @ts-expect-error the types ask for params
    await expect(client.GET("/things/{id}")).rejects.toThrow(/^id .*not missing/);
    expect(asked).toEqual([]);
  });

  it("is encoded when it only looks special", async () => {
    const { fetch, asked } = answering(json({ id: "x" }));
    await tinyClient({ fetch }).GET("/things/{id}", { params: { path: { id: "a/b?c#d%2e" } } });
    expect(asked[0]?.url).toBe("https://api.example.org/things/a%2Fb%3Fc%23d%252e");
  });

  it("may be filled in by the client", async () => {
    const { fetch, asked } = answering(json({ id: "x" }));
    const client = tinyClient({ fetch, pathDefaults: { id: "known" } });
    await client.GET("/things/{id}", { params: {} as { path: { id: string } } });
    expect(asked[0]?.url).toBe("https://api.example.org/things/known");
  });
});
