import { describe, expect, it } from "vitest";
import { EntryList } from "../src/edits/compare.js";
import { makePlan } from "../src/edits/plan.js";
import type { EntriesRule, Entry } from "../src/edits/rule.js";
import { formatPlan } from "../src/index.js";
import { planEntries } from "../src/kit.js";
import { portsRule } from "./tiny-api.js";
import { inbound } from "./tiny-firewall.js";
import { onPorts, portService, type TinyPort } from "./tiny-ports.js";

function planned(rule: EntriesRule, base: Entry[], desired: Entry[]) {
  const target = { operation: "replaceIt", resource: "https://x.example/t1", id: "t1" };
  const lists = [new EntryList(rule, base), new EntryList(rule, desired)] as const;
  return makePlan({ ...target, list: rule.list }, ...lists);
}

const names: EntriesRule = {
  list: "/deep/names",
  identity: [],
  ordered: true,
  fields: {},
  entry: { title: "a text", type: "string" },
};

describe("a plan is printed", () => {
  it("with a summary and one line per entry, old and new where they differ", async () => {
    const service = portService([
      { port: 22, protocol: "TCP", endpoint: "host:22" },
      { port: 53, protocol: "UDP", target: 5353, endpoint: "host:53" },
      { port: 80, protocol: "TCP" },
      { port: 443, protocol: "TCP" },
    ]);
    const plan = await planEntries<TinyPort>(onPorts(service), {
      present: [
        { port: 53, protocol: "UDP", target: 5354 },
        { port: 9000, protocol: "TCP" },
      ],
      absent: [{ port: 22 }],
    });
    expect(formatPlan(plan)).toBe(
      [
        "ports of t1: 1 to add, 1 to remove, 1 to change, 2 kept",
        "  + port 9000, protocol TCP",
        "  - port 22, protocol TCP, endpoint host:22",
        "  ~ port 53, protocol UDP, target 5353 -> 5354",
      ].join("\n"),
    );
    expect(formatPlan(JSON.parse(JSON.stringify(plan)))).toBe(formatPlan(plan));
  });

  it("in one line if it changes nothing", () => {
    expect(formatPlan(planned(portsRule, [{ port: 80 }], [{ port: 80, protocol: "TCP" }]))).toBe(
      "ports of t1: nothing to change, 1 kept",
    );
  });

  it("with fields that are new or go", () => {
    const plan = planned(portsRule, [{ port: 80, target: 1 }], [{ port: 80, protocol: "TCP" }]);
    expect(formatPlan(plan)).toContain(
      "~ port 80, target 1 -> (not set), protocol (not set) -> TCP",
    );
  });

  it("with plain strings, and with a new order if that matters", () => {
    expect(formatPlan(planned(names, ["a", "b"], ["b", "a", "c d"]))).toBe(
      'deep.names of t1: 1 to add, a new order, 2 kept\n  + "c d"',
    );
    const unordered = { ...names, ordered: false };
    expect(formatPlan(planned(unordered, ["a", "b"], ["b", "a"]))).toContain("nothing to change");
  });

  it("without its secrets, wherever they stand", () => {
    const rule: EntriesRule = {
      ...inbound,
      fields: {
        ...inbound.fields,
        login: {
          title: "an object",
          type: "object",
          fields: {},
          others: { title: "a text", type: "string", secret: true },
        },
      },
    };
    const entry = { label: "a", target: { port: 1 }, secret: "correct horse" };
    const plan = planned(
      rule,
      [entry],
      [
        { ...entry, secret: "battery staple" },
        { label: "b", target: { port: 2 }, login: { pin: "hunter2" } },
      ],
    );
    expect(plan.secrets).toEqual(["pin", "secret"]);
    const text = formatPlan(plan);
    expect(text).not.toMatch(/correct|battery|hunter2/);
    expect(text).toContain("secret [redacted] -> [redacted]");
    expect(text).toContain('login {"pin":"[redacted]"}');
    const keys = { ...names, entry: { title: "a key", type: "string", secret: true } } as const;
    expect(formatPlan(planned(keys, [], ["hunter2"]))).toContain("+ [redacted]");
  });

  it.each([
    ["a text that looks like another type", "9000", '"9000"'],
    ["a word of JSON", "null", '"null"'],
    ["what separates fields", "a, b -> c", '"a, b -> c"'],
    ["what hides a secret", "[redacted]", '"[redacted]"'],
    ["an address", "10.0.0.0/8", "10.0.0.0/8"],
    ["Chinese", "训练", "训练"],
    ["nothing", "", '""'],
    ["an escape sequence of a terminal", "\u001b[2J", String.raw`"\u001b[2J"`],
    ["a direction mark", "a\u202eb", String.raw`"a\u202eb"`],
    ["several lines", "a\n  + b", String.raw`"a\n  + b"`],
  ])("so that %s is not taken for something else", (_, value, shown) => {
    expect(formatPlan(planned(names, [], [value])).split("\n")).toEqual([
      "deep.names of t1: 1 to add, 0 kept",
      `  + ${shown}`,
    ]);
  });

  it("only if it is whole", () => {
    const plan = planned(portsRule, [], [{ port: 80 }]);
    expect(() => formatPlan({ ...plan, added: [] })).toThrow("the plan was altered or truncated");
    expect(() => formatPlan(JSON.parse("{}"))).toThrow("is not a plan");
  });
});

it("a field of the service's cannot pass for another one by its name", async () => {
  const service = portService([{ port: 80, protocol: "TCP", "x, port 22": 1 }]);
  const plan = await planEntries<TinyPort>(onPorts(service), {
    absent: [{ port: 80 }],
    present: [{ port: 81 }],
  });
  expect(formatPlan(plan)).toContain('  - port 80, protocol TCP, "x, port 22" 1');
});
