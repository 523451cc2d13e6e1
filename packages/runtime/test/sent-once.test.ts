import { afterEach, describe, expect, it, vi } from "vitest";
import { createClient } from "../src/kit.js";
import { json, rules, type TinyPaths, tinyClient } from "./tiny-api.js";

const path = { id: "x" };
type Client = ReturnType<typeof tinyClient>;
type Method = "PUT" | "POST" | "PATCH" | "DELETE" | "HEAD";
type Bare = Record<Method, (path: string, init: object) => Promise<unknown>>;
type Given = RequestInit & { client?: object };

/** The ways to send a write: each builds its request in another way. */
const buy = (client: Client) =>
  client.PUT("/things/{id}/buy", { params: { path }, body: { months: 1 } });
const add = (client: Client) => client.POST("/things", { body: { name: "a" } });
const read = (client: Client) => client.GET("/things");
const bare = (client: Client, method: Method) =>
  (client as unknown as Bare)[method]("/things/{id}", { params: { path } });
const middleware = [{ onRequest: () => undefined }];

/** Replaces the platform's fetch; gives what it is asked, each time. */
function platformFetch(...statuses: number[]) {
  const asked: { target: string | Request; init: Given }[] = [];
  vi.stubGlobal("fetch", async (target: string | Request, init: Given = {}) => {
    asked.push({ target, init });
    return json({}, { status: statuses[asked.length - 1] ?? 200 });
  });
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe("in Bun", () => {
  it("writes have a connection of their own, and reads keep theirs", async () => {
    vi.stubGlobal("Bun", { version: "1" });
    const asked = platformFetch();
    const client = tinyClient();
    for (const call of [buy, add, read]) await call(client);
    for (const method of ["PUT", "DELETE", "PATCH", "HEAD"] as const) await bare(client, method);
    expect(asked.map(({ init }) => init.keepalive)).toEqual([
      false,
      false,
      undefined,
      false,
      false,
      false,
      undefined,
    ]);
  });

  it("a write that a middleware has seen does, too: Bun reads the option beside the request", async () => {
    vi.stubGlobal("Bun", { version: "1" });
    const asked = platformFetch();
    const client = tinyClient();
    client.use(...middleware);
    await buy(client);
    await read(client);
    expect(asked.map(({ init }) => init.keepalive)).toEqual([false, undefined]);
  });

  it("the caller's fetch is told, and requestInitExt takes precedence", async () => {
    vi.stubGlobal("Bun", { version: "1" });
    const asked = platformFetch();
    const told: unknown[] = [];
    const fetch = async (_: Request, init?: RequestInit) => {
      told.push(init);
      return json({});
    };
    for (const requestInitExt of [{}, { keepalive: true }]) {
      await buy(tinyClient({ requestInitExt }));
      const settings = { baseUrl: "https://api.example.org", userAgent: "", authorize: () => ({}) };
      await buy(createClient<TinyPaths>(rules, { ...settings, fetch, requestInitExt }));
    }
    expect(asked.map(({ init }) => init.keepalive)).toEqual([false, true]);
    expect(told).toEqual([{ keepalive: false }, { keepalive: true }]);
  });
});

describe("in Deno", () => {
  /** Deno's global, and how often it was asked for a client. */
  function deno() {
    const made: object[] = [];
    const createHttpClient = (options: object) => {
      const client = { options };
      made.push(client);
      return client;
    };
    vi.stubGlobal("Deno", { createHttpClient });
    return made;
  }

  it("writes of all clients share one that keeps no connection, made for the first of them", async () => {
    const made = deno();
    const asked = platformFetch();
    const { tinyClient: fresh } = await import("./tiny-api.js");
    await read(fresh());
    expect(made).toEqual([]);
    await buy(fresh());
    await add(fresh());
    const seen = fresh();
    seen.use(...middleware);
    await buy(seen);
    expect(made).toEqual([{ options: { poolMaxIdlePerHost: 0 } }]);
    expect(asked.map(({ init }) => init.client)).toEqual([undefined, made[0], made[0], made[0]]);
  });

  it("a client of the caller's own takes precedence", async () => {
    deno();
    const asked = platformFetch();
    const { tinyClient: fresh } = await import("./tiny-api.js");
    const client = { mine: true };
    const requestInitExt = { client };
    await buy(fresh({ requestInitExt }));
    expect(asked.map(({ init }) => init.client)).toEqual([client]);
  });

  it("a Deno without such clients sends as it does", async () => {
    vi.stubGlobal("Deno", { version: {} });
    const asked = platformFetch();
    await buy(tinyClient());
    expect(asked[0]?.init).not.toHaveProperty("client");
  });
});

describe("in workerd", () => {
  const text = (init: Given | undefined) => new Response(init?.body ?? null).text();

  it.each(["PUT", "DELETE"] as const)(
    "a %s without a body has an empty stream, new for each attempt",
    async (method) => {
      vi.stubGlobal("navigator", { userAgent: "Cloudflare-Workers" });
      const asked = platformFetch(429);
      const signed: unknown[] = [];
      const authorize = ({ body }: { body: unknown }) => {
        signed.push(body);
        return {};
      };
      await bare(tinyClient({ authorize }), method);
      expect(asked).toHaveLength(2);
      for (const { init } of asked) expect(init.body).toBeInstanceOf(ReadableStream);
      expect(await Promise.all(asked.map(({ init }) => text(init)))).toEqual(["", ""]);
      expect(signed).toEqual([null, null]);
    },
  );

  it("a PUT without a body that a middleware has seen has one, too", async () => {
    vi.stubGlobal("navigator", { userAgent: "Cloudflare-Workers" });
    platformFetch();
    const bodies: unknown[] = [];
    /** Node's, which wants to be told of a stream. */
    class Streamed extends Request {
      constructor(input: string | URL | Request, init?: RequestInit) {
        super(input, Object.assign({ duplex: "half" }, init));
        bodies.push(init?.body);
      }
    }
    const client = tinyClient({ Request: Streamed });
    client.use(...middleware);
    await bare(client, "PUT");
    expect(bodies.at(-1)).toBeInstanceOf(ReadableStream);
  });

  it("every other request is sent as it is", async () => {
    vi.stubGlobal("navigator", { userAgent: "Cloudflare-Workers" });
    const asked = platformFetch();
    const client = tinyClient();
    await buy(client);
    await bare(client, "POST");
    await read(client);
    expect(asked.map(({ init }) => init.body ?? null)).toEqual(['{"months":1}', null, null]);
  });
});

it("in Node and browsers, fetch is asked for nothing but the request", async () => {
  const asked = platformFetch();
  const client = tinyClient();
  await buy(client);
  await bare(client, "DELETE");
  client.use(...middleware);
  await buy(client);
  for (const { init } of asked) {
    expect(init.keepalive).toBeUndefined();
    expect(init).not.toHaveProperty("client");
    expect(init.body ?? "").not.toBeInstanceOf(ReadableStream);
  }
  expect(asked).toHaveLength(3);
});
