import { describe, expect, it } from "vitest";
import { unwrap } from "../src/kit.js";
import { nobodyListens, ok, reset, serve, silent, status } from "./socket-server.js";
import { tinyClient } from "./tiny-api.js";

const path = { id: "x" };
const buy = (client: ReturnType<typeof tinyClient>) =>
  client.PUT("/things/{id}/buy", { params: { path }, body: { months: 1 } });
const read = (client: ReturnType<typeof tinyClient>) =>
  client.GET("/things/{id}", { params: { path } });

describe("an operation that may be sent twice", () => {
  for (const [name, first] of [
    ["a reset connection", reset],
    ...[408, 425, 429, 500, 502, 503, 504].map((code) => [`a ${code}`, status(code)] as const),
    ["the API's own word for too many requests", status(400, {}, '{"error_code":"Tiny.0022"}')],
  ] as const) {
    it(`is repeated after ${name}`, async () => {
      const { baseUrl, seen } = await serve(first, ok);
      expect((await read(tinyClient({ baseUrl }))).data).toEqual({ data: [], id: "x" });
      expect(seen).toHaveLength(2);
    });
  }

  it("is repeated after an attempt that took too long", async () => {
    const { baseUrl, seen } = await serve(silent, ok);
    const { data } = await read(tinyClient({ baseUrl, attemptTimeoutMs: 150 }));
    expect(data).toBeDefined();
    expect(seen).toHaveLength(2);
  });

  it("is repeated after a body that breaks off", async () => {
    const { baseUrl, seen } = await serve((request, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write('{"data":', () => request.socket.destroy());
    }, ok);
    expect((await read(tinyClient({ baseUrl }))).data).toBeDefined();
    expect(seen).toHaveLength(2);
  });

  it("is sent three times at most, and gives the last response", async () => {
    const { baseUrl, seen } = await serve(status(503));
    const error = await unwrap(read(tinyClient({ baseUrl }))).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "ServerError", status: 503, attempts: 3 });
    expect(seen).toHaveLength(3);
  });

  it("is sent once with retry: false, for the client or for the call", async () => {
    const { baseUrl, seen } = await serve(status(503));
    await read(tinyClient({ baseUrl, retry: false }));
    await tinyClient({ baseUrl }).GET("/things/{id}", { params: { path }, retry: false });
    expect(seen).toHaveLength(2);
  });

  it("is not repeated after a code that never goes away", async () => {
    const { baseUrl, seen } = await serve(status(504, {}, '{"error":{"code":"Tiny.0011"}}'));
    expect((await read(tinyClient({ baseUrl }))).response.status).toBe(504);
    expect(seen).toHaveLength(1);
  });

  it("is not repeated after a plain refusal", async () => {
    for (const code of [400, 401, 403, 404, 409, 501]) {
      const { baseUrl, seen } = await serve(status(code));
      await read(tinyClient({ baseUrl }));
      expect(seen).toHaveLength(1);
    }
  });

  it("waits at least as long as Retry-After says", async () => {
    const { baseUrl, seen } = await serve(status(429, { "retry-after": "1" }), ok);
    const waits: number[] = [];
    const client = tinyClient({ baseUrl, hooks: { onRetry: ({ waitMs }) => waits.push(waitMs) } });
    expect((await read(client)).data).toBeDefined();
    expect(waits[0]).toBeGreaterThanOrEqual(1000);
    // A timer may fire a fraction of a millisecond early by another clock.
    expect((seen[1]?.at ?? 0) - (seen[0]?.at ?? 0)).toBeGreaterThanOrEqual(995);
  });

  for (const asked of ["61", "9999999999", new Date(Date.now() + 3_600_000).toUTCString()]) {
    it(`gives the real response at once when Retry-After is ${asked}`, async () => {
      const { baseUrl, seen } = await serve(status(429, { "retry-after": asked }));
      expect((await read(tinyClient({ baseUrl }))).response.status).toBe(429);
      expect(seen).toHaveLength(1);
    });
  }

  for (const garbage of ["-1", "1.5e9", "soon", "1.5", ""]) {
    it(`ignores a Retry-After of ${JSON.stringify(garbage)}`, async () => {
      const { baseUrl, seen } = await serve(status(503, { "retry-after": garbage }), ok);
      expect((await read(tinyClient({ baseUrl }))).data).toBeDefined();
      expect(seen).toHaveLength(2);
    });
  }

  it("stops when the wait would pass the time left", async () => {
    const { baseUrl, seen } = await serve(status(503, { "retry-after": "30" }));
    const { response } = await read(tinyClient({ baseUrl, timeoutMs: 5_000 }));
    expect(response.status).toBe(503);
    expect(seen).toHaveLength(1);
  });

  it("carries the same body again", async () => {
    const { baseUrl, seen } = await serve(status(429), ok);
    await tinyClient({ baseUrl }).POST("/things", { body: { name: "ünï" } });
    expect(seen.map(({ body }) => body)).toEqual(['{"name":"ünï"}', '{"name":"ünï"}']);
  });

  it("is authorized anew for every attempt", async () => {
    const { baseUrl, seen } = await serve(status(503), ok);
    let count = 0;
    await read(
      tinyClient({ baseUrl, authorize: () => ({ authorization: `Bearer key-${++count}` }) }),
    );
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer key-1",
      "Bearer key-2",
    ]);
  });
});

describe("an operation that may not be sent twice, although it is a PUT", () => {
  for (const [name, first] of [
    ["a 503 without Retry-After", status(503)],
    ["a 500", status(500)],
    ["a reset connection", reset],
  ] as const) {
    it(`is sent once when it meets ${name}`, async () => {
      const { baseUrl, seen } = await serve(first);
      await buy(tinyClient({ baseUrl })).catch(() => {});
      expect(seen).toHaveLength(1);
    });
  }

  it("is sent once when its time is up", async () => {
    const { baseUrl, seen } = await serve(silent);
    await expect(buy(tinyClient({ baseUrl, attemptTimeoutMs: 80 }))).rejects.toMatchObject({
      name: "TimeoutError",
      source: "attempt",
    });
    expect(seen).toHaveLength(1);
  });

  for (const [name, first] of [
    ["429", status(429)],
    ["503 with Retry-After", status(503, { "retry-after": "0" })],
    ["the API's own word for too many requests", status(400, {}, '{"error_code":"Tiny.0022"}')],
  ] as const) {
    it(`is repeated after ${name}: the service says that it did not act`, async () => {
      const { baseUrl, seen } = await serve(first, ok);
      expect((await buy(tinyClient({ baseUrl }))).data).toBeDefined();
      expect(seen).toHaveLength(2);
    });
  }

  for (const garbage of ["-1", "soon", ""]) {
    it(`is not repeated after 503 with a Retry-After of ${JSON.stringify(garbage)}`, async () => {
      const { baseUrl, seen } = await serve(status(503, { "retry-after": garbage }), ok);
      expect((await buy(tinyClient({ baseUrl }))).response.status).toBe(503);
      expect(seen).toHaveLength(1);
    });
  }

  it("is repeated when the connection was refused, so that nothing was sent", async () => {
    const retries: unknown[] = [];
    const client = tinyClient({
      baseUrl: await nobodyListens(),
      hooks: { onRetry: ({ reason }) => retries.push(reason) },
    });
    await expect(buy(client)).rejects.toMatchObject({ name: "NetworkError", sent: false });
    expect(retries).toEqual(["NetworkError", "NetworkError"]);
  });
});

it("a client stops repeating in an outage, and goes on after it", async () => {
  const { baseUrl, seen } = await serve(status(503));
  const client = tinyClient({ baseUrl });
  for (let call = 0; call < 20; call++) await read(client);
  expect(seen).toHaveLength(20 + 10);
});
