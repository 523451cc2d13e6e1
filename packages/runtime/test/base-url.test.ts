import { describe, expect, it } from "vitest";
import { UsageError } from "../src/kit.js";
import { json, responding, tinyClient } from "./tiny-api.js";

describe("a base address", () => {
  for (const [baseUrl, reason] of [
    ["http://api.example.org", /baseUrl must be an https: address/],
    ["ftp://api.example.org", /baseUrl must be an https: address/],
    ["https://user:pass@api.example.org", /baseUrl must be an https: address/],
    ["https://api.example.org?x=1", /baseUrl must be an https: address/],
    ["https://api.example.org/#x", /baseUrl must be an https: address/],
    ["https://api.example.org?", /baseUrl must be an https: address/],
    ["api.example.org", /baseUrl must be an https: address/],
    ["", /baseUrl must be an https: address/],
    [undefined, /baseUrl must be an https: address/],
    ["http://127.0.0.1.example.org", /baseUrl must be an https: address/],
  ] as const) {
    it(`${baseUrl} is refused when the client is created`, () => {
      expect(() => tinyClient({ baseUrl: baseUrl as string })).toThrow(reason);
      expect(() => tinyClient({ baseUrl: baseUrl as string })).toThrow(UsageError);
    });
  }

  it("never shows a password in its error", () => {
    expect(() => tinyClient({ baseUrl: "https://u:hunter22@a.example" })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("hunter22") }),
    );
  });

  for (const baseUrl of [
    "http://localhost:4010",
    "http://127.0.0.1:4010/",
    "http://[::1]:4010",
    "https://api.example.org/a//b@c",
    "https://api.example.org/prefix/",
  ]) {
    it(`${baseUrl} is allowed`, async () => {
      const { fetch, asked } = responding(json({ data: [] }));
      await tinyClient({ baseUrl, fetch }).GET("/things");
      expect(asked[0]?.url).toBe(`${baseUrl.replace(/\/$/, "")}/things`);
    });
  }

  it("without TLS is allowed when that is asked for", () => {
    expect(() =>
      tinyClient({ baseUrl: "http://10.0.0.1", allowInsecureBaseUrl: true }),
    ).not.toThrow();
  });

  it("cannot be left by a single call", async () => {
    const { fetch, asked } = responding(json({ data: [] }));
    const client = tinyClient({ fetch });
    await expect(client.GET("/things", { baseUrl: "https://evil.example" })).rejects.toThrow(
      /must not leave/,
    );
    await expect(
      client.GET("/things", { baseUrl: "https://api.example.org.evil.example" }),
    ).rejects.toThrow(/must not leave/);
    expect(asked).toEqual([]);
  });

  it("cannot be left by a middleware", async () => {
    const { fetch, asked } = responding(json({ data: [] }));
    const client = tinyClient({ fetch });
    client.use({ onRequest: () => new Request("https://evil.example/things") });
    await expect(client.GET("/things")).rejects.toThrow(/must not leave/);
    expect(asked).toEqual([]);
  });

  it("must not end in what the path begins with", async () => {
    const { fetch, asked } = responding(json({ data: [] }));
    for (const [baseUrl, repeated] of [
      ["https://api.example.org/things", "/things"],
      ["https://proxy.example/api/things/", "/things"],
    ] as const) {
      const client = tinyClient({ fetch, baseUrl });
      const call = client.GET("/things/{id}", { params: { path: { id: "x" } } });
      await expect(call).rejects.toThrow(
        `baseUrl must not end in ${repeated}, because /things/{id}`,
      );
    }
    expect(asked).toEqual([]);
    await tinyClient({ fetch, baseUrl: "https://proxy.example/my-things" }).GET("/things");
    expect(asked).toHaveLength(1);
  });
});
