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
    const said = "redirects are not followed";
    for (const location of ["/elsewhere", undefined, "http://[", "data:text/plain,x"]) {
      const { baseUrl } = await serve(status(302, location === undefined ? {} : { location }));
      const target = location === "/elsewhere" ? baseUrl : undefined;
      const where = target === undefined ? "" : ` to ${target}`;
      await expect(tinyClient({ baseUrl }).GET("/things")).rejects.toMatchObject({
        name: "RedirectError",
        message: `GET /things was redirected${where}; ${said}`,
        target,
      });
    }
  });

  it("to an address that holds the credential does not show it", async () => {
    const location = "https://tiny-secret-key.example/";
    const fetch = async () => new Response(null, { status: 302, headers: { location } });
    await expect(tinyClient({ fetch }).GET("/things")).rejects.toMatchObject({
      target: "https://[redacted].example",
      message: expect.not.stringContaining("tiny-secret"),
    });
  });

  it("whose body cannot be given up leaves no rejection behind", async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on("unhandledRejection", note);
    const body = new ReadableStream({
      cancel() {
        throw new Error("no");
      },
    });
    const fetch = async () => new Response(body, { status: 302 });
    await expect(tinyClient({ fetch }).GET("/things")).rejects.toThrow("redirected");
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off("unhandledRejection", note);
    expect(unhandled).toEqual([]);
  });

  it("is not what 304 means, which the caller's own If-None-Match asked for", async () => {
    const { baseUrl, seen } = await serve(status(304, { etag: '"v1"' }));
    const headers = { "if-none-match": '"v1"' };
    const { data, error, response } = await tinyClient({ baseUrl }).GET("/things", { headers });
    expect(response.status).toBe(304);
    expect(data).toBeUndefined();
    expect(error).toBeDefined();
    expect(seen).toHaveLength(1);
  });
});
