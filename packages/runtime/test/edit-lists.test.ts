import { describe, expect, it, vi } from "vitest";
import {
  addEntries,
  applyEntriesPlan,
  editEntries,
  editLists,
  ensureEntries,
  planEntries,
  removeEntries,
  replaceEntries,
  verifyEntries,
  type WriteRule,
} from "../src/kit.js";
import { connectionError, json } from "./tiny-api.js";
import {
  firewallRule,
  firewallService,
  inbound,
  onFirewall,
  outbound,
  versionedRule,
} from "./tiny-firewall.js";

const web = { label: "web", target: { port: 80, protocol: "tcp" }, sources: ["10.0.0.0/8"] };
const dns = { label: "dns", target: { port: 53, protocol: "udp" } };
const bare = { target: { port: 22 } };
const out = { port: 443, to: "any" };

describe("one of several lists of a PUT", () => {
  it("is written at its pointer, and the others with it as they were read last", async () => {
    const service = firewallService({ in: [{ ...web, id: "r1" }], out: [{ ...out, id: "r2" }] });
    const result = await addEntries(onFirewall(service), [dns]);
    expect(service.sent()).toEqual({
      inbound: [web, dns],
      deep: { outbound: [out], on: true },
      name: "front",
    });
    expect(result).toMatchObject({ changed: true, plan: { list: "inbound", added: [dns] } });
    await removeEntries(onFirewall(service, outbound.list, { allowEmpty: true }), [out]);
    expect(service).toMatchObject({ in: [web, dns], out: [], name: "front", on: true });
  });

  it("must be named, and be one of them", async () => {
    const service = firewallService();
    const { list: _, ...unnamed } = onFirewall(service);
    for (const target of [unnamed, { ...unnamed, list: "outbound" }]) {
      await expect(addEntries(target, [dns])).rejects.toThrow(
        "replaceFirewall writes inbound, /deep/outbound: list must be one of them",
      );
    }
    expect(service.asked).toEqual([]);
  });

  it("is named in errors by where it stands", async () => {
    const service = firewallService({ out: "none" });
    await expect(addEntries(onFirewall(service), [dns])).rejects.toThrow(
      'deep.outbound of f1: GET /things/{id} returned "firewall.out" with no list: "none"',
    );
    await expect(addEntries(onFirewall(service, outbound.list), [{ port: 0 }])).rejects.toThrow(
      "deep.outbound[0].port must be a whole number, 1 to 65535, not 0",
    );
  });

  it("is written again when another list moved meanwhile, and the newer one is sent", async () => {
    const service = firewallService({ in: [web], out: [out] });
    const result = await editEntries<object>(onFirewall(service), async (rules) => {
      service.out = [];
      return [...rules.filter((rule) => !("label" in rule && rule.label === "dns")), dns];
    });
    expect(result).toMatchObject({ changed: true, conflicts: 1 });
    expect(service).toMatchObject({ in: [web, dns], out: [] });
  });

  it("whose write loses an entry of another list is an error that names both", async () => {
    const service = firewallService({ in: [web], out: [out] });
    service.afterWrite = () => {
      service.out = [{ port: 80 }];
    };
    await expect(addEntries(onFirewall(service), [dns])).rejects.toMatchObject({
      name: "ConcurrentWriteError",
      message: expect.stringMatching(
        /^inbound of f1: .*; in deep.outbound: missing: \{"port":443,"to":"any"\}; unexpected: \{"port":80\}$/,
      ),
      missing: [],
      fields: [{ name: "deep.outbound", desired: [out], observed: [{ port: 80 }] }],
    });
  });

  it("shares one lock with the others: an edit inside an edit of another list is refused", async () => {
    const service = firewallService({ in: [web], out: [out] });
    const edit = editEntries<object>(onFirewall(service), async () => {
      await addEntries(onFirewall(service, outbound.list), [{ port: 1 }]);
      return undefined;
    });
    await expect(edit).rejects.toThrow(
      "an edit of deep.outbound of f1 was started inside an edit of inbound of f1",
    );
    await Promise.all([
      addEntries(onFirewall(service), [dns]),
      addEntries(onFirewall(service, outbound.list), [{ port: 1 }]),
    ]);
    expect(service).toMatchObject({ in: [web, dns], out: [out, { port: 1 }] });
  });

  it("has a plan that no other list takes", async () => {
    const service = firewallService({ in: [web], out: [out] });
    const plan = await planEntries(onFirewall(service, outbound.list), { replace: [{ port: 1 }] });
    const { id: _, ...target } = onFirewall(service);
    await expect(applyEntriesPlan(target, plan)).rejects.toThrow(
      "the plan is for /deep/outbound of f1, not for inbound",
    );
    expect(service.count("PUT")).toBe(0);
    await applyEntriesPlan({ ...target, list: outbound.list }, plan);
    expect(service).toMatchObject({ in: [web], out: [{ port: 1 }] });
  });

  it("has a limit of its own, and one together with the others", async () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => ({ port: at + 1 }));
    const service = firewallService({ in: [web, dns], out: many(3) });
    const rules = [1, 2, 3, 4, 5].map((port) => ({ target: { port } }));
    await expect(addEntries(onFirewall(service), rules)).rejects.toThrow(
      "inbound has 5 entries, at most 4 are allowed",
    );
    expect(service.asked).toEqual([]);
    await expect(addEntries(onFirewall(service), rules.slice(0, 2))).rejects.toThrow(
      "inbound and deep.outbound of f1 have 7 entries together, at most 6 are allowed",
    );
    expect(service.count("PUT")).toBe(0);
    await addEntries(onFirewall(service), rules.slice(0, 1));
    const full = firewallService({ out: many(9) });
    await removeEntries(onFirewall(full, outbound.list), [{ port: 9 }]);
    expect(full.out).toHaveLength(8);
  });
});

describe("fields that are kept at pointers", () => {
  it("are set in the shape of the body, each checked before any request", async () => {
    const service = firewallService({ in: [web] });
    const edit = (also: object) => addEntries(onFirewall(service, inbound.list, { also }), [web]);
    await expect(edit({ deep: { on: "yes" } })).rejects.toThrow(
      'also.deep.on must be a boolean, not "yes"',
    );
    await expect(edit({ deep: { onn: true } })).rejects.toThrow(
      'also.deep has no option "onn": did you mean on?',
    );
    await expect(edit({ deep: { outbound: [] } })).rejects.toThrow("also.deep has no option");
    await expect(edit({ deep: true })).rejects.toThrow(
      "the options of also.deep must be an object",
    );
    expect(service.asked).toEqual([]);
    await edit({ deep: { on: false } });
    expect(service).toMatchObject({ on: false, name: "front", in: [web] });
  });

  it("are compared after the write, and named by where they stand", async () => {
    const service = firewallService({ in: [web] });
    service.afterWrite = () => {
      service.on = false;
    };
    await expect(addEntries(onFirewall(service), [dns])).rejects.toMatchObject({
      message: expect.stringContaining("deep.on is false, not true"),
      fields: [{ name: "deep.on", desired: true, observed: false }],
    });
  });
});

describe("an entry with nested fields", () => {
  it.each<[object, string]>([
    [{ target: { port: 0 } }, "inbound[1].target.port must be a whole number, 1 to 65535, not 0"],
    [{ target: {} }, "inbound[1].target.port must be a whole number, 1 to 65535, not missing"],
    [{}, "inbound[1].target must be an object, not missing"],
    [{ target: [80] }, "inbound[1].target must be an object, not a list"],
    [{ target: { port: 1, prot: "tcp" } }, "inbound[1].target has no option"],
    [{ target: { port: 1, protocol: "icmp" } }, "inbound[1].target.protocol must be tcp or udp"],
    [
      { target: { port: 1, weight: 0 } },
      "inbound[1].target.weight must be a number, above 0, not 0",
    ],
    [{ ...bare, sources: "all" }, 'inbound[1].sources must be a list, not "all"'],
    [{ ...bare, sources: ["a", 5] }, "inbound[1].sources[1] must be a text, not 5"],
    [{ ...bare, tags: { a: 5 } }, "inbound[1].tags.a must be a text, not 5"],
    [{ ...bare, label: null }, "inbound[1].label must be a text, not null"],
  ])(
    "is refused before any request, with the path of what is wrong: %j",
    async (entry, message) => {
      const service = firewallService({ in: [web] });
      for (const write of [addEntries, replaceEntries, verifyEntries]) {
        await expect(write(onFirewall(service), [dns, entry])).rejects.toThrow(message);
      }
      expect(service.asked).toEqual([]);
    },
  );

  it("never has its secret in a message", async () => {
    const service = firewallService();
    const error = await addEntries(onFirewall(service), [{ ...bare, secret: "hunter2" }]).catch(
      (thrown: unknown) => thrown,
    );
    expect(String(error)).toContain("inbound[0].secret must be a text of 8 or more characters");
    expect(String(error)).not.toContain("hunter2");
    const twice = { ...bare, secret: "correct horse" };
    const repeated = await addEntries(onFirewall(service), [twice, twice]).catch(
      (thrown: unknown) => thrown,
    );
    expect(String(repeated)).toMatch(/"secret":"\[redacted\]".* twice/);
    expect(String(repeated)).not.toContain("correct horse");
  });

  it("is the same with inner sets in another order, nested defaults, and what only the service sets", async () => {
    const shown = {
      label: "web",
      target: { protocol: "TCP", port: 80, state: "up" },
      sources: ["b", "a"],
      note: "none",
    };
    const service = firewallService({ in: [shown] });
    const same = { label: "web", target: { port: 80 }, sources: ["a", "b"] };
    expect(await addEntries(onFirewall(service), [same])).toMatchObject({ changed: false });
    await addEntries(onFirewall(service), [dns]);
    const { state: _, ...target } = shown.target;
    expect(service.sent()).toHaveProperty("inbound", [{ ...shown, target }, dns]);
    const less = { ...same, sources: ["a", "a"] };
    expect(await verifyEntries(onFirewall(service), [less, dns])).toMatchObject({ matches: false });
  });

  it("may hold null where that is another value than the default", async () => {
    const service = firewallService({ in: [dns] });
    await ensureEntries(onFirewall(service), { present: [{ ...dns, note: null }] });
    expect(service.in).toEqual([{ ...dns, note: null }]);
  });

  it("that is ensured keeps what nobody spoke of, at any depth, but for names that are data", async () => {
    const there = { ...web, target: { port: 80, weight: 2, zone: "z" }, tags: { a: "1" } };
    const service = firewallService({ in: [there] });
    const desired = { label: "web", target: { port: 80, weight: 3 }, tags: { b: "2" } };
    await ensureEntries(onFirewall(service), { present: [desired] });
    expect(service.in).toEqual([
      { ...web, target: { port: 80, weight: 3, zone: "z" }, tags: { b: "2" } },
    ]);
  });

  it("may get a field that only the service knows, where the service shows it", async () => {
    const there = { ...web, target: { port: 80, zone: "z" } };
    const service = firewallService({ in: [there] });
    const add = (entry: object) =>
      editEntries<object>(onFirewall(service), (rules) => [...rules, entry]);
    await expect(add({ label: "x", target: { port: 1, zon: "y" } })).rejects.toThrow(
      'inbound[1].target has no option "zon": did you mean zone?',
    );
    await expect(add({ label: "x", target: { port: 1 }, zone: "y" })).rejects.toThrow(
      'inbound[1] has no option "zone"',
    );
    await add({ label: "x", target: { port: 1, zone: "y" } });
    expect(service.in).toHaveLength(2);
  });

  it("that the service adds fields to, at any depth, is as it was written", async () => {
    const service = firewallService({ in: [web] });
    service.afterWrite = () => {
      service.in = service.in.map((rule) => ({
        ...rule,
        target: { ...Object(rule).target, zone: "z" },
      }));
    };
    expect(await addEntries(onFirewall(service), [dns])).toMatchObject({ conflicts: 0 });
  });
});

describe("entries that lack an optional field of their identity", () => {
  it("do not make the list unreadable, and are told apart by their value", async () => {
    const other = { target: { port: 22 }, sources: ["a"] };
    const service = firewallService({
      in: [web, bare, other, { ...bare, label: null, sources: [] }],
    });
    await removeEntries(onFirewall(service), [other]);
    expect(service.in).toEqual([web, bare, { ...bare, label: null, sources: [] }]);
    expect(await addEntries(onFirewall(service), [bare])).toMatchObject({ changed: false });
    await removeEntries(onFirewall(service), [{ label: "web", target: { port: 80 } }]);
    expect(service.in).toHaveLength(2);
  });

  it("must be given whole to be removed: a part would be another entry", async () => {
    const service = firewallService({ in: [bare] });
    await expect(removeEntries(onFirewall(service), [{ target: {} }])).rejects.toThrow(
      "inbound[0].target.port must be a whole number, 1 to 65535, not missing",
    );
    await expect(removeEntries(onFirewall(service), [{ ...bare, sources: "all" }])).rejects.toThrow(
      'inbound[0].sources must be a list, not "all"',
    );
    await expect(
      removeEntries(onFirewall(service, outbound.list), [{ port: "443" }]),
    ).rejects.toThrow('deep.outbound[0].port must be a whole number, 1 to 65535, not "443"');
    expect(service.asked).toEqual([]);
  });

  it("still need the rest of it", async () => {
    const service = firewallService({ in: [{ label: "web" }] });
    await expect(addEntries(onFirewall(service), [dns])).rejects.toThrow(
      'inbound of f1: GET /things/{id} returned "firewall.rules.in" with an entry without target.port',
    );
  });
});

describe("entries that are told apart by their value", () => {
  it("are removed one by one, whatever objects they hold", async () => {
    const [a, b] = [
      { port: 1, to: "a" },
      { port: 1, to: "b" },
    ];
    const service = firewallService({ out: [a, b] });
    await removeEntries(onFirewall(service, outbound.list), [b]);
    expect(service.out).toEqual([a]);
    await ensureEntries(onFirewall(service, outbound.list), { present: [b], absent: [a] });
    expect(service.out).toEqual([b]);
  });

  it("are the same under fields that only the service knows", async () => {
    const service = firewallService({ out: [{ ...out, created: "today" }] });
    const target = onFirewall(service, outbound.list, { allowEmpty: true });
    expect(await addEntries(target, [out])).toMatchObject({ changed: false });
    await removeEntries(target, [out]);
    expect(service.out).toEqual([]);
  });
});

describe("entries that are told apart by their position", () => {
  const slots = { ...outbound, identity: "position", ordered: true } as const;
  const rule: WriteRule = { ...firewallRule, lists: [inbound, slots] };
  const slotted = (service: ReturnType<typeof firewallService>) =>
    onFirewall(service, slots.list, {}, rule);

  it("are replaced and edited, and a plan says which one changes", async () => {
    const service = firewallService({ out: [{ port: 1 }, { port: 2 }] });
    const result = await editEntries<object>(slotted(service), ([first]) => [
      first ?? {},
      { port: 3 },
    ]);
    expect(result.plan).toMatchObject({
      added: [],
      removed: [],
      changed: [{ base: { port: 2 }, desired: { port: 3 } }],
    });
    await replaceEntries(slotted(service), [{ port: 3 }, { port: 3 }]);
    expect(service.out).toEqual([{ port: 3 }, { port: 3 }]);
  });

  it("are not added, removed or ensured, before any request", async () => {
    const service = firewallService({ out: [{ port: 1 }] });
    const refused = "entries of deep.outbound are identified only by their position";
    await expect(addEntries(slotted(service), [out])).rejects.toThrow(refused);
    await expect(removeEntries(slotted(service), [out])).rejects.toThrow(refused);
    await expect(ensureEntries(slotted(service), { present: [out] })).rejects.toThrow(refused);
    await expect(planEntries(slotted(service), { present: [out] })).rejects.toThrow(refused);
    expect(service.asked).toEqual([]);
  });
});

describe("an edit of very many entries with nested fields, inner sets and no label", () => {
  it("takes work in proportion to them", async () => {
    const { maxItems: _, ...open } = inbound;
    const { maxTotal: __, ...unlimited } = firewallRule;
    const rule: WriteRule = { ...unlimited, lists: [open, outbound] };
    // A read that has grown old is repeated: on a busy machine that would count as work.
    vi.spyOn(performance, "now").mockReturnValue(0);
    const work = async (count: number): Promise<number> => {
      const rules = Array.from({ length: count }, (_, at) => ({
        target: { port: at + 1, state: "up" },
        sources: ["b", "a"],
      }));
      const service = firewallService({ in: rules, out: rules.map((_, at) => ({ port: at + 1 })) });
      const spy = vi.spyOn(JSON, "stringify");
      await addEntries(onFirewall(service, inbound.list, {}, rule), [{ target: { port: 60_000 } }]);
      const calls = spy.mock.calls.length;
      spy.mockRestore();
      expect(service.in).toHaveLength(count + 1);
      return calls;
    };
    const [some, twice] = [await work(1_000), await work(2_000)];
    vi.restoreAllMocks();
    expect(twice / some).toBeLessThan(2.1);
    expect(some / 1_000).toBeLessThan(70);
  });
});

interface Lists {
  inbound: object[];
  deep: { outbound: object[] };
}

describe("an edit of all lists of a PUT", () => {
  it("is one write, in the shape of its body", async () => {
    const service = firewallService({ in: [web], out: [out] });
    const result = await editLists<Lists>(onFirewall(service), ({ inbound: rules, deep }) => ({
      inbound: [...rules, dns],
      deep: { outbound: [...deep.outbound, { port: 1 }] },
    }));
    expect(service).toMatchObject({ in: [web, dns], out: [out, { port: 1 }] });
    expect(service.count("PUT")).toBe(1);
    expect(result).toMatchObject({
      changed: true,
      writes: 1,
      base: { inbound: [web], deep: { outbound: [out] } },
      observed: { inbound: [web, dns], deep: { outbound: [out, { port: 1 }] } },
      plans: [
        { list: "inbound", added: [dns] },
        { list: "/deep/outbound", added: [{ port: 1 }] },
      ],
    });
  });

  it("leaves a list alone that is left out, and all of them for undefined", async () => {
    const service = firewallService({ in: [web], out: [out] });
    await editLists<Lists>(onFirewall(service), () => ({ inbound: [dns] }));
    expect(service).toMatchObject({ in: [dns], out: [out] });
    const result = await editLists<Lists>(onFirewall(service), () => undefined);
    expect(result).toMatchObject({ changed: false });
  });

  it.each<[object, string]>([
    [{ inbond: [] }, 'lists of f1: the new lists has no option "inbond": did you mean inbound?'],
    [{ deep: { on: false } }, "the new lists.deep has no option"],
    [{ deep: { outbound: [{ port: 0 }] } }, "deep.outbound[0].port must be a whole number"],
    [{ inbound: [] }, "inbound would become empty; if that is intended, pass allowEmpty: true"],
  ])("refuses %j, and writes nothing", async (lists, message) => {
    const service = firewallService({ in: [web], out: [out] });
    const edit = editLists<Lists>(onFirewall(service), () => lists);
    await expect(edit).rejects.toThrow(message);
    expect(service.count("PUT")).toBe(0);
  });

  it("tells of the list that is not as written", async () => {
    const service = firewallService({ in: [web], out: [out] });
    service.afterWrite = () => {
      service.out = [];
    };
    const edit = editLists<Lists>(onFirewall(service), () => ({ inbound: [web, dns] }));
    await expect(edit).rejects.toMatchObject({
      name: "ConcurrentWriteError",
      message: expect.stringMatching(/^lists of f1: deep.outbound of f1: .*missing: \{/),
      missing: [out],
      fields: [],
    });
  });
});

describe("a version in the body", () => {
  const versioned = (service: ReturnType<typeof firewallService>, options = {}) =>
    onFirewall(service, inbound.list, options, versionedRule);

  it("is sent back as the latest read showed it", async () => {
    const service = firewallService({ in: [web] });
    await editEntries<object>(versioned(service), async (rules) => {
      // Of a field that no write of ours sets: nothing has moved but the version.
      service.version = 7;
      return [...rules, dns];
    });
    expect(service.sent()).toMatchObject({ version: 7 });
    expect(service.count("PUT")).toBe(1);
  });

  it.each([409, 412, 400, 422])(
    "that is old, refused with %i, starts over on what is there now",
    async (refusal) => {
      const service = firewallService({ in: [web], out: [out] });
      service.refusal = refusal;
      let others = 1;
      service.beforeWrite = () => {
        if (others-- < 1) return;
        service.in = [...service.in, bare];
        service.version++;
      };
      const result = await addEntries(versioned(service), [dns]);
      expect(result).toMatchObject({ changed: true, conflicts: 1, writes: 2, recovered: false });
      expect(service.in).toEqual([web, bare, dns]);
    },
  );

  it("that is always refused ends, with the refusal as cause", async () => {
    const service = firewallService({ in: [web] });
    service.beforeWrite = () => json({ message: "busy" }, { status: 409 });
    await expect(addEntries(versioned(service), [dns])).rejects.toMatchObject({
      name: "ConcurrentWriteError",
      message: expect.stringContaining("every write was refused as based on an older version"),
      cause: { status: 409 },
    });
    expect(service.count("PUT")).toBe(5);
  });

  it.each([400, 401, 403, 404, 422])(
    "that is the latest makes no other refusal of it: %i is the service's response",
    async (status) => {
      const service = firewallService({ in: [web] });
      service.beforeWrite = () => json({}, { status });
      await expect(addEntries(versioned(service), [dns])).rejects.toMatchObject({ status });
      expect(service.count("PUT")).toBe(1);
    },
  );

  it("that the service does not show ends the edit before any write", async () => {
    const service = firewallService({ in: [web] });
    service.version = null as unknown as number;
    await expect(addEntries(versioned(service), [dns])).rejects.toThrow(
      "inbound and deep.outbound of f1: the service did not return firewall.version, and a write without it could undo somebody else's write",
    );
    expect(service.count("PUT")).toBe(0);
  });

  it("keeps a write whose response was lost from being done twice", async () => {
    const service = firewallService({ in: [web] });
    let lost = 1;
    service.afterWrite = () => (lost-- > 0 ? connectionError("ECONNRESET") : undefined);
    const result = await addEntries(versioned(service), [dns]);
    expect(result).toMatchObject({ changed: true, recovered: true, writes: 1 });
    expect(service.version).toBe(2);
  });
});
