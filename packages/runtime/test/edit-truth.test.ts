import { describe, expect, it, vi } from "vitest";
import {
  addEntries,
  type EditOptions,
  editEntries,
  ensureEntries,
  removeEntries,
  replaceEntries,
} from "../src/kit.js";
import { connectionError, json, portsRule } from "./tiny-api.js";
import { nameService, namesRule, onNames } from "./tiny-names.js";
import { onPorts, portService, type TinyPort } from "./tiny-ports.js";

const http: TinyPort = { port: 80, protocol: "TCP", target: 8080 };
const dns: TinyPort = { port: 53, protocol: "UDP", target: 5353 };
const ssh: TinyPort = { port: 22, protocol: "TCP", target: 22 };
const methods = (service: { asked: { method: string }[] }) =>
  service.asked.map(({ method }) => method);
const modes: EditOptions["onConflict"][] = ["throw", "reapply"];

describe("a service that does not store what it is sent", () => {
  const distortions: [string, (ports: TinyPort[]) => TinyPort[], object][] = [
    ["drops another entry", (ports) => ports.slice(1), { missing: [http], unexpected: [] }],
    [
      "changes another entry",
      (ports) => ports.map((one) => (one.port === 80 ? { ...one, target: 1 } : one)),
      { missing: [http], unexpected: [{ ...http, target: 1 }] },
    ],
    [
      "renames another entry",
      (ports) => ports.map((one) => (one.port === 80 ? { ...one, port: 8080 } : one)),
      { missing: [http], unexpected: [{ ...http, port: 8080 }] },
    ],
  ];
  for (const onConflict of modes) {
    it.each(distortions)(
      `%s: an error names what is gone (${onConflict})`,
      async (_, store, gone) => {
        const service = portService([http, ssh]);
        service.afterWrite = () => {
          service.ports = store(service.ports as TinyPort[]);
        };
        const edit = addEntries(onPorts(service, { onConflict }), [dns]);
        await expect(edit).rejects.toMatchObject({
          name: "ConcurrentWriteError",
          message: expect.stringMatching(
            /^ports of t1: .*did not store what it was sent; missing: 80\/TCP/,
          ),
          ...gone,
        });
        expect(service.count("PUT")).toBe(1);
      },
    );
  }

  it("drops the new entry of a list that is full: the write was not applied", async () => {
    const service = portService([http]);
    service.afterWrite = () => {
      service.ports = [http];
    };
    for (const onConflict of modes) {
      await expect(addEntries(onPorts(service, { onConflict }), [dns])).rejects.toMatchObject({
        name: "WriteNotAppliedError",
      });
    }
  });

  it("adds an entry of its own: everything that was written is there, and that is a success", async () => {
    const service = portService([http]);
    service.afterWrite = () => {
      service.ports = [...service.ports, ssh];
    };
    expect(await addEntries(onPorts(service), [dns])).toMatchObject({
      changed: true,
      conflicts: 1,
    });
    await expect(replaceEntries(onPorts(service), [http])).rejects.toMatchObject({
      name: "ConcurrentWriteError",
      unexpected: [ssh],
    });
  });

  it("is told from somebody who wrote after a read had shown all of ours", async () => {
    const service = portService([http, ssh]);
    service.beforeRead = () => {
      if (service.count("GET") === 3) service.ports = [http, dns];
    };
    const result = await addEntries(onPorts(service, { settleMs: 1 }), [dns]);
    expect(methods(service)).toEqual(["GET", "PUT", "GET", "GET"]);
    expect(result).toMatchObject({ changed: true, conflicts: 1, observed: [http, dns] });
  });
});

describe("fields that a write keeps", () => {
  /** A service that turns the first write away, while somebody sets the switch. */
  function turningAway(respond: () => Response | Error) {
    const service = nameService(["ann"], false);
    let left = 1;
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      if (init.method !== "PUT" || left-- < 1) return service.fetch(url, init);
      service.thing.guarded = true;
      const given = respond();
      if (given instanceof Error) throw given;
      return given;
    };
    return { service, fetch };
  }

  const turnedAway: [string, () => Response | Error][] = [
    ["429", () => json({}, { status: 429 })],
    ["503 that asks to wait", () => json({}, { status: 503, headers: { "retry-after": "0" } })],
    ["a refused connection", () => connectionError("ECONNREFUSED")],
  ];
  const unknown: [string, () => Response | Error][] = [
    ["502", () => json({}, { status: 502 })],
    ["a reset", () => connectionError("ECONNRESET")],
  ];

  it.each([...turnedAway, ...unknown])(
    "are those of the latest read when %s had the write repeated",
    async (_, respond) => {
      const { service, fetch } = turningAway(respond);
      const options = { onConflict: "reapply" } as const;
      const result = await addEntries<string>(onNames({ fetch }, options), ["bob"]);
      expect(result).toMatchObject({ changed: true, conflicts: 1 });
      expect(service.thing).toEqual({ names: ["ann", "bob"], guarded: true });
    },
  );

  it.each(unknown)(
    "that moved while %s hid how the write ended are a conflict",
    async (_, respond) => {
      const { service, fetch } = turningAway(respond);
      await expect(addEntries<string>(onNames({ fetch }), ["bob"])).rejects.toMatchObject({
        name: "ConcurrentWriteError",
        missing: ["bob"],
        fields: [{ name: "guarded", desired: false, observed: true }],
      });
      expect(service.thing).toEqual({ names: ["ann"], guarded: true });
    },
  );

  it("that the service does not store are an error, and so are those that the caller set", async () => {
    const service = nameService(["ann"], true);
    service.afterWrite = () => {
      service.thing.guarded = false;
    };
    for (const onConflict of modes) {
      service.thing = { names: ["ann"], guarded: true };
      await expect(
        addEntries<string>(onNames(service, { onConflict }), ["bob"]),
      ).rejects.toMatchObject({
        name: "ConcurrentWriteError",
        message: expect.stringContaining("guarded is false, not true"),
        fields: [{ name: "guarded", desired: true, observed: false }],
      });
    }
    service.thing = { names: ["ann"], guarded: false };
    await expect(
      addEntries<string>(onNames(service, { also: { guarded: true } }), ["bob"]),
    ).rejects.toMatchObject({ fields: [{ name: "guarded", desired: true, observed: false }] });
  });

  it("that somebody sets before our write, while the change takes time, are kept as he set them", async () => {
    const service = nameService(["ann"], false);
    const result = await editEntries<string>(onNames(service), async (names) => {
      service.thing.guarded = true;
      return [...new Set([...names, "bob"])];
    });
    expect(result).toMatchObject({ changed: true, conflicts: 1 });
    expect(service.thing).toEqual({ names: ["ann", "bob"], guarded: true });
  });

  it("that somebody sets after a read has shown ours are his", async () => {
    const service = nameService(["ann"], false);
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      if (init.method === "GET" && service.count("GET") === 2) service.thing.guarded = true;
      return service.fetch(url, init);
    };
    const result = await addEntries<string>(onNames({ fetch }, { settleMs: 1 }), ["bob"]);
    expect(result).toMatchObject({ changed: true, conflicts: 1 });
    expect(service.thing.guarded).toBe(true);
  });

  it.each([
    [{ guardd: true }, 'also has no option "guardd": did you mean guarded?'],
    [{ names: [] }, 'also has no option "names"'],
  ])("are no others than the rule names: %j", async (also, message) => {
    const service = nameService(["ann"]);
    await expect(addEntries<string>(onNames(service, { also }), ["bob"])).rejects.toThrow(message);
    expect(service.asked).toEqual([]);
  });

  it.each([
    [{ guarded: "yes" }, 'also.guarded must be a boolean, not "yes"'],
    [{ guarded: null }, "also.guarded must be a boolean, not null"],
  ])(
    "are never written as something else, and refused before any request: %j",
    async (also, message) => {
      const service = nameService(["ann"], false);
      await expect(addEntries<string>(onNames(service, { also }), ["bob"])).rejects.toThrow(
        message,
      );
      expect(service.asked).toEqual([]);
    },
  );

  it("do not exist in a list that keeps none", async () => {
    const target = { ...onPorts(portService([])), options: { also: { guarded: true } } };
    await expect(addEntries(target, [dns])).rejects.toThrow(
      'ports of t1: an edit of ports has no option "also"',
    );
  });
});

describe("a write that took effect and whose response is", () => {
  const responses: [string, () => Response][] = [
    ...[408, 425, 499, 500, 502, 504].map((status): [string, () => Response] => [
      `${status}`,
      () => json({}, { status }),
    ]),
    [
      "by a redirect",
      () => json({}, { status: 307, headers: { location: "https://other.example" } }),
    ],
    ["200 with a broken body", () => new Response("<html>")],
  ];
  it.each(responses)("%s is recovered by a read, and sent once", async (_, respond) => {
    const service = portService([http]);
    service.afterWrite = respond;
    const result = await addEntries(onPorts(service), [dns]);
    expect(result).toMatchObject({ changed: true, recovered: true, writes: 1 });
    expect(service.count("PUT")).toBe(1);
  });

  it("by silence is recovered by a read, too", async () => {
    const service = portService([http]);
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      const response = await service.fetch(url, init);
      return init.method === "PUT" ? new Promise<never>(() => {}) : response;
    };
    const result = await addEntries(onPorts({ fetch }, { attemptTimeoutMs: 200 }), [dns]);
    expect(result).toMatchObject({ changed: true, recovered: true, writes: 1 });
    expect(service.count("PUT")).toBe(1);
  });

  it("by a broken connection is not recovered by a read that shows another list", async () => {
    const service = portService([http]);
    let lost = 1;
    service.afterWrite = () => {
      if (lost-- < 1) return undefined;
      service.ports = [ssh];
      return connectionError("ECONNRESET");
    };
    const result = await addEntries(onPorts(service, { onConflict: "reapply" }), [dns]);
    expect(result).toMatchObject({ changed: true, recovered: false, writes: 2, conflicts: 1 });
  });

  it.each([400, 401, 403, 404, 409, 422])("%i did not: it is refused at once", async (status) => {
    const service = portService([http]);
    service.beforeWrite = () => json({}, { status });
    await expect(addEntries(onPorts(service), [dns])).rejects.toMatchObject({ status });
    expect(methods(service)).toEqual(["GET", "PUT"]);
  });
});

describe("what a service holds that we would not write", () => {
  it("is read and can be removed: an unknown protocol, a port out of range", async () => {
    const service = portService([http, { port: 0, protocol: "SCTP" }]);
    await addEntries(onPorts(service), [dns]);
    expect(service.ports).toHaveLength(3);
    await removeEntries(onPorts(service), [{ port: 0, protocol: "SCTP" }]);
    expect(service.ports).toMatchObject([http, dns]);
  });

  it("is read and can be mended: the same entry twice", async () => {
    const twice = () => portService([http, ssh, http]);
    let service = twice();
    await addEntries(onPorts(service), [dns]);
    expect(service.ports).toMatchObject([http, ssh, http, dns]);
    service = twice();
    await removeEntries(onPorts(service), [{ port: 80 }]);
    expect(service.ports).toMatchObject([ssh]);
    service = twice();
    const result = await ensureEntries(onPorts(service), { present: [http] });
    expect(service.ports).toMatchObject([http, ssh]);
    expect(result.plan).toMatchObject({ removed: [http], kept: [http, ssh], added: [] });
    service = twice();
    await replaceEntries(onPorts(service), [http]);
    expect(service.ports).toMatchObject([http]);
  });

  it("is told apart where repeats have fields of their own", async () => {
    const noted = { ...http, note: "a" };
    for (const held of [
      [noted, http],
      [http, noted],
      [noted, { ...http, note: "b" }],
    ]) {
      const service = portService(held);
      expect(await addEntries(onPorts(service), [dns])).toMatchObject({ conflicts: 0 });
      expect(service.ports).toMatchObject([...held, dns]);
    }
  });

  it("may be repeated no further", async () => {
    for (const held of [[http], [http, http]]) {
      const service = portService(held);
      const edit = editEntries<TinyPort>(onPorts(service), (ports) => [...ports, http]);
      await expect(edit).rejects.toThrow("ports has 80/TCP twice, by port + protocol");
      expect(service.count("PUT")).toBe(0);
    }
  });

  it("may be repeated, but not beside a changed one", async () => {
    const other = { ...http, target: 1 };
    for (const repeats of [
      [http, other],
      [other, http],
    ]) {
      const edit = editEntries<TinyPort>(onPorts(portService([http, http])), () => repeats);
      await expect(edit).rejects.toThrow("ports has 80/TCP twice");
    }
  });

  it("may be too much already: then it can only get less", async () => {
    const many = [1, 2, 3, 4, 5, 6, 7].map((port) => ({ port }));
    const service = portService(many);
    await expect(addEntries(onPorts(service), [dns])).rejects.toThrow("at most 5 are allowed");
    await removeEntries(onPorts(service), [{ port: 7 }]);
    expect(service.ports).toHaveLength(6);
  });

  it("may be called as JavaScript calls its own things", async () => {
    const rule = { ...namesRule, maxItems: 9, entry: { type: "string", title: "a text" } } as const;
    const service = nameService(["constructor", "__proto__", "toString"]);
    const target = { ...onNames(service), rule };
    await addEntries<string>(target, ["hasOwnProperty", "constructor"]);
    await removeEntries<string>(target, ["__proto__"]);
    expect(service.thing.names).toEqual(["constructor", "toString", "hasOwnProperty"]);
  });

  it("may have fields called so: they are compared and kept", async () => {
    const odd = JSON.parse('{"port":80,"target":1,"constructor":"x","__proto__":"y"}');
    const service = portService([odd]);
    await addEntries(onPorts(service), [dns]);
    expect(service.asked[1]?.body).toContain('"constructor":"x","__proto__":"y"');
  });

  it("is told apart where identities would read the same", async () => {
    const texts = { title: "a text", type: "string" } as const;
    const rule = {
      ...portsRule,
      identity: ["host", "path"],
      fields: { host: texts, path: texts },
    } as const;
    const service = portService([{ host: "a/b", path: "c" }]);
    await addEntries({ ...onPorts(service), rule }, [{ host: "a", path: "b/c" }]);
    expect(service.ports).toHaveLength(2);
    await removeEntries({ ...onPorts(service), rule }, [{ host: "a", path: "b/c" }]);
    expect(service.ports).toMatchObject([{ host: "a/b" }]);
  });
});

describe("an edit with nothing to do", () => {
  it("looks again after settleMs, and does it when somebody undid it meanwhile", async () => {
    const service = portService([http, dns]);
    service.beforeRead = () => {
      if (service.count("GET") === 2) service.ports = [http, ssh];
    };
    const options = { settleMs: 1, onConflict: "reapply" } as const;
    const result = await addEntries(onPorts(service, options), [dns]);
    expect(result).toMatchObject({ changed: true, conflicts: 1 });
    expect(service.ports).toMatchObject([http, ssh, dns]);
    const still = portService([dns]);
    expect(await addEntries(onPorts(still, { settleMs: 1 }), [dns])).toMatchObject({
      changed: false,
      conflicts: 0,
    });
    expect(methods(still)).toEqual(["GET", "GET"]);
  });

  it("says so when it may not do it again", async () => {
    const service = portService([http, dns]);
    service.beforeRead = () => {
      if (service.count("GET") === 2) service.ports = [http];
    };
    await expect(addEntries(onPorts(service, { settleMs: 1 }), [dns])).rejects.toMatchObject({
      name: "ConcurrentWriteError",
      missing: [dns],
    });
    expect(service.count("PUT")).toBe(0);
  });
});

describe("an edit of very many entries", () => {
  it("takes work in proportion to them", async () => {
    const rule = { ...portsRule, maxItems: 100_000 };
    // A read that has grown old is repeated: on a busy machine that would count as work.
    vi.spyOn(performance, "now").mockReturnValue(0);
    const work = async (count: number): Promise<number> => {
      const ports = Array.from({ length: count }, (_, index) => ({ port: index + 1, target: 1 }));
      const service = portService(ports);
      const spy = vi.spyOn(JSON, "stringify");
      await addEntries({ ...onPorts(service), rule }, [{ port: 60_000 }]);
      const calls = spy.mock.calls.length;
      spy.mockRestore();
      expect(service.ports).toHaveLength(count + 1);
      return calls;
    };
    const [some, twice] = [await work(2_000), await work(4_000)];
    vi.restoreAllMocks();
    expect(twice / some).toBeLessThan(2.1);
    expect(some / 2_000).toBeLessThan(30);
  });
});
