import type { AnyEditOptions, EditTarget, WriteRule } from "../src/kit.js";
import { type Asked, json, tinyClient } from "./tiny-api.js";

/** A list of plain strings beside a switch that the service turns off when a PUT leaves it out. */
export const namesRule = {
  operation: "replaceThingNames",
  path: "/things/{id}/names",
  read: "/things/{id}",
  id: "id",
  list: "names",
  identity: [],
  ordered: false,
  maxItems: 4,
  keep: [{ to: "guarded", title: "a boolean", type: "boolean" }],
  failures: "failed",
  entry: { type: "string", title: "a name of small letters", pattern: "^[a-z]+$", most: 8 },
  fields: {},
  readOnly: [],
} as const satisfies WriteRule;

/** A service with the names of one thing. */
export function nameService(names: unknown, guarded: boolean | null = false) {
  const service = {
    thing: { names, guarded } as { names: unknown; guarded: boolean | null },
    asked: [] as Asked[],
    afterWrite: undefined as undefined | (() => unknown),
    count: (method: string) => service.asked.filter((one) => one.method === method).length,
    async fetch(url: string, init: RequestInit): Promise<Response> {
      const { method = "GET" } = init;
      const body = init.body as string | null;
      service.asked.push({ method, url, headers: init.headers as Record<string, string>, body });
      if (method === "GET") return json({ id: "t1", ...service.thing });
      const { names: written, guarded: on = false } = JSON.parse(body ?? "");
      service.thing = { names: written, guarded: on };
      const instead = service.afterWrite?.();
      if (instead instanceof Error) throw instead;
      return json(instead ?? {});
    },
  };
  return service;
}

/** An edit of them. */
export function onNames(
  service: { fetch: (url: string, init: RequestInit) => Promise<Response> },
  options: AnyEditOptions = {},
): EditTarget {
  const client = tinyClient({ fetch: service.fetch });
  const quick = { settleMs: 0, verify: { timeoutMs: 40, intervalMs: 5 } };
  return { client, rule: namesRule, id: "t1", options: { ...quick, ...options } };
}
