import type { EditOptions, EditTarget } from "../src/kit.js";
import { type Asked, json, portsRule, tinyClient } from "./tiny-api.js";

export interface TinyPort {
  port: number;
  protocol?: "TCP" | "UDP";
  target?: number;
  endpoint?: string;
}

/** A service with the ports of one thing. Its hooks run around each request. */
export function portService(ports: unknown) {
  const service = {
    ports: ports as object[],
    asked: [] as Asked[],
    beforeRead: undefined as undefined | (() => unknown),
    beforeWrite: undefined as undefined | (() => unknown),
    afterWrite: undefined as undefined | (() => unknown),
    count: (method: string) => service.asked.filter((one) => one.method === method).length,
    async fetch(url: string, init: RequestInit): Promise<Response> {
      const { method = "GET" } = init;
      const body = init.body as string | null;
      service.asked.push({ method, url, headers: init.headers as Record<string, string>, body });
      const headers = { "x-request-id": `r${service.asked.length}` };
      if (method === "GET") {
        const instead = service.beforeRead?.();
        if (instead instanceof Response) return instead;
        return json({ id: "t1", ports: service.ports }, { headers });
      }
      const instead = service.beforeWrite?.();
      if (instead instanceof Response) return instead;
      if (instead instanceof Error) throw instead;
      const { ports: written } = JSON.parse(body ?? "") as { ports: TinyPort[] };
      service.ports = written.map((port) => ({ ...port, endpoint: `host:${port.port}` }));
      const lost = service.afterWrite?.();
      if (lost instanceof Error) throw lost;
      if (lost instanceof Response) return lost;
      return json({}, { headers });
    },
  };
  return service;
}

export function onPorts(
  service: { fetch: (url: string, init: RequestInit) => Promise<Response> },
  options: EditOptions = {},
): EditTarget {
  const client = tinyClient({ fetch: service.fetch });
  const quick = { settleMs: 0, verify: { timeoutMs: 40, intervalMs: 5 } };
  return { client, rule: portsRule, id: "t1", options: { ...quick, ...options } };
}
