import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { addEntries, consoleHooks, createList, UsageError } from "../src/kit.js";
import {
  connectionError,
  cursorRule,
  json,
  portsRule,
  responding,
  tinyClient,
} from "./tiny-api.js";

function watcher() {
  const events: [string, Record<string, unknown>][] = [];
  const hook = (name: string) => (event: object) => events.push([name, { ...event }]);
  const hooks = {
    onCallStart: hook("callStart"),
    onCallEnd: hook("callEnd"),
    onRequest: hook("request"),
    onError: hook("error"),
    onResponse: hook("response"),
    onRetry: hook("retry"),
    onPage: hook("page"),
    onPlan: hook("plan"),
  };
  return { events, hooks };
}

describe("the hooks", () => {
  it("tell of every attempt, with path templates and without values", async () => {
    const { events, hooks } = watcher();
    const { fetch } = responding(
      new Response("", { status: 503 }),
      json({ id: "x" }, { headers: { "x-request-id": "r2" } }),
    );
    await tinyClient({ fetch, hooks }).GET("/things/{id}", { params: { path: { id: "private" } } });
    const [callId] = events.map(([, event]) => event.callId);
    expect(callId).toMatch(/^[a-z0-9]{10}$/);
    const same = { callId, operation: "GET /things/{id}" };
    const durationMs = expect.any(Number);
    const failed = { status: 503, requestId: undefined, durationMs };
    expect(events).toEqual([
      ["callStart", { ...same, server: "https://api.example.org" }],
      ["request", { ...same, attempt: 1 }],
      ["response", { ...same, attempt: 1, ...failed }],
      ["retry", { ...same, attempt: 1, reason: 503, waitMs: expect.any(Number) }],
      ["request", { ...same, attempt: 2 }],
      ["response", { ...same, attempt: 2, status: 200, requestId: "r2", durationMs }],
      ["callEnd", { ...same, status: 200, error: undefined, durationMs }],
    ]);
    expect(JSON.stringify(events)).not.toContain("private");
  });

  it("tell of pages and plans", async () => {
    const { events, hooks } = watcher();
    const headers = { "x-request-id": "r1" };
    const list = responding(json({ data: [1, 2], next: "", more: false }, { headers }));
    await createList(tinyClient({ ...list, hooks }), cursorRule, {}).collect();
    const ports = responding(
      json({ ports: [] }),
      json({}),
      json({ ports: [{ port: 1, protocol: "TCP" }] }),
    );
    await addEntries({ client: tinyClient({ ...ports, hooks }), rule: portsRule, id: "t" }, [
      { port: 1 },
    ]);
    const callOf = (operation: string) =>
      events.find(([, event]) => event.operation === operation)?.[1].callId;
    const page = { operation: "GET /things", page: 1, items: 2, requestId: "r1" };
    const counts = { added: 1, removed: 0, changed: 0, kept: 0 };
    const plan = { operation: "PUT /things/{id}/ports", ...counts };
    expect(events.filter(([name]) => name === "page" || name === "plan")).toEqual([
      ["page", { callId: callOf("GET /things"), ...page }],
      ["plan", { callId: callOf("GET /things/{id}"), ...plan }],
    ]);
  });

  it("name the call of each page, also of pages that were requested ahead", async () => {
    const { events, hooks } = watcher();
    const { fetch } = responding(
      json({ data: [1], next: "p1", more: true }),
      json({ data: [2], next: "p2", more: true }),
      json({ data: [3], next: "", more: false }),
    );
    const client = tinyClient({ fetch, hooks });
    await createList(client, cursorRule, {}, { prefetch: 2 }).collect();
    const callsOf = (name: string) =>
      events.flatMap(([event, { callId }]) => (event === name ? [callId] : []));
    expect(new Set(callsOf("page")).size).toBe(3);
    expect(callsOf("page")).toEqual(callsOf("callEnd"));
  });

  it("name the read on which each plan stands, also when the change is replayed", async () => {
    const { events, hooks } = watcher();
    const ports = (...numbers: number[]) =>
      json({ ports: numbers.map((port) => ({ port, protocol: "TCP" })) });
    const { fetch } = responding(
      ports(),
      new Response("", { status: 503, headers: { "retry-after": "0" } }),
      ports(2),
      json({}),
      ports(1, 2),
    );
    const client = tinyClient({ fetch, hooks });
    await addEntries({ client, rule: portsRule, id: "t" }, [{ port: 1 }]);
    const reads = events.flatMap(([name, { operation, callId }]) =>
      name === "callEnd" && operation === "GET /things/{id}" ? [callId] : [],
    );
    const plans = events.flatMap(([name, { callId }]) => (name === "plan" ? [callId] : []));
    expect(plans).toEqual(reads.slice(0, 2));
    expect(new Set(plans).size).toBe(2);
  });

  it("tell of a page when the caller gets it, and of the items that the caller gets", async () => {
    const { events, hooks } = watcher();
    const responses = [
      json({ data: [1, 2], next: "p1", more: true }),
      json({ data: [2, 3], next: "p2", more: true }),
      json({ data: [4], next: "p3", more: true }),
    ];
    const client = tinyClient({ fetch: responding(...responses).fetch, hooks });
    const options = { prefetch: 2, dedupeBy: (item: unknown) => item };
    const pages = createList(client, cursorRule, {}, options).pages();
    await pages.next();
    await pages.next();
    await pages.return?.();
    const told = events.filter(([name]) => name === "page").map(([, event]) => event.items);
    expect(told).toEqual([2, 1]);
  });

  it("never break a call, whether they throw or reject", async () => {
    const { fetch } = responding(json({ data: [] }));
    const hooks = {
      onRequest: () => {
        throw new Error("mine");
      },
      onResponse: () => Promise.reject(new Error("mine too")),
      // A promise of another realm is no instance of this one's class.
      onCallEnd: () => runInNewContext("Promise.reject(new Error('theirs'))"),
    };
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", note);
    expect((await tinyClient({ fetch, hooks }).GET("/things")).data).toEqual({ data: [] });
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", note);
    expect(unhandled).toEqual([]);
  });

  const hang = (): Promise<Response> => new Promise(() => {});
  const endings: Record<string, Parameters<typeof tinyClient>[0]> = {
    "a response": responding(json({ data: [] })),
    "a refusal": responding(new Response("", { status: 404 })),
    "failures without end": responding(connectionError("ECONNRESET")),
    "a failure, then a response": responding(connectionError("ECONNRESET"), json({ data: [] })),
    "a redirect": responding(new Response("", { status: 302, headers: { location: "/x" } })),
    "a body that is no JSON": responding(new Response("<html>")),
    "a body that is too long": { ...responding(json({ data: [] })), maxResponseBytes: 3 },
    "an attempt that hangs": { fetch: hang, attemptTimeoutMs: 20 },
    "a call that hangs": { fetch: hang, timeoutMs: 20 },
    "a key that cannot be had": {
      authorize: () => {
        throw new Error("no key");
      },
    },
  };
  for (const [ending, settings] of Object.entries(endings)) {
    it(`tell of one end of each attempt, and of the call, at ${ending}`, async () => {
      const { events, hooks } = watcher();
      await tinyClient({ ...settings, hooks })
        .GET("/things")
        .catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 40));
      const names = events.map(([name]) => name).filter((name) => name !== "retry");
      expect(names[0]).toBe("callStart");
      expect(names.at(-1)).toBe("callEnd");
      const attempts = names.slice(1, -1);
      const ends = attempts.filter((name) => name !== "request");
      expect(ends.length * 2).toBe(attempts.length);
      for (let at = 0; at < attempts.length; at += 2) {
        expect(attempts[at]).toBe("request");
        expect(["response", "error"]).toContain(attempts[at + 1]);
      }
      expect(new Set(events.map(([, { callId }]) => callId)).size).toBe(1);
    });
  }

  it("tell of the end that a caller's abort brings", async () => {
    const { events, hooks } = watcher();
    const controller = new AbortController();
    const call = tinyClient({ fetch: hang, hooks }).GET("/things", { signal: controller.signal });
    setTimeout(() => controller.abort(), 10);
    await expect(call).rejects.toMatchObject({ name: "AbortedError" });
    expect(events.map(([name, { error }]) => [name, error])).toEqual([
      ["callStart", undefined],
      ["request", undefined],
      ["error", "AbortedError"],
      ["callEnd", "AbortedError"],
    ]);
  });

  it("can be written to a console", async () => {
    const lines: string[] = [];
    const hooks = consoleHooks({ log: (line) => lines.push(line.replace(/\d+ ms/g, "N ms")) });
    const headers = { "x-request-id": "r7\x9b2J" };
    const { fetch } = responding(
      connectionError("ECONNRESET"),
      json({ data: [1], more: false }, { headers }),
    );
    await createList(tinyClient({ fetch, hooks }), cursorRule, {}).collect();
    const [id] = lines[0]?.match(/\[\w+\]/) ?? [];
    expect(lines).toEqual([
      `${id} GET /things: attempt 1`,
      `${id} GET /things: NetworkError after N ms`,
      `${id} GET /things: NetworkError, next attempt in N ms`,
      `${id} GET /things: attempt 2`,
      `${id} GET /things: 200 after N ms, request id r7\\u009b2J`,
      `${id} GET /things: ended with 200 after N ms`,
      `${id} GET /things: page 1, 1 items`,
    ]);
  });
});

describe("a middleware of openapi-fetch", () => {
  it("does not change what a status means that no Response can be made with", async () => {
    const strange = Object.defineProperty(new Response("busy"), "status", { value: 999 });
    Object.defineProperty(strange, "ok", { value: false });
    const client = tinyClient({ fetch: responding(() => strange).fetch });
    client.use({ onRequest() {} });
    const { error, response } = await client.GET("/things");
    expect([response.status, error]).toEqual([999, "busy"]);
  });

  it("sees one real Request and one Response, however often it is sent", async () => {
    const { fetch, asked } = responding(new Response("", { status: 503 }), json({ id: "made" }));
    const client = tinyClient({ fetch });
    const seen: unknown[] = [];
    client.use({
      onRequest: ({ request }) => {
        seen.push(request);
        const changed = new Request(request, { headers: { "x-mine": "1" } });
        return changed;
      },
      onResponse: ({ response }) => {
        seen.push(response);
      },
    });
    const { data } = await client.PUT("/things/{id}/ports", {
      params: { path: { id: "x" } },
      body: { ports: [{ port: 1 }] },
      retry: { baseMs: 1 },
    });
    expect(data).toBeUndefined();
    const again = await client.GET("/things/{id}", { params: { path: { id: "x" } } });
    expect(again.data).toEqual({ id: "made" });
    expect(seen.map((one) => one?.constructor.name)).toEqual([
      "Request",
      "Response",
      "Request",
      "Response",
    ]);
    expect(asked[0]).toMatchObject({ body: '{"ports":[{"port":1}]}', headers: { "x-mine": "1" } });
  });

  it("of one call only works too, and may respond by itself", async () => {
    const { fetch, asked } = responding(json({ data: [] }));
    const client = tinyClient({ fetch });
    const { data } = await client.GET("/things", {
      middleware: [{ onRequest: () => json({ data: ["cached"] }) }],
    });
    expect(data).toEqual({ data: ["cached"] });
    expect(asked).toEqual([]);
  });

  it("names of headers that cannot be are refused", async () => {
    const { fetch, asked } = responding(json({ data: [] }));
    for (const name of ["", "a b", "a\nb", "ä", "a:b"]) {
      const call = tinyClient({ fetch }).GET("/things", { headers: { [name]: "x" } });
      await expect(call).rejects.toThrow(/^the name of a header must be/);
      expect(() => tinyClient({ headers: { [name]: "x" } })).toThrow(/^the name of a header/);
    }
    expect(asked).toEqual([]);
  });
});

describe("middlewares that come and go", () => {
  const named = (seen: string[], name: string, also: () => unknown = () => {}) => ({
    async onRequest() {
      seen.push(name);
      await also();
      return undefined;
    },
  });

  it("go from later calls only: one under way still passes all the others", async () => {
    const { fetch } = responding(json({ data: [] }));
    const client = tinyClient({ fetch });
    const seen: string[] = [];
    const once = named(seen, "once", () => client.eject(once));
    client.use(once, named(seen, "always"));
    await client.GET("/things");
    expect(seen).toEqual(["once", "always"]);
    await client.GET("/things");
    expect(seen).toEqual(["once", "always", "always"]);
  });

  it("come to later calls only", async () => {
    const { fetch } = responding(json({ data: [] }));
    const client = tinyClient({ fetch });
    const seen: string[] = [];
    client.use(named(seen, "first", () => client.use(named(seen, "second"))));
    await client.GET("/things");
    expect(seen).toEqual(["first"]);
    await client.GET("/things");
    expect(seen).toEqual(["first", "first", "second"]);
  });
});

describe("bad options of a client", () => {
  for (const [name, options] of [
    ["fetch", { fetch: "fetch" }],
    ["onPage", { hooks: { onPage: 1 } }],
    ["retry", { retry: true }],
    ["retry", { retry: 3 }],
    ["retries", { retry: { retries: -1 } }],
    ["retries", { retry: { retries: 1.5 } }],
    ["baseMs", { retry: { baseMs: 0 } }],
    ["maxMs", { retry: { maxMs: Number.NaN } }],
  ] as const) {
    it(`${JSON.stringify(options)} is refused by name when the client is created`, () => {
      expect(() => tinyClient(options as object)).toThrow(UsageError);
      expect(() => tinyClient(options as object)).toThrow(new RegExp(`^${name} must`));
    });
  }

  it("a list of headers is refused, whose positions would be sent as names", async () => {
    const { fetch, asked } = responding(json({ data: [] }));
    const headers = [["x-a", "1"]] as [string, string][];
    expect(() => tinyClient({ headers })).toThrow("headers must be an object, not a list");
    const call = tinyClient({ fetch }).GET("/things", { headers });
    await expect(call).rejects.toThrow("headers must be an object, not a list");
    expect(asked).toEqual([]);
  });

  it("null as headers of a call is none, as for openapi-fetch", async () => {
    const { fetch, asked } = responding(json({ data: [] }));
    await tinyClient({ fetch, headers: { "x-a": "1" } }).GET("/things", {
      headers: null as unknown as Record<string, string>,
    });
    expect(asked[0]?.headers).toMatchObject({ "x-a": "1" });
  });

  it("what would be left out of a query is refused", async () => {
    const { fetch, asked } = responding(json({ data: [] }));
    for (const name of [new Date(0), new Map([["a", 1]]), new URLSearchParams("a=1")]) {
      const query = { name } as unknown as { name: string };
      const call = tinyClient({ fetch }).GET("/things", { params: { query } });
      await expect(call).rejects.toThrow("name must be a plain object, not an object");
    }
    for (const given of ["name=x", new URLSearchParams("name=x")]) {
      const query = given as unknown as { name: string };
      const call = tinyClient({ fetch }).GET("/things", { params: { query } });
      await expect(call).rejects.toThrow("query must be a plain object");
    }
    expect(asked).toEqual([]);
  });

  it("headers of a call with a line break are refused, and never shown", async () => {
    const { fetch, asked } = responding(json({ data: [] }));
    for (const headers of [{ "x-a": "pass\r\nword" }, { "x-a": ["pass\nword"] }]) {
      const call = tinyClient({ fetch }).GET("/things", {
        headers: headers as Record<string, string>,
      });
      await expect(call).rejects.toThrow(/^x-a contains a character that a header cannot carry/);
      await expect(call).rejects.not.toThrow(/pass/);
    }
    expect(asked).toEqual([]);
  });

  it("names of headers that cannot be are refused", async () => {
    const { fetch, asked } = responding(json({ data: [] }));
    for (const name of ["", "a b", "a\nb", "ä", "a:b"]) {
      const call = tinyClient({ fetch }).GET("/things", { headers: { [name]: "x" } });
      await expect(call).rejects.toThrow(/^the name of a header must be/);
      expect(() => tinyClient({ headers: { [name]: "x" } })).toThrow(/^the name of a header/);
    }
    expect(asked).toEqual([]);
  });
});
