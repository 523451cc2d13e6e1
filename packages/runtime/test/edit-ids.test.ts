import { describe, expect, it } from "vitest";
import {
  addEntries,
  applyEntriesPlan,
  type EditTarget,
  editEntries,
  type Lock,
  type Plan,
  planEntries,
  type ResourceId,
  type WriteRule,
} from "../src/kit.js";
import { portsRule, tinyClient } from "./tiny-api.js";
import { portService, type TinyPort } from "./tiny-ports.js";

const web: TinyPort = { port: 80, protocol: "TCP", target: 8080 };
const dns: TinyPort = { port: 53, protocol: "UDP", target: 5353 };

/** Ports below a path with two parameters, of which one is a number. */
const rule = {
  ...portsRule,
  path: "/zones/{zone-id}/firewalls/{number}/ports",
  read: "/zones/{zone-id}/firewalls/{number}",
  id: ["zone-id", "number"],
  numbers: ["number"],
} as const satisfies WriteRule;

type Service = ReturnType<typeof portService>;

function on(service: Service, id: unknown, options: EditTarget["options"] = {}): EditTarget {
  const client = tinyClient({ fetch: service.fetch });
  const quick = { verify: { timeoutMs: 40, intervalMs: 5 } };
  return { client, rule, id: id as ResourceId, options: { ...quick, ...options } };
}

const id = { "zone-id": "z/1", number: 7 };

describe("an edit below a path with several parameters", () => {
  it("sends all of them with every request", async () => {
    const service = portService([web]);
    await addEntries(on(service, id), [dns]);
    expect(service.asked.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
      "GET /zones/z%2F1/firewalls/7",
      "PUT /zones/z%2F1/firewalls/7/ports",
      "GET /zones/z%2F1/firewalls/7",
    ]);
  });

  it("is not affected by a caller who changes the id meanwhile", async () => {
    const service = portService([web]);
    const mine = { ...id };
    const edit = editEntries<TinyPort>(on(service, mine), (ports) => {
      mine.number = 8;
      return [...ports, dns];
    });
    await edit;
    expect(service.asked.every(({ url }) => url.includes("/firewalls/7"))).toBe(true);
  });

  it("locks the resource that all of them name, and no other", async () => {
    const held: string[] = [];
    const lock: Lock = (resource, task) => {
      held.push(resource);
      return task();
    };
    for (const each of [id, { "zone-id": "z", number: 17 }, { "zone-id": "z/1", number: 8 }]) {
      await addEntries(on(portService([web]), each, { lock }), [web]);
    }
    expect(held).toEqual([
      "https://api.example.org/zones/z%2F1/firewalls/7/ports",
      "https://api.example.org/zones/z/firewalls/17/ports",
      "https://api.example.org/zones/z%2F1/firewalls/8/ports",
    ]);
  });

  it("is refused inside an edit of the same resource, and named by all of them", async () => {
    const service = portService([web]);
    const edit = editEntries<TinyPort>(on(service, id), async (ports) => {
      await addEntries(on(service, { ...id }), [dns]);
      return ports;
    });
    await expect(edit).rejects.toThrow(
      "an edit of ports of z/1/7 was started inside an edit of ports of z/1/7",
    );
  });

  it.each<[string, unknown, string]>([
    ["a text", "z1", 'id must be an object with zone-id and number, not "z1"'],
    ["nothing", undefined, "id must be an object with zone-id and number, not missing"],
    ["a list", ["z1", 7], "id must be an object with zone-id and number, not a list"],
    [
      "one parameter",
      { "zone-id": "z1" },
      "id.number must be a number that names the resource, or its digits as text above 2^53 - 1, not missing",
    ],
    [
      "a text for a number",
      { "zone-id": "z1", number: "7a" },
      'id.number must be a number that names the resource, or its digits as text above 2^53 - 1, not "7a"',
    ],
    [
      "a number that may have been another one",
      { "zone-id": "z1", number: 2 ** 53 },
      "id.number must be a number that names the resource, or its digits as text above 2^53 - 1, not 9007199254740992",
    ],
    [
      "an empty one",
      { "zone-id": "", number: 7 },
      'id.zone-id must be a non-empty string that names the resource, not ""',
    ],
    [
      "half of a character",
      { "zone-id": "\ud800", number: 7 },
      "id.zone-id must be a non-empty string that names the resource",
    ],
    [
      "a parameter of another path",
      { ...id, zone: "z1" },
      'id has "zone"; it must have zone-id and number alone',
    ],
    [
      "an inherited one",
      Object.assign(Object.create({ number: 7 }), { "zone-id": "z1" }),
      "id.number must be a number that names the resource, or its digits as text above 2^53 - 1, not missing",
    ],
  ])("is refused before any request when the id is %s", async (_, given, message) => {
    const service = portService([web]);
    await expect(addEntries(on(service, given), [dns])).rejects.toMatchObject({
      name: "UsageError",
      message: expect.stringContaining(message),
    });
    expect(service.asked).toEqual([]);
  });

  it("is planned for all of them, and applied later where it was planned", async () => {
    const service = portService([web]);
    const stored = JSON.stringify(await planEntries<TinyPort>(on(service, id), { present: [dns] }));
    const plan: Plan<TinyPort> = JSON.parse(stored);
    expect(plan).toMatchObject({ id: "z/1/7", path: { "zone-id": "z/1", number: "7" } });
    const { client } = on(service, id);
    await applyEntriesPlan(
      { client, rule, options: { verify: { timeoutMs: 40, intervalMs: 5 } } },
      plan,
    );
    expect(service.ports).toHaveLength(2);
    expect(service.asked.every(({ url }) => url.includes("/zones/z%2F1/firewalls/7"))).toBe(true);
  });

  it.each([
    ["zone", { path: { "zone-id": "z2", number: "7" } }],
    ["number", { path: { "zone-id": "z/1", number: "8" } }],
    ["name", { id: "z2/7" }],
  ])("is not applied when somebody altered its %s", async (_, altered) => {
    const service = portService([web]);
    const plan = await planEntries<TinyPort>(on(service, id), { present: [dns] });
    const { client } = on(service, id);
    await expect(
      applyEntriesPlan({ client, rule }, { ...plan, ...altered } as typeof plan),
    ).rejects.toThrow("the plan was altered or truncated");
    expect(service.count("PUT")).toBe(0);
  });
});
