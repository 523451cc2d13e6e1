import { describe, expect, it } from "vitest";
import {
  addEntries,
  editEntries,
  ensureEntries,
  removeEntries,
  replaceEntries,
} from "../src/kit.js";
import { connectionError, json, portsRule } from "./tiny-api.js";
import { onPorts, portService, type TinyPort } from "./tiny-ports.js";

const http: TinyPort = { port: 80, protocol: "TCP", target: 8080 };
const dns: TinyPort = { port: 53, protocol: "UDP", target: 5353 };
const stored = (...ports: TinyPort[]) =>
  ports.map((port) => ({ ...port, endpoint: `host:${port.port}` }));
const numbers = (service: { ports: object[] }) =>
  (service.ports as TinyPort[]).map(({ port }) => port);

describe("an uncontended edit", () => {
  it("adds with three requests: read, write, verify", async () => {
    const service = portService(stored(http));
    const result = await addEntries(onPorts(service), [dns]);
    expect(service.asked.map(({ method }) => method)).toEqual(["GET", "PUT", "GET"]);
    expect(numbers(service)).toEqual([80, 53]);
    expect(result).toMatchObject({
      changed: true,
      base: stored(http),
      observed: stored(http, dns),
      writes: 1,
      conflicts: 0,
      recovered: false,
      requestIds: ["r1", "r2", "r3"],
      plan: { added: [dns], removed: [], changed: [], kept: stored(http) },
    });
  });

  it("writes nothing when nothing changes, with one request", async () => {
    const service = portService(stored(http));
    const result = await addEntries(onPorts(service), [{ port: 80, target: 8080 }]);
    expect(service.asked).toHaveLength(1);
    expect(result).toMatchObject({ changed: false, writes: 0 });
  });

  it("of an id that needs escaping has its own lock and plan", async () => {
    const service = portService([]);
    const result = await addEntries({ ...onPorts(service), id: "a/b" }, [dns]);
    expect(service.asked[1]?.url).toBe("https://api.example.org/things/a%2Fb/ports");
    expect(result.plan.resource).toBe("https://api.example.org/things/a%2Fb/ports");
  });

  it("notes no request id where a response has none", async () => {
    const service = portService([]);
    service.beforeRead = () => json({ ports: service.ports });
    const { requestIds } = await addEntries(onPorts(service), [dns]);
    expect(requestIds).toEqual(["r2"]);
  });

  it("keeps fields it does not know and leaves out read-only ones", async () => {
    const service = portService([{ ...http, endpoint: "x", note: "mine", deep: { a: [1] } }]);
    await addEntries(onPorts(service), [dns]);
    expect(JSON.parse(service.asked[1]?.body ?? "")).toEqual({
      ports: [{ ...http, note: "mine", deep: { a: [1] } }, dns],
    });
  });

  it("removes by identity, and a missing one is no error", async () => {
    const service = portService(stored(http, dns));
    await removeEntries(onPorts(service), [{ port: 80 }, { port: 443 }]);
    expect(numbers(service)).toEqual([53]);
  });

  it("ensures presence, change and absence in one write", async () => {
    const service = portService(stored(http, dns));
    const result = await ensureEntries(onPorts(service), {
      present: [
        { ...http, target: 9090 },
        { port: 443, target: 8443 },
      ],
      absent: [{ port: 53, protocol: "UDP" }],
    });
    expect(numbers(service)).toEqual([80, 443]);
    expect(result.plan).toMatchObject({
      changed: [{ desired: { target: 9090 } }],
      removed: stored(dns),
    });
    expect(service.count("PUT")).toBe(1);
  });

  it("replaces by exactly what is given", async () => {
    const service = portService(stored(http));
    await replaceEntries(onPorts(service), [dns]);
    expect(numbers(service)).toEqual([53]);
  });

  it("gives a callback a copy, and waits for it", async () => {
    const service = portService(stored(http));
    await editEntries<TinyPort>(onPorts(service), async (ports) => {
      ports.push(dns);
      return ports;
    });
    expect(numbers(service)).toEqual([80, 53]);
    expect(service.asked.map(({ method }) => method)).toEqual(["GET", "GET", "PUT", "GET"]);
  });

  it("takes undefined for no change and a throw for no write", async () => {
    const service = portService(stored(http));
    expect(await editEntries(onPorts(service), () => undefined)).toMatchObject({ changed: false });
    await expect(
      editEntries(onPorts(service), () => {
        throw new Error("mine");
      }),
    ).rejects.toThrow("mine");
    expect(service.count("PUT")).toBe(0);
  });

  it("refuses to change by adding", async () => {
    const service = portService(stored(http));
    await expect(addEntries(onPorts(service), [{ ...http, target: 1 }])).rejects.toThrow(
      /ports of t1: 80\/TCP exists with other fields/,
    );
    expect(service.count("PUT")).toBe(0);
  });

  it("uses an ETag if a service ever sends one", async () => {
    const service = portService(stored(http));
    service.beforeRead = () => json({ ports: service.ports }, { headers: { etag: '"v7"' } });
    await addEntries(onPorts(service), [dns]);
    expect(service.asked[1]?.headers["if-match"]).toBe('"v7"');
  });
});

describe("bad input to an edit", () => {
  const six = Array.from({ length: 6 }, (_, index) => ({ port: index + 1 }));
  for (const [name, ports, message] of [
    ["port 0", [{ port: 0 }], /ports\[0\]\.port must be a port, not 0/],
    ["port 65536", [{ port: 65536 }], /not 65536/],
    ["port 1.5", [{ port: 1.5 }], /not 1.5/],
    ['port "80"', [{ port: "80" }], /not "80"/],
    ["port NaN", [{ port: Number.NaN }], /not NaN/],
    ["no port", [{}], /not missing/],
    ["an unknown protocol", [{ port: 1, protocol: "SCTP" }], /TCP or UDP, not "SCTP"/],
    ["a repeat", [{ port: 1 }, { port: 1, protocol: "TCP" }], /1\/TCP twice/],
    ["too many", six, /has 6 entries, at most 5 are allowed/],
    ["no list", "80", /must be a list, not "80"/],
    ["no object", [80], /ports\[0\] must be an object, not 80/],
  ] as const) {
    it(`refuses ${name} before any request`, async () => {
      const service = portService(stored(http));
      for (const write of [addEntries, replaceEntries]) {
        await expect(write(onPorts(service), ports as object[])).rejects.toMatchObject({
          name: "UsageError",
          message: expect.stringMatching(message),
        });
      }
      expect(service.asked).toEqual([]);
    });
  }

  it("takes a number with or without a fraction where any number is allowed", async () => {
    const weight = { title: "a number up to 2", type: "number", most: 2 } as const;
    const rule = { ...portsRule, fields: { ...portsRule.fields, weight } };
    const service = portService([]);
    const target = { ...onPorts(service), rule };
    await addEntries(target, [
      { port: 1, weight: 1 },
      { port: 2, weight: 1.5 },
    ]);
    await expect(addEntries(target, [{ port: 3, weight: 2.5 }])).rejects.toThrow(
      "ports[0].weight must be a number up to 2, not 2.5",
    );
  });

  it("refuses what a callback makes wrong, before the write", async () => {
    const service = portService(stored(http));
    await expect(editEntries(onPorts(service), () => [{ port: 0 }])).rejects.toThrow(/not 0/);
    await expect(editEntries(onPorts(service), () => "x" as unknown as [])).rejects.toThrow(/list/);
    expect(service.count("PUT")).toBe(0);
  });

  it("never writes a hole", async () => {
    const service = portService(stored(http, dns));
    const edit = editEntries<TinyPort>(onPorts(service), (ports) => {
      delete ports[0];
      return ports;
    });
    await expect(edit).rejects.toThrow("ports[0] must be an object, not missing");
    expect(service.count("PUT")).toBe(0);
  });

  it.each([
    ["null", null, "ports must be a list, not null"],
    ["a protocol in a list", [{ port: 80, protocol: ["tcp"], target: 8080 }], "not a list"],
    ["a bigint", [{ port: 80n }], "ports[0].port must be JSON data, not 80"],
  ])("refuses %s from a callback", async (_, returned, message) => {
    const service = portService(stored(http));
    const edit = editEntries(onPorts(service), () => returned as unknown as []);
    await expect(edit).rejects.toMatchObject({
      name: "UsageError",
      message: expect.stringContaining(message),
    });
    expect(service.count("PUT")).toBe(0);
  });

  it.each([
    { settleMs: Number.POSITIVE_INFINITY },
    { verify: { timeoutMs: Number.POSITIVE_INFINITY } },
  ])("refuses to wait without end, %j", async (options) => {
    const service = portService([]);
    await expect(addEntries(onPorts(service, options), [dns])).rejects.toThrow(/must be finite/);
    expect(service.asked).toEqual([]);
  });

  it("refuses to empty a list unless that is allowed", async () => {
    const service = portService(stored(http));
    await expect(replaceEntries(onPorts(service), [])).rejects.toThrow(/allowEmpty: true/);
    expect(service.count("PUT")).toBe(0);
    await replaceEntries(onPorts(service, { allowEmpty: true }), []);
    expect(service.ports).toEqual([]);
  });

  for (const ports of [null, "none", undefined, 7, {}, ["x"], [null], [{ protocol: "TCP" }]]) {
    it(`never takes a read of ${JSON.stringify(ports)} for a list`, async () => {
      const service = portService(ports);
      await expect(addEntries(onPorts(service), [dns])).rejects.toMatchObject({
        name: "ResponseParseError",
        message: expect.stringContaining('"ports"'),
      });
      expect(service.count("PUT")).toBe(0);
    });
  }

  it("refuses an identity that is to be present and absent", async () => {
    const target = onPorts(portService([]));
    await expect(ensureEntries(target, { present: [dns], absent: [dns] })).rejects.toThrow(
      /both present and absent/,
    );
  });

  it("refuses options that are not allowed", async () => {
    const service = portService([]);
    await expect(addEntries(onPorts(service, { settleMs: -1 }), [dns])).rejects.toThrow(/settleMs/);
    await expect(
      addEntries(onPorts(service, { onConflict: "ask" as "throw" }), [dns]),
    ).rejects.toThrow(/onConflict/);
    expect(service.asked).toEqual([]);
  });
});

describe("a write whose response is lost", () => {
  it("is recovered by a read when it took effect", async () => {
    const service = portService(stored(http));
    service.afterWrite = () => connectionError("ECONNRESET");
    const result = await addEntries(onPorts(service), [dns]);
    expect(result).toMatchObject({ changed: true, recovered: true, writes: 1 });
    expect(service.count("PUT")).toBe(1);
  });

  it("is repeated only after reads show that it took no effect", async () => {
    const service = portService(stored(http));
    let failures = 1;
    service.beforeWrite = () => (failures-- > 0 ? connectionError("ECONNRESET") : undefined);
    const result = await addEntries(onPorts(service), [dns]);
    expect(service.asked.map(({ method }) => method)).toEqual([
      "GET",
      "PUT",
      "GET",
      "GET",
      "PUT",
      "GET",
    ]);
    expect(result).toMatchObject({ changed: true, recovered: false, writes: 2 });
  });

  it("is a conflict when a third state shows", async () => {
    const service = portService(stored(http));
    service.beforeWrite = () => {
      service.ports = stored({ port: 22, target: 22 });
      return connectionError("ECONNRESET");
    };
    await expect(addEntries(onPorts(service), [dns])).rejects.toMatchObject({
      name: "ConcurrentWriteError",
      missing: [expect.objectContaining(http), dns],
      unexpected: [expect.objectContaining({ port: 22 })],
    });
    expect(service.count("PUT")).toBe(1);
  });

  it("is refused for good by a 4xx, without another request", async () => {
    const service = portService(stored(http));
    service.beforeWrite = () => json({ message: "no" }, { status: 400 });
    await expect(addEntries(onPorts(service), [dns])).rejects.toMatchObject({
      name: "ApiError",
      status: 400,
    });
    expect(service.asked).toHaveLength(2);
  });

  it("is given up once another read would come too late", async () => {
    const service = portService(stored(http));
    service.beforeWrite = () => json({});
    const verify = { timeoutMs: 40, intervalMs: 60_000 };
    await expect(addEntries(onPorts(service, { verify }), [dns])).rejects.toMatchObject({
      name: "WriteNotAppliedError",
    });
  });

  it("is found out when the service only says that it wrote", async () => {
    const service = portService(stored(http));
    service.beforeWrite = () => json({});
    await expect(addEntries(onPorts(service), [dns])).rejects.toMatchObject({
      name: "WriteNotAppliedError",
      desired: [expect.objectContaining(http), dns],
      observed: stored(http),
    });
  });
});
