import { beforeEach, describe, expect, it } from "vitest";
import { createEmulator, type Emulator, type PpioGpuState } from "../../src/index.js";
import { first } from "../helpers/first.js";
import { callPpio, readPage } from "../helpers/ppio.js";
import { callVpcep } from "../helpers/vpcep.js";

let emulator: Emulator<PpioGpuState>;
let id: string;

beforeEach(() => {
  emulator = createEmulator("ppio-gpu", { instances: 30 });
  id = first(emulator.state.instances.keys());
});

const ports = [{ port: 4000, protocol: "tcp" }];

function write(wanted: unknown = ports, init?: RequestInit): Promise<Response> {
  return callPpio(emulator.fetch, "PUT", `/instances/${id}/ports`, { ports: wanted }, init);
}

function read(): Promise<Response> {
  return callPpio(emulator.fetch, "GET", `/instances/${id}`);
}

async function readPorts(): Promise<number[]> {
  const body = (await (await read()).json()) as { ports: { port: number }[] };
  return body.ports.map(({ port }) => port);
}

function storedPorts(): number[] | undefined {
  return emulator.state.instances.get(id)?.ports.map(({ port }) => port);
}

describe("a fault", () => {
  it("meets the next request and no other, unless it says so", async () => {
    emulator.faults.add({ fault: { kind: "status", status: 503 } });
    expect([(await read()).status, (await read()).status]).toEqual([503, 200]);
  });

  it("meets as many requests as it says, from the nth matching one on", async () => {
    const match = { operation: "getInstance", nth: 2 };
    const added = emulator.faults.add({ match, times: 2, fault: { kind: "status", status: 500 } });
    await write();
    const statuses = [await read(), await read(), await read(), await read()];
    expect(statuses.map(({ status }) => status)).toEqual([200, 500, 500, 200]);
    expect(added.applied).toBe(2);
  });

  it.each([
    [{ method: "put" }, true],
    [{ method: "GET" }, false],
    [{ operation: "updateInstancePorts" }, true],
    [{ path: /\/ports$/g }, true],
    [{ path: "/ports" }, false],
    [{ where: ({ headers }: { headers: object }) => "authorization" in headers }, true],
    [{ method: "put", path: /renew/ }, false],
  ])("matches by %o: %s", async (match, meets) => {
    emulator.faults.add({ match, fault: { kind: "status", status: 500 } });
    expect((await write()).status).toBe(meets ? 500 : 200);
  });

  it("matches the same path every time, also by an expression that remembers", async () => {
    const match = { path: /\/ports$/g };
    emulator.faults.add({ match, times: 2, fault: { kind: "status", status: 500 } });
    expect([(await write()).status, (await write()).status]).toEqual([500, 500]);
  });

  it("can be removed, alone or with all others", async () => {
    const rule = {
      times: Number.POSITIVE_INFINITY,
      fault: { kind: "status", status: 500 },
    } as const;
    const one = emulator.faults.add(rule);
    one.remove();
    expect((await read()).status).toBe(200);
    emulator.faults.add(rule);
    emulator.faults.clear();
    expect((await read()).status).toBe(200);
  });

  it("for an unknown operation, or for no request at all, is a mistake", () => {
    const fault = { kind: "reset", when: "before" } as const;
    expect(() => emulator.faults.add({ match: { operation: "getInstances" }, fault })).toThrow(
      "no operation is called getInstances; did you mean getInstance?",
    );
    expect(() => emulator.faults.add({ times: 0, fault })).toThrow(RangeError);
    expect(() => emulator.faults.add({ match: { nth: 0 }, fault })).toThrow(RangeError);
  });
});

describe("a status", () => {
  it("comes in the vendor's form, with Retry-After, and without effect", async () => {
    emulator.faults.add({ fault: { kind: "status", status: 429, retryAfter: 3 } });
    const before = storedPorts();
    const response = await write();
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "3"]);
    expect(await response.json()).toMatchObject({ code: 429, message: expect.any(String) });
    expect(response.headers.get("x-request-id")).toBe("req-00000001");
    expect(storedPorts()).toEqual(before);
  });

  it("can hide a write that took effect", async () => {
    emulator.faults.add({ fault: { kind: "status", status: 502, when: "after" } });
    expect((await write()).status).toBe(502);
    expect(storedPorts()).toEqual([4000]);
  });

  it("can be VPCEP's word for too many requests", async () => {
    const { faults, fetch } = createEmulator("huaweicloud-vpcep");
    faults.add({ fault: { kind: "status", status: 400, code: "EndPoint.0022" } });
    const response = await fetch("https://vpcep.example/v1/p/vpc-endpoint-services");
    expect(await response.json()).toMatchObject({ error: { code: "EndPoint.0022" } });
  });
});

describe("a body", () => {
  it.each([
    ["no JSON", { text: "{]" }, 200, "application/json"],
    ["HTML with 200", { text: "<html>", contentType: "text/html" }, 200, "text/html"],
    ["nothing with 500", { text: "", status: 500 }, 500, "application/json"],
    ["nothing with 204", { text: "", status: 204 }, 204, "application/json"],
  ])("can be %s, and the write takes effect", async (_what, body, status, type) => {
    emulator.faults.add({ fault: { kind: "body", ...body } });
    const response = await write();
    expect([response.status, response.headers.get("content-type")]).toEqual([status, type]);
    expect(await response.text()).toBe(body.text);
    expect(storedPorts()).toEqual([4000]);
  });

  it("can break off in the middle", async () => {
    emulator.faults.add({ fault: { kind: "truncate", bytes: 8 } });
    const response = await read();
    expect(response.status).toBe(200);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    expect((await reader.read()).value).toHaveLength(8);
    await expect(reader.read()).rejects.toThrow("terminated");
  });
});

describe("a connection", () => {
  it.each([
    ["before", false],
    ["after", true],
  ] as const)("can be reset %s the write takes effect", async (when, takesEffect) => {
    emulator.faults.add({ fault: { kind: "reset", when } });
    const error = await write().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: "fetch failed", cause: { code: "ECONNRESET" } });
    expect(storedPorts()?.includes(4000)).toBe(takesEffect);
  });
});

describe("latency", () => {
  it.each([
    ["before", false],
    ["after", true],
  ] as const)("%s the effect ends when the request is aborted", async (when, takesEffect) => {
    emulator.faults.add({ fault: { kind: "latency", ms: 60_000, when } });
    const controller = new AbortController();
    const pending = write(ports, { signal: controller.signal }).catch((reason: unknown) => reason);
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort("enough");
    expect(await pending).toBe("enough");
    expect(storedPorts()?.includes(4000)).toBe(takesEffect);
  });

  it("makes the response wait, and then lets it come", async () => {
    emulator.faults.add({ fault: { kind: "latency", ms: 5 } });
    expect((await read()).status).toBe(200);
  });
});

describe("a redirect", () => {
  it("names the same path and query on another origin", async () => {
    emulator.faults.add({ fault: { kind: "redirect", to: "https://elsewhere.example" } });
    const response = await callPpio(emulator.fetch, "GET", `/instances/${id}?a=1`);
    expect([response.status, response.headers.get("location")]).toEqual([
      307,
      `https://elsewhere.example/gpus/v2/instances/${id}?a=1`,
    ]);
  });
});

describe("a repeated cursor", () => {
  it("announces more and leads to the page it came from", async () => {
    emulator.faults.add({
      match: { operation: "listInstances", nth: 2 },
      fault: { kind: "repeatCursor" },
    });
    const { next_cursor: cursor } = await readPage(emulator.fetch, "limit=25");
    const last = await readPage(emulator.fetch, `limit=25&cursor=${cursor}`);
    expect([last.next_cursor, last.has_more, last.data.length]).toEqual([cursor, true, 5]);
  });
});

describe("a write that is ignored", () => {
  it("gets the response of one that worked", async () => {
    const before = storedPorts();
    emulator.faults.add({ fault: { kind: "ignoreWrite" } });
    expect((await write()).status).toBe(200);
    expect(storedPorts()).toEqual(before);
    await write();
    expect(storedPorts()).toEqual([4000]);
  });
});

describe("a write that is stored otherwise than it was sent", () => {
  const three = [1, 2, 3].map((port) => ({ port, protocol: "tcp" }));

  it("can lose the end of its list", async () => {
    emulator.faults.add({ match: { method: "PUT" }, fault: { kind: "storePartly", entries: 2 } });
    expect((await write(three)).status).toBe(200);
    expect(await readPorts()).toEqual([1, 2]);
    expect(emulator.requests[0]?.body).toEqual({ ports: three });
    await write(three);
    expect(await readPorts()).toEqual([1, 2, 3]);
  });

  it("can have an entry altered", async () => {
    emulator.faults.add({
      match: { operation: "updateInstancePorts" },
      fault: {
        kind: "alterWrite",
        change: ({ ports: sent }) => ({
          ports: (sent as typeof three).map((each) =>
            each.port === 2 ? { ...each, port: 2222 } : each,
          ),
        }),
      },
    });
    await write(three);
    expect(await readPorts()).toEqual([1, 2222, 3]);
  });

  it("is a mistake of the test when it does not fit the specification", async () => {
    const change = () => ({ ports: 5 });
    emulator.faults.add({ fault: { kind: "alterWrite", change } });
    await expect(write(three)).rejects.toThrow(
      "a fault made a body of updateInstancePorts that does not fit: /ports must be array",
    );
  });

  it("can reset the fields that it leaves out", async () => {
    const { faults, fetch, state } = createEmulator("huaweicloud-vpcep");
    const service = first(state.services.values());
    const put = async (body: object): Promise<boolean> => {
      service.approval_enabled = false;
      const response = await callVpcep(fetch, "PUT", `/vpc-endpoint-services/${service.id}`, body);
      expect(response.status).toBe(200);
      return service.approval_enabled;
    };
    expect(await put({ ports: [] })).toBe(false);
    faults.add({
      match: { operation: "updateEndpointService" },
      times: Number.POSITIVE_INFINITY,
      fault: { kind: "resetOmitted", values: { approval_enabled: true } },
    });
    expect(await put({ ports: [] })).toBe(true);
    expect(await put({ approval_enabled: false })).toBe(false);
  });
});

describe("a write that is slow to show", () => {
  it("is hidden from as many reads as the fault says", async () => {
    const before = storedPorts();
    emulator.faults.add({ match: { method: "PUT" }, fault: { kind: "staleReads", reads: 2 } });
    await write();
    expect([await readPorts(), await readPorts(), await readPorts()]).toEqual([
      before,
      before,
      [4000],
    ]);
  });

  it("is hidden until the clock has moved far enough", async () => {
    const before = storedPorts();
    emulator.faults.add({ match: { method: "PUT" }, fault: { kind: "staleReads", ms: 3_000 } });
    await write();
    emulator.clock.advance(2_999);
    expect(await readPorts()).toEqual(before);
    emulator.clock.advance(1);
    expect(await readPorts()).toEqual([4000]);
  });

  it("does not keep later writes from building on it", async () => {
    emulator.faults.add({ match: { method: "PUT" }, fault: { kind: "staleReads", reads: 1 } });
    await write();
    const kept = emulator.state.instances.get(id)?.ports[0]?.endpoint;
    await write([...ports, { port: 4001, protocol: "tcp" }]);
    await read();
    expect(await readPorts()).toEqual([4000, 4001]);
    expect(emulator.state.instances.get(id)?.ports[0]?.endpoint).toBe(kept);
  });

  it("shows at once when it was refused, or when the faults are cleared", async () => {
    const rule = { match: { method: "PUT" }, fault: { kind: "staleReads", reads: 9 } } as const;
    emulator.faults.add(rule);
    await write([{ port: 0, protocol: "tcp" }]);
    await write();
    expect(await readPorts()).toEqual([4000]);
    emulator.faults.add(rule);
    await write([]);
    emulator.faults.clear();
    expect(await readPorts()).toEqual([]);
  });
});

describe("a second writer", () => {
  it.each([
    ["before", [4000]],
    ["after", []],
  ] as const)("changes the state right %s the request takes effect", async (when, expected) => {
    emulator.faults.add({
      match: { operation: "updateInstancePorts" },
      fault: {
        kind: "secondWriter",
        when,
        write: (state) => {
          for (const instance of state.instances.values()) instance.ports = [];
        },
      },
    });
    await write();
    expect(await readPorts()).toEqual(expected);
    const others = [...emulator.state.instances.values()].filter((each) => each.id !== id);
    expect(others.every((each) => each.ports.length === 0)).toBe(true);
  });
});
