import { request as openRequest } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createEmulator,
  type Emulator,
  type Listening,
  type PpioGpuState,
} from "../../src/index.js";
import { first } from "../helpers/first.js";

let emulator: Emulator<PpioGpuState>;
let listening: Listening;
let instance: string;
const authorization = "Bearer key";
const platform = [globalThis.Request, globalThis.Response];

beforeEach(async () => {
  emulator = createEmulator("ppio-gpu", { instances: 5 });
  listening = await emulator.listen();
  instance = `/gpus/v2/instances/${first(emulator.state.instances.keys())}`;
});

afterEach(async () => {
  await listening.close();
});

function get(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${listening.url}${path}`, { headers: { authorization }, ...init });
}

function write(init: RequestInit = {}): Promise<Response> {
  const headers = { authorization, "content-type": "application/json" };
  return get(`${instance}/ports`, { method: "PUT", headers, body: '{"ports":[]}', ...init });
}

function stored(): unknown {
  return first(emulator.state.instances.values()).ports;
}

describe("an emulator on a socket", () => {
  it("listens on a free port of 127.0.0.1", () => {
    expect(listening.url).toBe(`http://127.0.0.1:${listening.port}`);
    expect(listening.port).toBeGreaterThan(0);
  });

  it("returns what its fetch returns, and changes the same state", async () => {
    const overSocket = await get(instance);
    const inMemory = await emulator.fetch(`https://any.example${instance}`, {
      headers: { authorization },
    });
    expect(await overSocket.text()).toBe(await inMemory.text());
    expect((await write()).status).toBe(200);
    expect(stored()).toEqual([]);
  });

  it("refuses like its fetch", async () => {
    expect((await get(instance, { headers: {} })).status).toBe(401);
    expect((await get("/gpus/v2/instances?limit=x")).status).toBe(400);
    expect((await get("/elsewhere")).status).toBe(404);
    expect((await write({ method: "POST" })).status).toBe(405);
  });

  it("leaves the process's Request and Response alone", () => {
    expect([globalThis.Request, globalThis.Response]).toEqual(platform);
  });

  it.each(["before", "after"] as const)("destroys the socket %s the write", async (when) => {
    emulator.faults.add({ fault: { kind: "reset", when } });
    const before = stored();
    await expect(write()).rejects.toMatchObject({
      message: "fetch failed",
      cause: { code: expect.stringMatching(/^(ECONNRESET|UND_ERR_SOCKET)$/) },
    });
    expect(stored()).toEqual(when === "before" ? before : []);
    expect((await get(instance)).status).toBe(200);
  });

  it("ends the connection in the middle of a truncated body", async () => {
    emulator.faults.add({ fault: { kind: "truncate" } });
    const response = await get(instance);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("terminated");
  });

  it("sends odd bodies and headers as they are", async () => {
    emulator.faults.add({ fault: { kind: "body", text: "<html>", contentType: "text/html" } });
    emulator.faults.add({
      match: { nth: 2 },
      fault: { kind: "status", status: 429, retryAfter: "-1" },
    });
    expect(await (await get(instance)).text()).toBe("<html>");
    expect((await get(instance)).headers.get("retry-after")).toBe("-1");
  });

  it("returns 500 with the reason when a callback of the test throws", async () => {
    const where = () => {
      throw new Error("mistake in a test");
    };
    emulator.faults.add({ match: { where }, fault: { kind: "reset", when: "before" } });
    const response = await get(instance);
    expect([response.status, await response.text()]).toEqual([500, "Error: mistake in a test"]);
  });

  it("gives up a held request when its client goes away", async () => {
    emulator.scheduler.hold({ at: "received" });
    const controller = new AbortController();
    const pending = write({ signal: controller.signal }).catch((reason: Error) => reason.name);
    const [waiting] = await emulator.scheduler.whenWaiting(1);
    const before = stored();
    controller.abort();
    expect(await pending).toBe("AbortError");
    while (emulator.scheduler.waiting().length > 0) await new Promise((go) => setImmediate(go));
    expect(waiting?.at).toBe("received");
    expect(stored()).toEqual(before);
  });

  it("serves raw paths that a URL parser would have tidied", async () => {
    const status = await new Promise((resolve, reject) => {
      const { port } = listening;
      const path = "/gpus/v2/instances/../ports";
      const options = { port, host: "127.0.0.1", path, method: "PUT", headers: { authorization } };
      openRequest(options, (response) => resolve(response.statusCode))
        .on("error", reject)
        .end();
    });
    expect(status).toBe(404);
  });

  it("frees its port when closed, with connections open", async () => {
    await get(instance);
    await listening.close();
    const again = await emulator.listen({ port: listening.port });
    expect(again.port).toBe(listening.port);
    await expect(emulator.listen({ port: again.port })).rejects.toThrow("EADDRINUSE");
    await again.close();
    await again.close();
  });
});
