import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ok, serve, status } from "./socket-server.js";
import { json, responding, tinyClient } from "./tiny-api.js";

const kinds = ["json", "text", "blob", "arrayBuffer"] as const;
const mebibyte = 2 ** 20;

describe("a body beyond maxResponseBytes", () => {
  const refused = (statusOf: number) => ({
    name: "ResponseTooLargeError",
    kind: "response-too-large",
    status: statusOf,
    maxBytes: mebibyte,
    message: `GET /things returned ${statusOf} with a body of more than 1048576 bytes, the limit set by maxResponseBytes`,
  });

  for (const parseAs of kinds) {
    it(`is given up and not asked for again, as ${parseAs}`, async () => {
      let closed = 0;
      const { baseUrl, seen } = await serve((request, response) => {
        request.socket.on("close", () => closed++);
        // Without end: only the limit ends it.
        const write = (): void => {
          while (response.write(Buffer.alloc(65_536, 32))) if (response.destroyed) return;
          response.once("drain", write);
        };
        write();
      });
      const client = tinyClient({ baseUrl, maxResponseBytes: mebibyte });
      await expect(client.GET("/things", { parseAs })).rejects.toMatchObject(refused(200));
      expect(seen).toHaveLength(1);
      for (let turn = 0; turn < 200 && closed === 0; turn++) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      expect(closed).toBe(1);
    });
  }

  it("is given up although a few bytes arrive for it", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * mebibyte));
    expect(bomb.length).toBeLessThan(mebibyte / 10);
    const { baseUrl, seen } = await serve((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip", "content-length": bomb.length });
      response.end(bomb);
    });
    const client = tinyClient({ baseUrl, maxResponseBytes: mebibyte });
    await expect(client.GET("/things")).rejects.toMatchObject(refused(200));
    expect(seen).toHaveLength(1);
  });

  it("is given up in an error too, which is not repeated", async () => {
    const { baseUrl, seen } = await serve(status(503, {}, "x".repeat(mebibyte + 1)));
    const client = tinyClient({ baseUrl, maxResponseBytes: mebibyte });
    await expect(client.GET("/things")).rejects.toMatchObject(refused(503));
    expect(seen).toHaveLength(1);
  });

  it("is for the caller to judge in a stream", async () => {
    const { baseUrl } = await serve(status(200, {}, "x".repeat(mebibyte + 1)));
    const client = tinyClient({ baseUrl, maxResponseBytes: mebibyte });
    const { data } = await client.GET("/things", { parseAs: "stream" });
    expect((await new Response(data).text()).length).toBe(mebibyte + 1);
  });

  it("may be allowed for one call; as much as the limit is allowed", async () => {
    const { baseUrl } = await serve(status(200, {}, "x".repeat(mebibyte)));
    const client = tinyClient({ baseUrl, maxResponseBytes: 10 });
    const parseAs = "text";
    await expect(client.GET("/things", { parseAs })).rejects.toThrow(/more than 10 bytes/);
    const options = { parseAs, maxResponseBytes: mebibyte } as const;
    expect((await client.GET("/things", options)).data).toHaveLength(mebibyte);
  });

  it("must be a whole number of bytes", () => {
    for (const maxResponseBytes of [0, -1, 1.5, Number.NaN]) {
      expect(() => tinyClient({ maxResponseBytes })).toThrow(/^maxResponseBytes must be a whole/);
    }
  });
});

describe("a body that breaks off", () => {
  for (const parseAs of kinds) {
    it(`is a NetworkError, as ${parseAs}`, async () => {
      const { baseUrl, seen } = await serve((request, response) => {
        response.writeHead(200, { "content-length": "1000" });
        response.write('{"data":', () => request.socket.destroy());
      });
      const call = tinyClient({ baseUrl, retry: { retries: 1, baseMs: 1 } }).GET("/things", {
        parseAs,
      });
      await expect(call).rejects.toMatchObject({ kind: "network", sent: true });
      expect(seen).toHaveLength(2);
    });
  }

  it("is a NetworkError for the reader of a stream", async () => {
    const { baseUrl } = await serve((request, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write('{"data":', () => setTimeout(() => request.socket.destroy(), 20));
    });
    const { data } = await tinyClient({ baseUrl }).GET("/things", { parseAs: "stream" });
    await expect(new Response(data).text()).rejects.toMatchObject({ kind: "network" });
  });
});

describe("a stream that was handed over", () => {
  const slowly = async () =>
    serve((_, response) => {
      response.writeHead(200).write("first ");
      setTimeout(() => response.end("last"), 120);
    });

  it("is under no time limit any more", async () => {
    const { baseUrl } = await slowly();
    const client = tinyClient({ baseUrl, attemptTimeoutMs: 60, timeoutMs: 60 });
    const { data } = await client.GET("/things", { parseAs: "stream" });
    expect(await new Response(data).text()).toBe("first last");
  });

  it("still ends with the caller's signal", async () => {
    const { baseUrl } = await serve((_, response) => {
      response.writeHead(200).write("first ");
    });
    const controller = new AbortController();
    const { signal } = controller;
    const { data } = await tinyClient({ baseUrl }).GET("/things", { parseAs: "stream", signal });
    const reading = new Response(data).text();
    controller.abort("enough");
    await expect(reading).rejects.toMatchObject({ name: "AbortedError", cause: "enough" });
  });

  it("must begin in time", async () => {
    const { baseUrl } = await serve(() => {});
    const client = tinyClient({ baseUrl, attemptTimeoutMs: 50, retry: false });
    await expect(client.GET("/things", { parseAs: "stream" })).rejects.toMatchObject({
      name: "TimeoutError",
    });
  });
});

describe("the body of a request", () => {
  const form = (): FormData => {
    const data = new FormData();
    data.append("file", new Blob([new Uint8Array([0, 255, 128])]), "a.bin");
    return data;
  };
  const post = (client: ReturnType<typeof tinyClient>, init: object) =>
    client.POST("/things", { ...init, body: { name: "x" } });

  for (const [name, serialized] of [
    ["a form", form],
    ["bytes", () => new Uint8Array([1, 254])],
    ["a Blob", () => new Blob(["blob"])],
    ["parameters", () => new URLSearchParams({ a: "b c" })],
  ] as const) {
    for (const middleware of [[], [{ onRequest: () => undefined }]]) {
      it(`is sent whole with every attempt: ${name}, ${middleware.length} middlewares`, async () => {
        const { baseUrl, seen } = await serve(status(429), ok);
        await post(tinyClient({ baseUrl }), { bodySerializer: serialized, middleware });
        expect(seen).toHaveLength(2);
        expect(seen[0]?.body.length).toBeGreaterThan(0);
        expect(seen[1]?.body).toBe(seen[0]?.body);
        expect(seen[1]?.headers["content-type"]).toBe(seen[0]?.headers["content-type"]);
      });
    }
  }

  it("is sent once when it is a stream", async () => {
    const { baseUrl, seen } = await serve(status(429), ok);
    const bodySerializer = () => new Blob(["streamed"]).stream();
    const init = { bodySerializer, duplex: "half" };
    const { response } = await post(tinyClient({ baseUrl }), init);
    expect(response.status).toBe(429);
    expect(seen.map(({ body }) => body)).toEqual(["streamed"]);
  });

  it("of a Request that a middleware puts in its place is sent with every attempt", async () => {
    const { baseUrl, seen } = await serve(status(429), ok);
    const client = tinyClient({ baseUrl });
    client.use({ onRequest: ({ request }) => new Request(request, { body: "other" }) });
    await post(client, {});
    expect(seen.map(({ body }) => body)).toEqual(["other", "other"]);
  });
});

it("options of the platform's fetch reach it, with and without a middleware", async () => {
  for (const middleware of [[], [{ onRequest: () => undefined }]]) {
    const asked: Request[] = [];
    const { createClient } = await import("../src/kit.js");
    const client = createClient<object>(
      { servers: [] },
      {
        baseUrl: "https://api.example.org",
        userAgent: "tiny/1",
        authorize: () => ({}),
        credentials: "include",
        fetch: async (request) => {
          asked.push(request);
          return json({});
        },
      },
    ) as unknown as { GET(path: string, init: object): Promise<unknown> };
    await client.GET("/things", { keepalive: true, cache: "no-store", middleware });
    expect(asked).toMatchObject([
      { keepalive: true, cache: "no-store", credentials: "include", redirect: "manual" },
    ]);
  }
});

it("a fetch of one call is authorized like any other", async () => {
  const seen: Request[] = [];
  const { fetch, asked } = responding(json({}));
  await tinyClient({ fetch }).GET("/things", {
    fetch: async (request) => {
      seen.push(request);
      return json({ data: [] });
    },
  });
  expect(asked).toEqual([]);
  expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
    "GET https://api.example.org/things",
  ]);
  expect(seen[0]?.headers.get("authorization")).toBe("Bearer tiny-secret-key");
});

it("what no Request can be fails before anything is sent", async () => {
  const { baseUrl, seen } = await serve(ok);
  const client = tinyClient({ baseUrl }) as unknown as Record<
    string,
    (path: string, init?: object) => Promise<unknown>
  >;
  await expect(client.GET?.("/things", { body: {} })).rejects.toThrow(/method cannot have body/);
  await expect(client.TRACE?.("/things")).rejects.toThrow(TypeError);
  expect(seen).toEqual([]);
});
