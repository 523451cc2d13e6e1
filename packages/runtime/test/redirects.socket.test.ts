import { describe, expect, it } from "vitest";
import { ok, serve, status } from "./socket-server.js";
import { tinyClient } from "./tiny-api.js";

describe("a redirect", () => {
  for (const [name, headers] of [
    ["a token of its own header", { "x-auth-token": "token-secret" }],
    [
      "a signed request",
      {
        authorization: "SDK-HMAC-SHA256 Access=AK, Signature=abc",
        "x-sdk-date": "20261121T000000Z",
      },
    ],
  ] as const) {
    for (const code of [301, 302, 303, 307, 308]) {
      it(`by ${code} never takes ${name} to another server`, async () => {
        const other = await serve(ok);
        const { baseUrl, seen } = await serve(
          status(code, { location: `${other.baseUrl}/things?key=1` }),
        );
        const client = tinyClient({ baseUrl, authorize: () => ({ ...headers }) });
        await expect(client.GET("/things")).rejects.toMatchObject({
          name: "RedirectError",
          status: code,
          target: other.baseUrl,
          message: expect.not.stringContaining("key=1"),
        });
        expect(other.seen).toEqual([]);
        expect(seen).toHaveLength(1);
      });
    }
  }

  it("does not keep its connection: the body is given up unread", async () => {
    let givenUp = false;
    const body = new ReadableStream({
      cancel() {
        givenUp = true;
      },
    });
    const fetch = async () => new Response(body, { status: 302, headers: { location: "/other" } });
    await expect(tinyClient({ fetch }).GET("/things")).rejects.toMatchObject({
      name: "RedirectError",
    });
    expect(givenUp).toBe(true);
  });

  it("within the service is an error too, and one to nowhere", async () => {
    for (const location of ["/elsewhere", "", "http://["]) {
      const { baseUrl } = await serve(status(302, location ? { location } : {}));
      await expect(tinyClient({ baseUrl }).GET("/things")).rejects.toMatchObject({
        name: "RedirectError",
      });
    }
  });
});
