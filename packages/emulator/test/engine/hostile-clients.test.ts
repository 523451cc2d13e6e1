import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createEmulator,
  type Emulator,
  type Listening,
  type PpioGpuState,
} from "../../src/index.js";
import { first } from "../helpers/first.js";
import { callPpio } from "../helpers/ppio.js";

let emulator: Emulator<PpioGpuState>;
let listening: Listening;
let ports: string;

beforeEach(async () => {
  emulator = createEmulator("ppio-gpu", { instances: 2 });
  listening = await emulator.listen({ allowedHosts: ["Emulator", "10.0.0.7"] });
  ports = `/gpus/v2/instances/${first(emulator.state.instances.keys())}/ports`;
});

afterEach(() => listening.close());

/** Sends bytes as they are, then a body without an end if wanted; gives all that came before the server closed. */
function sendRaw(head: string, endless = false): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(listening.port, "127.0.0.1");
    let received = "";
    socket.on("data", (data) => {
      received += data;
    });
    // The server may close while the client still writes.
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(received));
    socket.write(head);
    const chunk = `10000\r\n${"x".repeat(2 ** 16)}\r\n`;
    const pump = (): void => {
      while (endless && socket.writable && socket.write(chunk));
    };
    socket.on("drain", pump);
    pump();
  });
}

interface Head {
  readonly method?: string;
  readonly target?: string;
  readonly host?: string;
  readonly more?: readonly string[];
}

function head({
  method = "GET",
  target = "/gpus/v2/regions",
  host = "localhost",
  more = ["Connection: close"],
}: Head): string {
  const lines = [`${method} ${target} HTTP/1.1`, `Host: ${host}`, "Authorization: Bearer key"];
  return `${[...lines, ...more].join("\r\n")}\r\n\r\n`;
}

async function statusOf(parts: Head): Promise<number> {
  return Number(/^HTTP\/1\.1 (\d+)/.exec(await sendRaw(head(parts)))?.[1]);
}

describe("a body that is too large", () => {
  const most = 2 ** 20;

  it.each([
    [413, most + 1],
    [400, most],
  ])("gets a %i when it has %i bytes", async (status, bytes) => {
    const body = "x".repeat(bytes);
    const inMemory = await callPpio(emulator.fetch, "PUT", ports.slice(8), undefined, { body });
    expect(inMemory.status).toBe(status);
    const headers = { authorization: "Bearer key", "content-type": "application/json" };
    const init = { method: "PUT", body, headers };
    const overSocket = await fetch(`${listening.url}${ports}`, init);
    expect(await overSocket.json()).toEqual(await inMemory.json());
    expect(overSocket.status).toBe(status);
  });

  it("has the vendor's form and can be logged", async () => {
    const vpcep = createEmulator("huaweicloud-vpcep", { maxBodyBytes: 10 });
    const url = "https://vpcep.example/v1/p/vpc-endpoint-services";
    const response = await vpcep.fetch(url, { method: "POST", body: "x".repeat(11) });
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({
      error: { code: "EndPoint.0002", message: "request body has more than 10 bytes" },
    });
    expect(vpcep.requests).toMatchObject([{ status: 413, body: undefined, bodyBytes: 11 }]);
  });

  it("is not read on when it is a stream", async () => {
    let sent = 0;
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(new Uint8Array(2 ** 16));
      },
      cancel: () => {
        cancelled = true;
      },
    });
    const init = { body, duplex: "half" } as RequestInit;
    const response = await callPpio(emulator.fetch, "PUT", ports.slice(8), undefined, init);
    expect([response.status, cancelled]).toEqual([413, true]);
    expect(sent).toBeLessThan(20);
  });

  it("ends its connection when it does not end itself", async () => {
    const more = ["Transfer-Encoding: chunked"];
    for (const target of [ports, "/nowhere"]) {
      expect(await sendRaw(head({ method: "PUT", target, more }), true)).toMatch(
        /^HTTP\/1\.1 413 /,
      );
    }
    expect(await sendRaw(head({ more }), true)).toMatch(/^HTTP\/1\.1 200 /);
  });

  it("is refused by the size that it announces, before it comes", async () => {
    const more = ["Content-Length: 9999999999"];
    expect(await sendRaw(head({ method: "PUT", target: ports, more }))).toMatch(/^HTTP\/1\.1 413 /);
  });

  it("of a stream that stalls is given up with its request", async () => {
    const body = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => undefined) });
    const controller = new AbortController();
    const init = { body, duplex: "half", signal: controller.signal } as RequestInit;
    const pending = callPpio(emulator.fetch, "PUT", ports.slice(8), undefined, init);
    controller.abort("enough");
    await expect(pending).rejects.toBe("enough");
  });
});

describe("a Host header", () => {
  it.each([
    ["localhost", 200],
    ["localhost:8080", 200],
    ["LOCALHOST", 200],
    ["127.0.0.1", 200],
    ["127.9.9.9:80", 200],
    ["[::1]:4010", 200],
    ["emulator:4010", 200],
    ["10.0.0.7", 200],
    ["evil.example", 421],
    ["localhost.evil.example", 421],
    ["127.0.0.1.evil.example", 421],
    ["localhost,evil.example", 421],
    ["10.0.0.8", 421],
    ["xn--", 421],
    ["localhost@evil.example", 400],
    ["evil.example#localhost", 400],
    ["", 400],
  ])("of %j gets a %i", async (host, status) => {
    expect(await statusOf({ host })).toBe(status);
  });

  it("that is foreign is refused in the vendor's form, and reaches nothing", async () => {
    const response = await sendRaw(head({ host: "evil.example" }));
    const body = JSON.parse(response.slice(response.indexOf("\r\n\r\n")));
    expect(body).toEqual({
      code: 421,
      reason: "MISDIRECTED_REQUEST",
      message: expect.stringMatching(
        /^emulator: host evil\.example is not known here; use localhost/,
      ),
    });
    expect(emulator.requests).toEqual([]);
  });

  it("counts as much as a host in the request line", async () => {
    const path = "/gpus/v2/regions";
    expect(await statusOf({ target: `http://localhost${path}` })).toBe(200);
    expect(await statusOf({ target: `http://evil.example${path}` })).toBe(421);
    expect(await statusOf({ target: `http://localhost@evil.example${path}` })).toBe(421);
    const host = "evil.example";
    expect(await statusOf({ target: `http://localhost${path}`, host })).toBe(421);
    expect(await statusOf({ host, more: ["Host: localhost", "Connection: close"] })).toBe(421);
  });
});

describe("a request that makes no sense", () => {
  const deep = (levels: number): string => `{"ports":${"[".repeat(levels)}${"]".repeat(levels)}}`;

  it.each([
    ["a path that is not written out", { target: "//evil.example/gpus/v2/regions" }, 404],
    ["an escaped slash", { target: "/gpus/v2/instances/..%2fregions" }, 404],
    ["a broken escape", { target: "/gpus/v2/instances/%zz" }, 404],
    ["a backslash", { target: "/gpus\\v2\\regions" }, 400],
    ["no path", { target: "*" }, 400],
    ["an id that is a member of all objects", { target: "/gpus/v2/instances/__proto__" }, 404],
    ["TRACE", { method: "TRACE" }, 405],
    [
      "two lengths",
      { method: "PUT", more: ["Content-Length: 5", "Transfer-Encoding: chunked"] },
      400,
    ],
    [
      "a flood of headers",
      { more: Array.from({ length: 2000 }, (_, n) => `x-${n}: ${"y".repeat(9)}`) },
      431,
    ],
  ])("is refused: %s", async (_what, parts, status) => {
    expect(await statusOf(parts)).toBe(status);
  });

  it("is refused when its JSON is nested without end", async () => {
    for (const [levels, message] of [
      [199, "body/ports/0 must be object"],
      [200, "nested at most 200 levels deep"],
      [250_000, "nested at most 200 levels deep"],
    ] as const) {
      const init = { body: deep(levels) };
      const response = await callPpio(emulator.fetch, "PUT", ports.slice(8), undefined, init);
      expect([response.status, await response.text()]).toEqual([
        400,
        expect.stringContaining(message),
      ]);
    }
  });

  it("brackets in texts are not nesting", async () => {
    const body = JSON.stringify({ ports: [], note: `\\"${"[".repeat(300)}` });
    const response = await callPpio(emulator.fetch, "PUT", ports.slice(8), undefined, { body });
    expect(response.status).toBe(200);
  });

  it("cannot put anything on the prototype of what the log holds", async () => {
    await callPpio(emulator.fetch, "GET", "/regions?__proto__=1&__proto__=2");
    const [logged] = emulator.requests;
    expect(Object.getPrototypeOf(logged?.query)).toBe(Object.prototype);
    expect(Object.entries(logged?.query ?? {})).toEqual([["__proto__", ["1", "2"]]]);
  });

  it("whose test callback throws is over for the scheduler, too", async () => {
    emulator.scheduler.hold({ at: "received", times: 1 });
    const where = (): boolean => {
      throw new Error("mistake in a test");
    };
    emulator.faults.add({ match: { where }, fault: { kind: "reset", when: "before" } });
    await expect(callPpio(emulator.fetch, "GET", "/regions")).rejects.toThrow("mistake in a test");
    expect(emulator.scheduler.waiting()).toEqual([]);
  });
});
