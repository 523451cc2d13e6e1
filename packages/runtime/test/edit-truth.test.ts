import { describe, expect, it, vi } from "vitest";
import {
  addEntries,
  type EditOptions,
  editEntries,
  ensureEntries,
  type Lock,
  planEntries,
  removeEntries,
  replaceEntries,
  verifyEntries,
} from "../src/kit.js";
import { connectionError, json, portsRule, tinyClient } from "./tiny-api.js";
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
  function turningAway(answer: () => Response | Error) {
    const service = nameService(["ann"], false);
    let left = 1;
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      if (init.method !== "PUT" || left-- < 1) return service.fetch(url, init);
      service.thing.guarded = true;
      const given = answer();
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
    async (_, answer) => {
      const { service, fetch } = turningAway(answer);
      const options = { onConflict: "reapply" } as const;
      const result = await addEntries<string>(onNames({ fetch }, options), ["bob"]);
      expect(result).toMatchObject({ changed: true, conflicts: 1 });
      expect(service.thing).toEqual({ names: ["ann", "bob"], guarded: true });
    },
  );

  it.each(unknown)(
    "that moved while %s hid how the write ended are a conflict",
    async (_, answer) => {
      const { service, fetch } = turningAway(answer);
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

describe("a write that took effect but is answered", () => {
  const answers: [string, () => Response][] = [
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
  it.each(answers)("%s is recovered by a read, and sent once", async (_, answer) => {
    const service = portService([http]);
    service.afterWrite = answer;
    const result = await addEntries(onPorts(service), [dns]);
    expect(result).toMatchObject({ changed: true, recovered: true, writes: 1 });
    expect(service.count("PUT")).toBe(1);
  });

  it("by silence is recovered by a read, too", async () => {
    const service = portService([http]);
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      const answer = await service.fetch(url, init);
      return init.method === "PUT" ? new Promise<never>(() => {}) : answer;
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

describe("an intent of the wrong shape", () => {
  it.each([
    [[http], "an intent must be { present, absent }, { replace } or a function, not a list"],
    [{ presnet: [http] }, 'an intent has no option "presnet": did you mean present?'],
    [{ replace: [http], present: [] }, 'an intent that replaces has no option "present"'],
    [{}, "an intent must be { present, absent } with at least one of them"],
    [{ present: undefined }, "at least one of them"],
    [{ present: http }, "present must be a list, not an object"],
    [{ replace: undefined }, "replace must be a list, not missing"],
    [null, "not null"],
    ["web", 'not "web"'],
  ])("is refused before any request: %j", async (intent, message) => {
    const service = portService([http]);
    await expect(planEntries(onPorts(service), intent as object)).rejects.toMatchObject({
      name: "UsageError",
      message: expect.stringContaining(message),
    });
    if (!Array.isArray(intent) && intent && typeof intent === "object" && !("replace" in intent)) {
      await expect(ensureEntries(onPorts(service), intent as object)).rejects.toThrow(message);
    }
    expect(service.asked).toEqual([]);
  });

  it.each([[undefined], [[dns]], [{ present: [dns] }]])(
    "is no function either: %j",
    async (change) => {
      const edit = editEntries(onPorts(portService([])), change as unknown as () => undefined);
      await expect(edit).rejects.toThrow(
        "a change must be a function from the list to the new list",
      );
    },
  );
});

describe("fields of an entry", () => {
  it.each([
    [{ ...dns, taget: 1 }, 'ports[0] has no option "taget": did you mean target?'],
    [{ ...dns, constructor: 1 }, 'ports[0] has no option "constructor"'],
    [{ port: 1, target: () => 1 }, "ports[0].target must be a JSON value"],
    [{ port: 1, target: new Date(0) }, "a JSON value, not an object"],
    [{ port: 1, target: Symbol("x") }, "a JSON value, not Symbol(x)"],
  ])("that are unknown or no JSON are refused before any request", async (entry, message) => {
    const service = portService([http]);
    for (const write of [addEntries, replaceEntries, verifyEntries, removeEntries]) {
      await expect(write(onPorts(service), [entry])).rejects.toThrow(message);
    }
    expect(service.asked).toEqual([]);
  });

  it("that go round in a circle or very deep are refused", async () => {
    const circle: Record<string, unknown> = { port: 1 };
    circle.self = circle;
    await expect(addEntries(onPorts(portService([])), [circle])).rejects.toThrow(
      "nested at most 32 levels deep",
    );
  });

  it("that are undefined have no effect", async () => {
    const service = portService([http]);
    const input = [
      { ...http, target: undefined },
      { ...dns, note: undefined },
    ];
    await ensureEntries(onPorts(service), { present: input });
    expect(service.ports).toMatchObject([http, dns]);
  });

  it("that only the service sets are not sent, whoever gives them", async () => {
    const service = portService([http]);
    await editEntries(onPorts(service), (ports) => [...ports, { ...dns, endpoint: "mine" }]);
    expect(JSON.parse(service.asked[1]?.body ?? "")).toEqual({ ports: [http, dns] });
  });

  it("that the service shows beyond its documents may be set by a change that saw them", async () => {
    const service = portService([{ ...http, note: "theirs" }]);
    await editEntries<object>(onPorts(service), (ports) =>
      ports.map((one) => ({ ...one, note: "ours" })),
    );
    expect(service.ports).toMatchObject([{ note: "ours" }]);
    const edit = editEntries<object>(onPorts(service), (ports) => [...ports, { port: 1, nota: 1 }]);
    await expect(edit).rejects.toThrow('ports[1] has no option "nota": did you mean note?');
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

describe("what the caller gives", () => {
  it("is not written when a function changes its copy and returns nothing", async () => {
    const service = portService([{ ...http, deep: { a: 1 } }]);
    const result = await editEntries<object>(onPorts(service), (ports) => {
      Object.assign(Object(ports[0]), { port: 1 });
      Object(ports[0]).deep.a = 2;
      ports.push(dns);
      return undefined;
    });
    expect(result).toMatchObject({ changed: false, base: [{ ...http, deep: { a: 1 } }] });
    expect(result.base).toHaveLength(1);
    expect(service.count("PUT")).toBe(0);
  });

  it.each([
    ["NaN", Number.NaN, "not NaN"],
    ["a hole", new Array(1), "not missing"],
  ])("has no %s in a field that only the service knows", async (_, odd, message) => {
    const service = portService([{ ...http, note: 1 }]);
    const edit = editEntries<object>(onPorts(service), () => [{ ...http, note: odd }]);
    await expect(edit).rejects.toThrow(message);
    expect(service.count("PUT")).toBe(0);
  });

  it("to remove must name entries, each once", async () => {
    const service = portService([http]);
    const target = onPorts(service);
    await expect(removeEntries(target, [{ protocol: "TCP" }])).rejects.toThrow(
      "ports[0].port must be a port, not missing",
    );
    await expect(removeEntries(target, [{ port: "80" }])).rejects.toThrow('not "80"');
    await expect(removeEntries(target, [{ port: 80 }, http])).rejects.toThrow("80/TCP twice");
    const names = onNames(nameService(["ann"]));
    await expect(removeEntries(names, [""])).rejects.toThrow('names[0] must be a text, not ""');
    expect(service.asked).toEqual([]);
  });

  it("is measured in characters, not in halves of them", async () => {
    const entry = { type: "string", title: "a text of up to 2 characters", most: 2 } as const;
    const service = nameService([]);
    const target = { ...onNames(service), rule: { ...namesRule, entry } };
    await addEntries<string>(target, ["😀😀"]);
    await expect(addEntries<string>(target, ["😀😀😀"])).rejects.toThrow("up to 2 characters");
    expect(service.thing.names).toEqual(["😀😀"]);
  });

  it("is copied at the call: entries, options and keys", async () => {
    const service = portService([http]);
    const entry = { ...dns };
    const entries = [entry];
    const retry = { retries: 2 };
    const options: EditOptions = { allowEmpty: false, retry };
    const edit = addEntries(onPorts(service, options), entries);
    entry.port = 99;
    entries.push(ssh);
    options.allowEmpty = true;
    retry.retries = -1;
    await edit;
    expect(service.ports).toMatchObject([http, dns]);
    const plain = nameService(["ann"], false);
    const also = { guarded: true };
    const names = addEntries<string>(onNames(plain, { also }), ["bob"]);
    also.guarded = false;
    await names;
    expect(plain.thing.guarded).toBe(true);
  });
});

describe("an edit inside an edit of the same resource", () => {
  it.each([
    ["at once", (inner: () => Promise<unknown>) => inner()],
    ["after a wait", (inner: () => Promise<unknown>) => Promise.resolve().then(inner)],
    [
      "from a timer",
      (inner: () => Promise<unknown>) =>
        new Promise((done, fail) => {
          setTimeout(() => inner().then(done, fail), 1);
        }),
    ],
  ])("is refused, naming both, when it begins %s", async (_, start) => {
    const service = portService([http]);
    const edit = editEntries<TinyPort>(onPorts(service), async (ports) => {
      await start(() => addEntries(onPorts(service), [ssh]));
      return ports;
    });
    await expect(edit).rejects.toThrow(
      "an edit of ports of t1 was started inside an edit of ports of t1 and would wait for it forever",
    );
    expect(await addEntries(onPorts(service), [dns])).toMatchObject({ changed: true });
  });

  it("is refused, too, when an edit of another resource stands between", async () => {
    const service = portService([http]);
    const other = { ...onPorts(service), id: "t2" };
    const edit = editEntries<TinyPort>(onPorts(service), async (ports) => {
      await editEntries<TinyPort>(other, async (others) => {
        await addEntries(onPorts(service), [ssh]);
        return others;
      });
      return ports;
    });
    await expect(edit).rejects.toThrow("an edit of ports of t1 was started inside");
  });

  it("is refused inside a plan, too, which it would put out of date", async () => {
    const service = portService([http]);
    const plan = planEntries<TinyPort>(onPorts(service), async (ports) => {
      await addEntries(onPorts(service), [ssh]);
      return ports;
    });
    await expect(plan).rejects.toThrow(
      "an edit of ports of t1 was started inside a plan of ports of t1 and would put it out of date before it is made",
    );
    expect(service.count("PUT")).toBe(0);
  });

  it("is none on another resource, nor once the outer one is over", async () => {
    const service = portService([http]);
    const other = { ...onPorts(service), id: "t2" };
    let later: Promise<unknown> | undefined;
    await editEntries<TinyPort>(onPorts(service), async (ports) => {
      await verifyEntries(onPorts(service), [http]);
      await addEntries(other, [http]);
      later = new Promise((resolve) => setTimeout(resolve, 50)).then(() =>
        addEntries(onPorts(service), [dns]),
      );
      return ports;
    });
    expect(await later).toMatchObject({ changed: true });
  });
});

describe("a lock of the caller's", () => {
  it.each<[string, Lock, string]>([
    [
      "that never runs the edit",
      () => Promise.resolve(undefined as never),
      "without running the edit",
    ],
    ["that runs it twice", (_, task) => task().then(task), "ran the edit twice"],
  ])("%s is refused", async (_, lock, message) => {
    await expect(addEntries(onPorts(portService([]), { lock }), [dns])).rejects.toThrow(message);
  });

  it.each<[string, Lock]>([
    ["returns nothing", (_, task) => task().then(() => undefined as never)],
    [
      "does not wait for the edit",
      async (_, task) => {
        void task();
        return undefined as never;
      },
    ],
  ])("that %s hides no result", async (_, lock) => {
    const service = portService([http]);
    expect(await addEntries(onPorts(service, { lock }), [dns])).toMatchObject({ changed: true });
    expect(service.ports).toHaveLength(2);
  });

  it("that fails while the edit fails leaves no rejection behind", async () => {
    const service = portService(null);
    const lock: Lock = (_, task) => {
      void task();
      return Promise.reject(new Error("no lock"));
    };
    await expect(addEntries(onPorts(service, { lock }), [dns])).rejects.toThrow("no lock");
    await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it("that swallows errors hides none", async () => {
    const service = portService([http]);
    service.beforeWrite = () => json({}, { status: 400 });
    const lock: Lock = (_, task) => task().catch(() => undefined as never);
    await expect(addEntries(onPorts(service, { lock }), [dns])).rejects.toMatchObject({
      status: 400,
    });
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
    const [some, twice] = [await work(10_000), await work(20_000)];
    vi.restoreAllMocks();
    expect(twice / some).toBeLessThan(2.1);
    expect(some / 10_000).toBeLessThan(30);
  });
});

describe("an error of an edit", () => {
  it("names the resource and shows the line that called", async () => {
    const service = portService([http]);
    const client = tinyClient({ fetch: service.fetch });
    const target = { client, rule: portsRule, id: "t1" };
    service.beforeRead = () => json({ message: "gone" }, { status: 404 });
    async function myOwnFunction(): Promise<unknown> {
      return addEntries(target, [dns]);
    }
    const error = await myOwnFunction().catch((thrown: unknown) => thrown as Error);
    expect(error).toMatchObject({ name: "NotFoundError", status: 404 });
    expect((error as Error).message).toMatch(/^ports of t1: /);
    expect((error as Error).stack).toMatch(/^\w*Error: ports of t1: /);
    expect((error as Error).stack).toContain("myOwnFunction");
  });

  it.each([undefined, "", 5, null, Symbol("x"), {}])(
    "with the id %o comes before any request",
    async (id) => {
      const service = portService([]);
      const target = { ...onPorts(service), id: id as unknown as string };
      await expect(addEntries(target, [dns])).rejects.toThrow(
        "id must be a non-empty string that names the resource",
      );
      expect(service.asked).toEqual([]);
    },
  );

  it.each([
    [{ timeout: 1 }, 'an edit of ports has no option "timeout": did you mean timeoutMs?'],
    [{ settle: 1 }, "did you mean settleMs?"],
    [{ verify: { timeout: 1 } }, 'verify has no option "timeout": did you mean timeoutMs?'],
    [{ lock: "mine" }, 'lock must be a function, not "mine"'],
    [{ allowEmpty: "yes" }, 'allowEmpty must be true or false, not "yes"'],
    [{ onConflict: "re-apply" }, "onConflict must be"],
    [{ signal: new AbortController() }, "signal must be an AbortSignal, not an object"],
    [{ signal: null }, "signal must be an AbortSignal, not null"],
    [{ retry: true }, "retry must be false or an object, not true"],
    [{ retry: "never" }, 'retry must be false or an object, not "never"'],
    [{ retry: { retrys: 1 } }, 'retry has no option "retrys": did you mean retries?'],
  ])("for options that do not exist says which do: %j", async (options, message) => {
    const service = portService([]);
    const target = onPorts(service, options as EditOptions);
    await expect(addEntries(target, [dns])).rejects.toThrow(message);
    await expect(planEntries(target, { present: [dns] })).rejects.toThrow(message);
    await expect(verifyEntries(target, [dns])).rejects.toThrow(message);
    expect(service.asked).toEqual([]);
  });

  it("is none for null as options", async () => {
    const target = { ...onPorts(portService([dns])), options: null as unknown as undefined };
    expect(await addEntries(target, [dns])).toMatchObject({ changed: false });
    expect(await planEntries(target, { present: [dns] })).toMatchObject({ added: [] });
    expect(await verifyEntries(target, [dns])).toMatchObject({ matches: true });
  });

  it("shows the line that called once, and its own message, when both come from timers", async () => {
    const service = portService([http]);
    const verify = { timeoutMs: 60_000, intervalMs: 30_000 };
    service.beforeWrite = () => json({});
    const controller = new AbortController();
    const edit = new Promise((resolve, reject) => {
      const target = onPorts(service, { verify, signal: controller.signal });
      function myOwnCallback(): void {
        addEntries(target, [dns]).then(resolve, reject);
      }
      setTimeout(myOwnCallback, 1);
    });
    setTimeout(() => controller.abort(), 100);
    const { stack, message } = (await edit.catch((thrown: unknown) => thrown as Error)) as Error;
    expect(message).toBe("ports of t1 was aborted by the caller");
    expect(stack).toMatch(/^AbortedError: ports of t1 was aborted by the caller\n/);
    expect(stack?.match(/myOwnCallback/g)).toHaveLength(1);
    expect(stack).not.toContain("addEntries");
  });

  it("does not repeat the line that called where the stack has it", async () => {
    async function myOwnFunction(): Promise<unknown> {
      return await verifyEntries(onPorts(portService(null)), [dns]);
    }
    const error = await myOwnFunction().catch((thrown: unknown) => thrown as Error);
    expect((error as Error).stack?.match(/myOwnFunction/g)).toHaveLength(1);
  });

  it("of the caller's own is passed on as it is", async () => {
    const mine = new Error("mine");
    const { stack } = mine;
    const edit = editEntries(onPorts(portService([])), () => {
      throw mine;
    });
    await expect(edit).rejects.toBe(mine);
    expect(mine).toMatchObject({ message: "mine", stack });
  });

  it("says in which fields an entry differs, and names only some of many", async () => {
    const service = portService([http, ssh]);
    service.afterWrite = () => {
      service.ports = [{ ...http, target: 1 }, ssh, { ...dns, port: "53" }];
    };
    await expect(addEntries(onPorts(service), [dns])).rejects.toMatchObject({
      message: expect.stringMatching(
        /missing: 80\/TCP, 53\/UDP; unexpected: 80\/TCP, 53\/UDP; 80\/TCP differs in target; 53\/UDP differs in port$/,
      ),
      fields: [],
    });
    const rule = { ...portsRule, maxItems: 99 };
    const many = Array.from({ length: 7 }, (_, index) => ({ port: index + 1 }));
    const full = portService([http]);
    full.afterWrite = () => {
      full.ports = [ssh];
    };
    await expect(replaceEntries({ ...onPorts(full), rule }, many)).rejects.toThrow(
      "missing: 1/TCP, 2/TCP, 3/TCP, 4/TCP, 5/TCP and 2 more; unexpected: 22/TCP",
    );
  });

  it("never shows the text of a function", async () => {
    const entry = { port: 1, target: () => "secret" };
    await expect(addEntries(onPorts(portService([])), [entry])).rejects.toThrow("not a function");
  });

  it("for an answer beyond maxResponseBytes comes before any write", async () => {
    const service = portService([http]);
    const edit = addEntries(onPorts(service, { maxResponseBytes: 5 }), [dns]);
    await expect(edit).rejects.toMatchObject({ name: "ResponseTooLargeError" });
    expect(service.count("PUT")).toBe(0);
  });

  it("for a forgotten client says so", async () => {
    const target = { ...onPorts(portService([])), client: undefined as never };
    await expect(addEntries(target, [dns])).rejects.toThrow("must be a client of this package");
  });
});
