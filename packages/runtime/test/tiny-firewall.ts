import type { AnyEditOptions, EditTarget, EntriesRule, WriteRule } from "../src/kit.js";
import { type Asked, json, tinyClient } from "./tiny-api.js";

const port = {
  title: "a whole number, 1 to 65535",
  type: "integer",
  least: 1,
  most: 65_535,
} as const;
const text = { title: "a text", type: "string" } as const;

/** Two lists of one PUT, with nested fields, inner sets, and labels that an entry may lack. */
export const inbound = {
  list: "inbound",
  from: "/firewall/rules/in",
  identity: ["label", "/target/port"],
  optional: ["label"],
  ordered: false,
  maxItems: 4,
  fields: {
    label: text,
    target: {
      title: "an object",
      type: "object",
      fields: {
        port: { ...port, required: true },
        protocol: { title: "tcp or udp", type: "string", enum: ["tcp", "udp"], default: "tcp" },
        weight: { title: "a number, above 0", type: "number", above: 0 },
      },
      readOnly: ["state"],
      required: true,
    },
    sources: { title: "a list", type: "array", items: text, set: true },
    tags: { title: "an object", type: "object", fields: {}, others: text },
    note: { title: "a text or null", type: "string", nullable: true, default: "none" },
    secret: { title: "a text of 8 or more characters", type: "string", least: 8, secret: true },
  },
  readOnly: ["id"],
} as const satisfies EntriesRule;

export const outbound = {
  list: "/deep/outbound",
  from: "/firewall/out",
  identity: "value",
  ordered: false,
  fields: { port, to: text },
  readOnly: ["id"],
} as const satisfies EntriesRule;

export const firewallRule = {
  operation: "replaceFirewall",
  path: "/things/{id}/names",
  read: "/things/{id}",
  id: "id",
  lists: [inbound, outbound],
  maxTotal: 6,
  keep: [
    { to: "name", from: "/firewall/name", ...text },
    { to: "/deep/on", from: "/firewall/on", title: "a boolean", type: "boolean" },
  ],
} as const satisfies WriteRule;

export const versionedRule = {
  ...firewallRule,
  version: { to: "version", from: "/firewall/version" },
} as const satisfies WriteRule;

/** A service with one firewall, whose version counts its writes and must be the latest where one is sent. */
export function firewallService(rules: { in?: unknown; out?: unknown } = {}) {
  const service = {
    in: (rules.in ?? []) as object[],
    out: (rules.out ?? []) as object[],
    name: "front",
    on: true as boolean | null,
    version: 1,
    /** How an old version is refused. */
    refusal: 409,
    asked: [] as Asked[],
    beforeWrite: undefined as undefined | (() => unknown),
    afterWrite: undefined as undefined | (() => unknown),
    count: (method: string) => service.asked.filter((one) => one.method === method).length,
    async fetch(url: string, init: RequestInit): Promise<Response> {
      const { method = "GET" } = init;
      const body = init.body as string | null;
      service.asked.push({ method, url, headers: init.headers as Record<string, string>, body });
      const { name, on, version, out } = service;
      if (method === "GET") {
        return json({ firewall: { rules: { in: service.in }, out, name, on, version } });
      }
      const instead = service.beforeWrite?.();
      if (instead instanceof Response) return instead;
      if (instead instanceof Error) throw instead;
      const sent = JSON.parse(body ?? "");
      if (sent.version !== undefined && sent.version !== service.version) {
        return json({ code: "Old" }, { status: service.refusal });
      }
      service.in = sent.inbound;
      service.out = sent.deep.outbound;
      service.name = sent.name;
      service.on = sent.deep.on;
      service.version++;
      const lost = service.afterWrite?.();
      if (lost instanceof Error) throw lost;
      return lost instanceof Response ? lost : json({});
    },
    sent: (index = -1): unknown =>
      JSON.parse(service.asked.filter(({ method }) => method === "PUT").at(index)?.body ?? "null"),
  };
  return service;
}

/** An edit of one of its lists. */
export function onFirewall(
  service: { fetch: (url: string, init: RequestInit) => Promise<Response> },
  list: string = inbound.list,
  options: AnyEditOptions = {},
  rule: WriteRule = firewallRule,
): EditTarget {
  const client = tinyClient({ fetch: service.fetch });
  const quick = { settleMs: 0, verify: { timeoutMs: 40, intervalMs: 5 } };
  return { client, rule, list, id: "f1", options: { ...quick, ...options } };
}
