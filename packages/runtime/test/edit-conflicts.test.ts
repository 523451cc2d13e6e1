import { afterEach, describe, expect, it, vi } from "vitest";
import {
  addEntries,
  type EditOptions,
  editEntries,
  type Lock,
  planEntries,
  removeEntries,
} from "../src/kit.js";
import { connectionError, json, tinyClient } from "./tiny-api.js";
import { onPorts, portService, type TinyPort } from "./tiny-ports.js";

const http: TinyPort = { port: 80, protocol: "TCP", target: 8080 };
const dns: TinyPort = { port: 53, protocol: "UDP", target: 5353 };
const ssh: TinyPort = { port: 22, protocol: "TCP", target: 22 };
const methods = (service: { asked: { method: string }[] }) =>
  service.asked.map(({ method }) => method);
const numbers = (service: { ports: object[] }) =>
  (service.ports as TinyPort[]).map(({ port }) => port);

/** A service with a version: it refuses a write that was planned on another one. */
function versioned(ports: TinyPort[], weak = false) {
  const service = portService(ports);
  let version = 1;
  const etag = () => `${weak ? "W/" : ""}"v${version}"`;
  service.beforeRead = () => json({ ports: service.ports }, { headers: { etag: etag() } });
  service.beforeWrite = () => {
    const sent = service.asked.at(-1)?.headers["if-match"];
    // A weak one never matches, says RFC 9110.
    if (sent !== undefined && (weak || sent !== etag())) return json({}, { status: 412 });
    version++;
    return undefined;
  };
  const other = (added: TinyPort): void => {
    service.ports = [...service.ports, added];
    version++;
  };
  return { service, other };
}

describe("a service with an ETag", () => {
  it("closes the window: a write that comes too late is refused, and the intent replayed", async () => {
    const { service, other } = versioned([http]);
    const { beforeWrite } = service;
    let moves = 1;
    service.beforeWrite = () => {
      if (moves-- > 0) other(ssh);
      return beforeWrite?.();
    };
    const result = await addEntries(onPorts(service), [dns]);
    expect(methods(service)).toEqual(["GET", "PUT", "GET", "PUT", "GET"]);
    expect(numbers(service)).toEqual([80, 22, 53]);
    expect(result).toMatchObject({ changed: true, writes: 2, conflicts: 1 });
  });

  it("that always moves is given up after four replays", async () => {
    const { service, other } = versioned([http]);
    const { beforeWrite } = service;
    let port = 100;
    service.beforeWrite = () => {
      service.ports = [http];
      other({ port: port++ });
      return beforeWrite?.();
    };
    await expect(addEntries(onPorts(service), [dns])).rejects.toMatchObject({
      name: "ConcurrentWriteError",
      unexpected: [{ port: 104 }],
    });
    expect(service.count("PUT")).toBe(5);
  });

  it("is not asked to match a weak one, which never does", async () => {
    const { service } = versioned([http], true);
    await addEntries(onPorts(service), [dns]);
    expect(numbers(service)).toEqual([80, 53]);
    expect(service.asked[1]?.headers["if-match"]).toBeUndefined();
  });

  it("is asked for the version of the latest read, not of the first", async () => {
    const { service, other } = versioned([http]);
    let others = 1;
    const edit = editEntries<TinyPort>(onPorts(service), async (ports) => {
      // Somebody writes and takes it back: the list is the same, its version is not.
      if (others-- > 0) other(ssh);
      service.ports = [http];
      return [...ports, dns];
    });
    expect(await edit).toMatchObject({ changed: true, writes: 1, conflicts: 0 });
    expect(service.asked[2]?.headers["if-match"]).toBe('"v2"');
  });
});

describe("a 412 of a service without a version", () => {
  it("is a refusal like any other", async () => {
    const service = portService([http]);
    service.beforeWrite = () => json({}, { status: 412 });
    await expect(addEntries(onPorts(service), [dns])).rejects.toMatchObject({ status: 412 });
    expect(methods(service)).toEqual(["GET", "PUT"]);
  });
});

describe("a read that has grown old when the intent is done", () => {
  /** An intent that adds dns and takes its time, by a clock that jumps; others write in the meantime. */
  const slowly = (ms: number, service: ReturnType<typeof portService>) => {
    const began = performance.now();
    let now = began;
    vi.spyOn(performance, "now").mockImplementation(() => now);
    return editEntries<TinyPort>(onPorts(service), (ports) => {
      if (now === began) service.ports = [...service.ports, ssh];
      now += ms;
      return [...ports, dns];
    });
  };
  afterEach(() => vi.restoreAllMocks());

  it("by more than 250 ms is repeated, and what has moved is kept", async () => {
    const service = portService([http]);
    const result = await slowly(251, service);
    expect(result).toMatchObject({ changed: true, conflicts: 1 });
    expect(methods(service)).toEqual(["GET", "GET", "GET", "PUT", "GET"]);
    expect(numbers(service)).toEqual([80, 22, 53]);
  });

  it("by less is not", async () => {
    const service = portService([http]);
    await slowly(249, service);
    expect(methods(service)).toEqual(["GET", "PUT", "GET"]);
  });
});

describe("an intent that takes time", () => {
  it.each([
    ["promise", (wait: Promise<TinyPort[]>) => wait],
    // biome-ignore lint/suspicious/noThenProperty: a promise of another realm or library is no Promise here
    ["thenable", (wait: Promise<TinyPort[]>) => ({ then: wait.then.bind(wait) })],
  ])("as a %s has the list read again before the write", async (_, wrap) => {
    const service = portService([http]);
    let first = true;
    const result = await editEntries<TinyPort>(onPorts(service), (ports) => {
      if (first) service.ports = [...service.ports, ssh];
      first = false;
      return wrap(Promise.resolve([...ports, dns])) as Promise<TinyPort[]>;
    });
    expect(result).toMatchObject({ changed: true, conflicts: 1 });
    expect(numbers(service)).toEqual([80, 22, 53]);
  });
});

describe("a conflict that is seen after the write", () => {
  it("is thrown with all that is needed to decide", async () => {
    const service = portService([http]);
    service.afterWrite = () => {
      service.ports = [http, ssh];
    };
    await expect(addEntries(onPorts(service), [dns])).rejects.toMatchObject({
      name: "ConcurrentWriteError",
      base: [http],
      desired: [http, dns],
      observed: [http, ssh],
      missing: [dns],
      unexpected: [ssh],
    });
    expect(service.count("PUT")).toBe(1);
  });

  it("is none when the other write left the intent in place", async () => {
    const service = portService([http]);
    service.afterWrite = () => {
      service.ports = [...service.ports, ssh];
    };
    const result = await addEntries(onPorts(service), [dns]);
    expect(result).toMatchObject({ changed: true, conflicts: 1, writes: 1 });
    expect(numbers(service)).toEqual([80, 53, 22]);
  });

  it("is worked into the list when the intent is to be reapplied", async () => {
    const service = portService([http]);
    let others = 1;
    service.afterWrite = () => {
      if (others-- > 0) service.ports = [http, ssh];
    };
    const result = await addEntries(onPorts(service, { onConflict: "reapply" }), [dns]);
    expect(numbers(service)).toEqual([80, 22, 53]);
    expect(result).toMatchObject({ changed: true, writes: 2, conflicts: 1, base: [http] });
  });

  it("ends reapplying after four times", async () => {
    const service = portService([http]);
    let port = 100;
    service.afterWrite = () => {
      service.ports = [http, { port: port++ }];
    };
    await expect(
      addEntries(onPorts(service, { onConflict: "reapply" }), [dns]),
    ).rejects.toMatchObject({ name: "ConcurrentWriteError", missing: [{ port: 103 }, dns] });
    expect(service.count("PUT")).toBe(5);
  });

  it("that is seen before each write is given up after four replays", async () => {
    const service = portService([http]);
    let port = 100;
    service.beforeRead = () => {
      service.ports = [http, { port: port++ }];
    };
    await expect(
      editEntries<TinyPort>(onPorts(service), async (ports) => [...ports, dns]),
    ).rejects.toMatchObject({ name: "ConcurrentWriteError" });
    expect(service.count("PUT")).toBe(0);
    expect(service.count("GET")).toBe(6);
  });
});

describe("a write that is to settle", () => {
  const undone = (reads: number) => {
    const service = portService([http]);
    service.beforeRead = () => {
      if (service.count("GET") === reads) service.ports = [http, ssh];
    };
    return service;
  };

  it("stays recovered when it is undone afterwards and reapplied", async () => {
    const service = undone(3);
    let lost = 1;
    service.afterWrite = () => (lost-- > 0 ? connectionError("ECONNRESET") : undefined);
    const options = { settleMs: 5, onConflict: "reapply" } as const;
    const result = await addEntries(onPorts(service, options), [dns]);
    expect(result).toMatchObject({ recovered: true, writes: 2, conflicts: 1 });
  });

  it("is verified by a read after the wait", async () => {
    const service = undone(2);
    const edit = addEntries(onPorts(service, { settleMs: 5 }), [dns]);
    await expect(edit).rejects.toMatchObject({ name: "ConcurrentWriteError", missing: [dns] });
  });

  it("is so, too, when its response was lost and a read before the wait has shown it", async () => {
    const service = undone(3);
    service.afterWrite = () => connectionError("ECONNRESET");
    const edit = addEntries(onPorts(service, { settleMs: 5 }), [dns]);
    await expect(edit).rejects.toMatchObject({ name: "ConcurrentWriteError", missing: [dns] });
    expect(methods(service)).toEqual(["GET", "PUT", "GET", "GET"]);
  });
});

describe("a write that is turned away", () => {
  const turned: [string, () => Response | Error][] = [
    ["by 429", () => json({}, { status: 429 })],
    ["by the API's own code", () => json({ code: "Tiny.0022" }, { status: 400 })],
    ["by 503 with Retry-After", () => json({}, { status: 503, headers: { "retry-after": "0" } })],
    ["on the way", () => connectionError("ECONNREFUSED")],
  ];
  for (const [name, respond] of turned) {
    it(`${name} is sent again after a read that shows nothing new`, async () => {
      const service = portService([http]);
      let left = 2;
      service.beforeWrite = () => (left-- > 0 ? respond() : undefined);
      const result = await addEntries(onPorts(service), [dns]);
      expect(methods(service)).toEqual(["GET", "PUT", "GET", "PUT", "GET", "PUT", "GET"]);
      expect(result).toMatchObject({ changed: true, conflicts: 0 });
    });

    it(`${name} is not sent again over what somebody else wrote meanwhile`, async () => {
      const service = portService([http]);
      let left = 1;
      service.beforeWrite = () => {
        if (left-- < 1) return undefined;
        service.ports = [http, ssh];
        return respond();
      };
      const result = await addEntries(onPorts(service), [dns]);
      expect(numbers(service)).toEqual([80, 22, 53]);
      expect(result).toMatchObject({ changed: true, conflicts: 1 });
    });
  }

  it("by 429 for good rejects with that, and nothing was written", async () => {
    const service = portService([http]);
    service.beforeWrite = () => json({}, { status: 429 });
    await expect(addEntries(onPorts(service), [dns])).rejects.toMatchObject({
      name: "RateLimitError",
    });
    expect(service.ports).toEqual([http]);
  });

  it.each([429, 412])(
    "by %i while somebody else does the same has changed nothing",
    async (status) => {
      const { service, other } = versioned([http]);
      service.beforeWrite = () => {
        other(dns);
        return json({}, { status });
      };
      const result = await addEntries(onPorts(service), [dns]);
      expect(result).toMatchObject({ changed: false, writes: 1, conflicts: 1 });
    },
  );

  it("by 429 while a lost one lands has changed the list after all", async () => {
    const service = portService([http]);
    service.beforeWrite = () => {
      if (service.count("PUT") === 1) return connectionError("ECONNRESET");
      service.ports = [http, dns];
      return json({}, { status: 429 });
    };
    const result = await addEntries(onPorts(service), [dns]);
    expect(result).toMatchObject({ changed: true, writes: 2, conflicts: 1 });
  });

  it("by 429 after one that was undone leaves it said that something was written", async () => {
    const service = portService([http]);
    service.afterWrite = () => {
      service.ports = [http, ssh];
    };
    service.beforeWrite = () => {
      if (service.count("PUT") === 1) return undefined;
      service.ports = [http, ssh, dns];
      return json({}, { status: 429 });
    };
    const result = await addEntries(onPorts(service, { onConflict: "reapply" }), [dns]);
    expect(result).toMatchObject({ changed: true, writes: 2, conflicts: 2 });
  });

  it("on the way, for good, rejects with that at once: nothing can have happened", async () => {
    const service = portService([http]);
    service.beforeWrite = () => connectionError("ECONNREFUSED");
    await expect(addEntries(onPorts(service, { retry: false }), [dns])).rejects.toMatchObject({
      name: "NetworkError",
      sent: false,
    });
    expect(methods(service)).toEqual(["GET", "PUT"]);
  });

  it("or lost is repeated as often as retries say", async () => {
    const service = portService([http]);
    service.beforeWrite = () => connectionError("ECONNRESET");
    const edit = addEntries(onPorts(service, { retry: { retries: 1 } }), [dns]);
    await expect(edit).rejects.toMatchObject({ name: "NetworkError" });
    expect(service.count("PUT")).toBe(2);
  });

  it("or lost is not repeated by a client that never retries", async () => {
    const service = portService([http]);
    service.beforeWrite = () => connectionError("ECONNRESET");
    const client = tinyClient({ fetch: service.fetch, retry: false });
    for (const target of [onPorts(service, { retry: false }), { ...onPorts(service), client }]) {
      await expect(addEntries(target, [dns])).rejects.toMatchObject({ name: "NetworkError" });
      expect(service.count("PUT")).toBe(1);
      service.asked.length = 0;
    }
  });
});

describe("the lock of a resource", () => {
  it("serves first come, first served, one at a time", async () => {
    const service = portService([]);
    const order: string[] = [];
    const slow = { allowEmpty: true };
    const edits = [1, 2, 3, 4, 5].map((port) =>
      editEntries<TinyPort>(onPorts(service, slow), async (ports) => {
        order.push(`begin ${port}`);
        await new Promise((resolve) => setImmediate(resolve));
        order.push(`end ${port}`);
        return [...ports, { port }];
      }),
    );
    const results = await Promise.all(edits);
    expect(order).toEqual([1, 2, 3, 4, 5].flatMap((port) => [`begin ${port}`, `end ${port}`]));
    expect(numbers(service)).toEqual([1, 2, 3, 4, 5]);
    expect(results.map(({ conflicts }) => conflicts)).toEqual([0, 0, 0, 0, 0]);
  });

  it("is not for whoever comes while another one has it, however many have given it back", async () => {
    const service = portService([]);
    const order: string[] = [];
    let letGo = (): void => {};
    const first = addEntries(onPorts(service), [dns]);
    const second = editEntries<TinyPort>(onPorts(service), async (ports) => {
      order.push("second in");
      await new Promise<void>((resolve) => {
        letGo = resolve;
      });
      order.push("second out");
      return [...ports, { port: 2 }];
    });
    await first;
    const third = editEntries<TinyPort>(onPorts(service), (ports) => {
      order.push("third in");
      return [...ports, { port: 3 }];
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    letGo();
    await Promise.all([second, third]);
    expect(order).toEqual(["second in", "second out", "third in"]);
  });

  it("is not for whoever comes after one that gave up waiting", async () => {
    const service = portService([]);
    const controller = new AbortController();
    const order: string[] = [];
    let letGo = (): void => {};
    const first = editEntries<TinyPort>(onPorts(service), async (ports) => {
      order.push("first in");
      await new Promise<void>((resolve) => {
        letGo = resolve;
      });
      order.push("first out");
      return [...ports, { port: 1 }];
    });
    const second = addEntries(onPorts(service, { signal: controller.signal }), [ssh]);
    controller.abort();
    await expect(second).rejects.toMatchObject({ name: "AbortedError" });
    const third = editEntries<TinyPort>(onPorts(service), (ports) => {
      order.push("third in");
      return [...ports, { port: 3 }];
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    letGo();
    await Promise.all([first, third]);
    expect(order).toEqual(["first in", "first out", "third in"]);
  });

  it("is left by whoever aborts while waiting, and the next in line is served", async () => {
    const service = portService([]);
    const controller = new AbortController();
    const order: number[] = [];
    const edit = (port: number, options: EditOptions = {}) =>
      editEntries<TinyPort>(onPorts(service, options), (ports) => {
        order.push(port);
        return [...ports, { port }];
      });
    const first = edit(1);
    const second = edit(2, { signal: controller.signal });
    const third = edit(3);
    controller.abort("enough");
    await expect(second).rejects.toMatchObject({ name: "AbortedError", cause: "enough" });
    await Promise.all([first, third]);
    expect(order).toEqual([1, 3]);
    expect(numbers(service)).toEqual([1, 3]);
  });

  it("is given back by an edit that fails", async () => {
    const service = portService([]);
    const fails = editEntries(onPorts(service), () => {
      throw new Error("mine");
    });
    const works = addEntries(onPorts(service), [dns]);
    await expect(fails).rejects.toThrow("mine");
    expect(await works).toMatchObject({ changed: true });
  });

  it("is another one for another resource", async () => {
    const service = portService([]);
    let letGo = (): void => {};
    const waits = editEntries(onPorts(service), () => {
      return new Promise<undefined>((resolve) => {
        letGo = () => resolve(undefined);
      });
    });
    const other = { ...onPorts(service), id: "t2" };
    expect(await addEntries(other, [dns])).toMatchObject({ changed: true });
    letGo();
    expect(await waits).toMatchObject({ changed: false });
  });

  it("may be one of the caller's, for many processes", async () => {
    const service = portService([]);
    const resources: string[] = [];
    const events: string[] = [];
    const signals: unknown[] = [];
    const { signal } = new AbortController();
    const lock: Lock = async (resource, task, ending) => {
      resources.push(resource);
      signals.push(ending);
      events.push("taken");
      try {
        return await task();
      } finally {
        events.push("given back");
      }
    };
    service.beforeRead = () => {
      events.push("read");
    };
    await addEntries(onPorts(service, { lock, signal }), [dns]);
    expect(signals).toEqual([signal]);
    expect(events).toEqual(["taken", "read", "read", "given back"]);
    expect(resources).toEqual(["https://api.example.org/things/t1/ports"]);
    await expect(
      addEntries(onPorts(service, { lock: () => Promise.reject(new Error("no lock")) }), [ssh]),
    ).rejects.toThrow("no lock");
    expect(numbers(service)).toEqual([53]);
  });
});

describe("an abort during an edit", () => {
  it.each([
    ["an edit", editEntries<TinyPort>],
    ["a plan", planEntries<TinyPort>],
  ])("ends %s whose function never settles, and gives the lock back", async (_, begin) => {
    const service = portService([http]);
    const controller = new AbortController();
    const { signal } = controller;
    const begun = begin(onPorts(service, { signal }), () => {
      queueMicrotask(() => controller.abort("enough"));
      return new Promise<never>(() => {});
    });
    await expect(begun).rejects.toMatchObject({ name: "AbortedError", cause: "enough" });
    expect(await addEntries(onPorts(service), [dns])).toMatchObject({ changed: true });
  });

  it("by the signal of the client ends what the function waits for, too", async () => {
    const service = portService([http]);
    const controller = new AbortController();
    const client = tinyClient({ fetch: service.fetch, signal: controller.signal });
    for (const begin of [editEntries<TinyPort>, planEntries<TinyPort>]) {
      const begun = begin({ ...onPorts(service), client }, () => new Promise<never>(() => {}));
      setTimeout(() => controller.abort("enough"), 5);
      await expect(begun).rejects.toMatchObject({ name: "AbortedError", cause: "enough" });
    }
  });

  it("by a function that then rejects leaves no rejection behind", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const edit = editEntries(onPorts(portService([http]), { signal }), () => {
      controller.abort("enough");
      return Promise.reject(new Error("mine"));
    });
    await expect(edit).rejects.toMatchObject({ name: "AbortedError", cause: "enough" });
    await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it("in the function that judges a conflict is no conflict", async () => {
    const service = portService([http]);
    const controller = new AbortController();
    service.afterWrite = () => {
      service.ports = [ssh];
    };
    const edit = editEntries<TinyPort>(
      onPorts(service, { signal: controller.signal }),
      async (ports) => {
        if (service.count("PUT")) controller.abort("enough");
        return [...ports, dns];
      },
    );
    await expect(edit).rejects.toMatchObject({ name: "AbortedError", cause: "enough" });
  });

  const steps = ["first read", "second read", "write", "verifying read"];
  for (const [at, step] of steps.entries()) {
    it(`in the ${step} ends it, sends nothing more, and gives the lock back`, async () => {
      const service = portService([http]);
      const controller = new AbortController();
      const fetch = (url: string, init: RequestInit): Promise<Response> => {
        if (service.asked.length === at) queueMicrotask(() => controller.abort("enough"));
        return service.asked.length === at
          ? service.fetch(url, init).then(() => new Promise<Response>(() => {}))
          : service.fetch(url, init);
      };
      const { signal } = controller;
      const edit = editEntries<TinyPort>(
        onPorts({ fetch }, { signal, retry: false }),
        async (ports) => [...ports, dns],
      );
      await expect(edit).rejects.toMatchObject({ name: "AbortedError", cause: "enough" });
      expect(service.asked).toHaveLength(at + 1);
      const next = await removeEntries(onPorts(service, { allowEmpty: true }), [{ port: 1 }]);
      expect(next.changed).toBe(false);
    });
  }

  const waits: [string, EditOptions, (service: ReturnType<typeof portService>) => void][] = [
    ["until the write has settled", { settleMs: 60_000 }, () => {}],
    [
      "between two verifying reads",
      { verify: { timeoutMs: 120_000, intervalMs: 60_000 } },
      (service) => {
        service.beforeWrite = () => json({});
      },
    ],
    [
      "before a lost write is repeated",
      { settleMs: 60_000 },
      (service) => {
        service.beforeWrite = () => connectionError("ECONNRESET");
      },
    ],
  ];
  for (const [name, options, prepare] of waits) {
    it(`in the wait ${name} ends it at once`, async () => {
      const service = portService([http]);
      prepare(service);
      const controller = new AbortController();
      const edit = addEntries(onPorts(service, { ...options, signal: controller.signal }), [dns]);
      setTimeout(() => controller.abort("enough"), 30);
      await expect(edit).rejects.toMatchObject({ name: "AbortedError", cause: "enough" });
    });
  }
});
