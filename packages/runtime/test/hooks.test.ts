import { describe, expect, it } from "vitest";
import { addEntries, createCursorList, UsageError } from "../src/index.js";
import { answering, cursorRule, json, portsRule, tinyClient } from "./tiny-api.js";

function watcher() {
  const events: [string, Record<string, unknown>][] = [];
  const hook = (name: string) => (event: object) => events.push([name, { ...event }]);
  const hooks = {
    onRequest: hook("request"),
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
    const { fetch } = answering(
      new Response("", { status: 503 }),
      json({ id: "x" }, { headers: { "x-request-id": "r2" } }),
    );
    await tinyClient({ fetch, hooks }).GET("/things/{id}", { params: { path: { id: "private" } } });
    const operation = "GET /things/{id}";
    expect(events).toEqual([
      ["request", { operation, attempt: 1 }],
      [
        "response",
        {
          operation,
          attempt: 1,
          status: 503,
          requestId: undefined,
          durationMs: expect.any(Number),
        },
      ],
      ["retry", { operation, attempt: 1, reason: 503, waitMs: expect.any(Number) }],
      ["request", { operation, attempt: 2 }],
      [
        "response",
        { operation, attempt: 2, status: 200, requestId: "r2", durationMs: expect.any(Number) },
      ],
    ]);
    expect(JSON.stringify(events)).not.toContain("private");
  });

  it("tell of pages and plans", async () => {
    const { events, hooks } = watcher();
    const list = answering(json({ data: [1, 2], next: "", more: false }));
    await createCursorList(tinyClient({ ...list, hooks }), cursorRule, {}).collect();
    const ports = answering(
      json({ ports: [] }),
      json({}),
      json({ ports: [{ port: 1, protocol: "TCP" }] }),
    );
    await addEntries({ client: tinyClient({ ...ports, hooks }), rule: portsRule, id: "t" }, [
      { port: 1 },
    ]);
    expect(events.filter(([name]) => name === "page" || name === "plan")).toEqual([
      ["page", { operation: "GET /things", page: 1, items: 2 }],
      ["plan", { operation: "PUT /things/{id}/ports", added: 1, removed: 0, changed: 0, kept: 0 }],
    ]);
  });

  it("tell of a page when the caller gets it, and of the items that the caller gets", async () => {
    const { events, hooks } = watcher();
    const answers = [
      json({ data: [1, 2], next: "p1", more: true }),
      json({ data: [2, 3], next: "p2", more: true }),
      json({ data: [4], next: "p3", more: true }),
    ];
    const client = tinyClient({ fetch: answering(...answers).fetch, hooks });
    const options = { prefetch: 2, dedupeBy: (item: unknown) => item };
    const pages = createCursorList(client, cursorRule, {}, options).pages();
    await pages.next();
    await pages.next();
    await pages.return?.();
    const told = events.filter(([name]) => name === "page").map(([, event]) => event.items);
    expect(told).toEqual([2, 1]);
  });

  it("never break a call, whether they throw or reject", async () => {
    const { fetch } = answering(json({ data: [] }));
    const hooks = {
      onRequest: () => {
        throw new Error("mine");
      },
      onResponse: () => Promise.reject(new Error("mine too")),
    };
    expect((await tinyClient({ fetch, hooks }).GET("/things")).data).toEqual({ data: [] });
  });
});

describe("a middleware of openapi-fetch", () => {
  it("sees one real Request and one Response, however often it is sent", async () => {
    const { fetch, asked } = answering(new Response("", { status: 503 }), json({ id: "made" }));
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

  it("of one call only works too, and may answer by itself", async () => {
    const { fetch, asked } = answering(json({ data: [] }));
    const client = tinyClient({ fetch });
    const { data } = await client.GET("/things", {
      middleware: [{ onRequest: () => json({ data: ["cached"] }) }],
    });
    expect(data).toEqual({ data: ["cached"] });
    expect(asked).toEqual([]);
  });

  it("names of headers that cannot be are refused", async () => {
    const { fetch, asked } = answering(json({ data: [] }));
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
    const { fetch } = answering(json({ data: [] }));
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
    const { fetch } = answering(json({ data: [] }));
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

  it("headers of a call with a line break are refused, and never shown", async () => {
    const { fetch, asked } = answering(json({ data: [] }));
    for (const headers of [{ "x-a": "pass\r\nword" }, { "x-a": ["pass\nword"] }]) {
      const call = tinyClient({ fetch }).GET("/things", {
        headers: headers as Record<string, string>,
      });
      await expect(call).rejects.toThrow(/^x-a holds a character that no header can carry/);
      await expect(call).rejects.not.toThrow(/pass/);
    }
    expect(asked).toEqual([]);
  });

  it("names of headers that cannot be are refused", async () => {
    const { fetch, asked } = answering(json({ data: [] }));
    for (const name of ["", "a b", "a\nb", "ä", "a:b"]) {
      const call = tinyClient({ fetch }).GET("/things", { headers: { [name]: "x" } });
      await expect(call).rejects.toThrow(/^the name of a header must be/);
      expect(() => tinyClient({ headers: { [name]: "x" } })).toThrow(/^the name of a header/);
    }
    expect(asked).toEqual([]);
  });
});
