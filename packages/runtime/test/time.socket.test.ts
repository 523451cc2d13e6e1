import { describe, expect, it, onTestFinished, vi } from "vitest";
import { UsageError } from "../src/kit.js";
import { ok, reset, serve, silent, status } from "./socket-server.js";
import { tinyClient } from "./tiny-api.js";

describe("time", () => {
  it("of an attempt runs out, headers or body", async () => {
    const { baseUrl } = await serve(silent, (_, response) => {
      response.writeHead(200).write("{");
    });
    const client = tinyClient({ baseUrl, attemptTimeoutMs: 80, retry: false });
    for (let call = 0; call < 2; call++) {
      await expect(client.GET("/things")).rejects.toMatchObject({
        name: "TimeoutError",
        source: "attempt",
        message: "GET /things took longer than 80 ms (attempt)",
      });
    }
  });

  it("of the whole call runs out over its attempts", async () => {
    const { baseUrl } = await serve(silent);
    const client = tinyClient({ baseUrl, attemptTimeoutMs: 500, timeoutMs: 800 });
    await expect(client.GET("/things")).rejects.toMatchObject({
      name: "TimeoutError",
      source: "deadline",
    });
  });

  it("runs out even if fetch never looks at its signal", async () => {
    const client = tinyClient({
      fetch: () => new Promise(() => {}),
      attemptTimeoutMs: 50,
      retry: false,
    });
    await expect(client.GET("/things")).rejects.toMatchObject({ name: "TimeoutError" });
  });

  for (const parseAs of ["json", "text", "blob", "arrayBuffer"] as const) {
    it(`of an attempt runs out over a body that drips, as ${parseAs}`, async () => {
      const { baseUrl } = await serve((_, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write(" "), 10);
        response.on("close", () => clearInterval(drip));
      });
      const client = tinyClient({ baseUrl, attemptTimeoutMs: 80, retry: false });
      await expect(client.GET("/things", { parseAs })).rejects.toMatchObject({
        name: "TimeoutError",
        source: "attempt",
      });
    });
  }

  const never = (): Promise<undefined> => new Promise(() => {});
  for (const middleware of [{ onRequest: never }, { onResponse: never }, { onError: never }]) {
    it(`of the whole call runs out over a middleware: ${Object.keys(middleware)}`, async () => {
      const { baseUrl } = await serve("onError" in middleware ? reset : ok);
      const client = tinyClient({ baseUrl, timeoutMs: 100, retry: false });
      client.use(middleware);
      await expect(client.GET("/things")).rejects.toMatchObject({
        name: "TimeoutError",
        source: "deadline",
      });
    });
  }

  it("starts with each request, not with the client", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const fetch = async () => {
      await vi.advanceTimersByTimeAsync(200);
      return Response.json({ id: "t1" });
    };
    const client = tinyClient({ fetch, timeoutMs: 300, attemptTimeoutMs: 300 });
    await client.GET("/things");
    expect((await client.GET("/things")).data).toBeDefined();
  });

  it("may be unlimited", async () => {
    const { baseUrl } = await serve(ok);
    const unlimited = {
      timeoutMs: Number.POSITIVE_INFINITY,
      attemptTimeoutMs: Number.POSITIVE_INFINITY,
    };
    expect((await tinyClient({ baseUrl, ...unlimited }).GET("/things")).data).toBeDefined();
  });

  for (const value of [0, -1, Number.NaN, "5" as unknown as number]) {
    it(`of ${value} is refused by the name of its option`, async () => {
      for (const name of ["timeoutMs", "attemptTimeoutMs"]) {
        expect(() => tinyClient({ [name]: value })).toThrow(UsageError);
        expect(() => tinyClient({ [name]: value })).toThrow(new RegExp(`^${name} must be`));
        await expect(tinyClient().GET("/things", { [name]: value })).rejects.toThrow(UsageError);
      }
    });
  }
});

describe("an abort by the caller", () => {
  it("ends a call under way, with the caller's reason", async () => {
    const { baseUrl } = await serve(silent);
    const controller = new AbortController();
    const call = tinyClient({ baseUrl }).GET("/things", { signal: controller.signal });
    setTimeout(() => controller.abort("enough"), 30);
    await expect(call).rejects.toMatchObject({
      name: "AbortedError",
      kind: "aborted",
      cause: "enough",
    });
  });

  it("ends a wait of a minute at once, and is not repeated", async () => {
    const { baseUrl, seen } = await serve(status(429, { "retry-after": "60" }));
    const controller = new AbortController();
    const waiting = new Promise<void>((resolve) => {
      const call = tinyClient({ baseUrl, hooks: { onRetry: () => resolve() } }).GET("/things", {
        signal: controller.signal,
      });
      call.catch(() => {});
      result = call;
    });
    await waiting;
    controller.abort();
    const aborted = performance.now();
    await expect(result).rejects.toMatchObject({ name: "AbortedError" });
    expect(performance.now() - aborted).toBeLessThan(50);
    expect(seen).toHaveLength(1);
  });

  it("before the call sends nothing", async () => {
    const { baseUrl, seen } = await serve(ok);
    const call = tinyClient({ baseUrl }).GET("/things", { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ name: "AbortedError" });
    expect(seen).toEqual([]);
  });

  it("reaches a middleware in the signal of its request", async () => {
    const { baseUrl } = await serve(silent);
    const controller = new AbortController();
    const seen: AbortSignal[] = [];
    const client = tinyClient({ baseUrl });
    client.use({
      onRequest({ request }) {
        seen.push(request.signal);
      },
    });
    const call = client.GET("/things", { signal: controller.signal });
    call.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen[0]?.aborted).toBe(false);
    controller.abort();
    expect(seen[0]?.aborted).toBe(true);
    await expect(call).rejects.toMatchObject({ name: "AbortedError" });
  });

  it("adds one listener to a signal, however many calls and streams wait for it", async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on("warning", note);
    const { baseUrl } = await serve(silent);
    const controller = new AbortController();
    const { signal } = controller;
    let listeners = 0;
    let most = 0;
    const { addEventListener, removeEventListener } = signal;
    signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
      most = Math.max(most, ++listeners);
      addEventListener.apply(signal, args);
    };
    signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
      listeners--;
      removeEventListener.apply(signal, args);
    };
    const client = tinyClient({ baseUrl });
    const seeing = tinyClient({ baseUrl });
    seeing.use({ onRequest: () => undefined });
    const calls = Array.from({ length: 40 }, (_, index) =>
      (index % 2 ? client : seeing).GET("/things", { signal }),
    );
    for (const call of calls) call.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(listeners).toBe(1);
    controller.abort();
    const ends = await Promise.allSettled(calls);
    expect(ends.map(({ status }) => status)).toEqual(calls.map(() => "rejected"));
    expect([most, listeners]).toEqual([1, 0]);
    await new Promise((resolve) => setImmediate(resolve));
    process.off("warning", note);
    expect(warnings).toEqual([]);
  });

  it("leaves no listener behind on a signal that is used again and again", async () => {
    const { baseUrl } = await serve(ok);
    const { signal } = new AbortController();
    let listeners = 0;
    const { addEventListener, removeEventListener } = signal;
    signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
      listeners++;
      addEventListener.apply(signal, args);
    };
    signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
      listeners--;
      removeEventListener.apply(signal, args);
    };
    const client = tinyClient({ baseUrl });
    for (let call = 0; call < 20; call++) await client.GET("/things", { signal });
    expect(listeners).toBe(0);
  });
});

let result: Promise<unknown>;
