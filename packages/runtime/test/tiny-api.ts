import type { ClientSettings } from "../src/client/create-client.js";
import {
  type ApiRules,
  type CursorRule,
  createClient,
  type OffsetRule,
  type WriteRule,
} from "../src/kit.js";

/** A path map of ten lines, enough for every test of the runtime. */
export interface TinyPaths {
  "/things": {
    get: {
      parameters: { query?: { limit?: number; cursor?: string; offset?: number; name?: string } };
      responses: { 200: { content: { "application/json": { data: unknown[] } } } };
    };
    post: {
      requestBody: { content: { "application/json": { name: string } } };
      responses: { 200: { content: { "application/json": { id: string } } } };
    };
  };
  "/things/{id}": {
    get: {
      parameters: { path: { id: string } };
      responses: { 200: { content: { "application/json": { id: string; big?: string } } } };
    };
  };
  "/things/{id}/buy": {
    put: {
      parameters: { path: { id: string } };
      requestBody: { content: { "application/json": { months: number } } };
      responses: { 200: { content: { "application/json": object } } };
    };
  };
  "/things/{id}/ports": {
    put: {
      parameters: { path: { id: string } };
      requestBody: { content: { "application/json": { ports: object[] } } };
      responses: { 200: { content: { "application/json": object } } };
    };
  };
}

export const rules: ApiRules = {
  servers: ["https://api.example.org"],
  idempotent: {
    PUT: { "/things/{id}/buy": false, "/things/{id}/ports": false, "/things/{id}/names": false },
  },
  rateLimitCodes: ["Tiny.0022"],
  permanentCodes: ["Tiny.0011"],
  int64: ["big"],
  errorEnvelope: {
    code: ["error.code", "error_code", "code"],
    message: ["error.message", "error_msg", "message"],
    requestId: "x-request-id",
  },
};

export const cursorRule: CursorRule = {
  operation: "listThings",
  path: "/things",
  style: "cursor",
  items: "data",
  limit: "limit",
  position: "cursor",
  next: "next",
  more: "more",
};

export const offsetRule: OffsetRule = {
  operation: "listThings",
  path: "/things",
  style: "offset",
  items: "data",
  limit: "limit",
  position: "offset",
  total: "total",
};

export const portsRule = {
  operation: "replaceThingPorts",
  path: "/things/{id}/ports",
  read: "/things/{id}",
  id: "id",
  list: "ports",
  identity: ["port", "protocol"],
  ordered: false,
  maxItems: 5,
  fields: {
    port: { title: "a port", type: "integer", least: 1, most: 65535, required: true },
    protocol: { title: "TCP or UDP", type: "string", enum: ["TCP", "UDP"], default: "TCP" },
    target: { title: "a port", type: "integer", least: 1, most: 65535 },
  },
  readOnly: ["endpoint"],
} as const satisfies WriteRule;

/** A stand-in for a service: what a `fetch` is asked, taken apart. */
export type Stub = (url: string, init: StubInit) => Promise<Response>;

/** What a stub is asked, beside the address: as the last argument of `fetch`, but for its headers. */
export interface StubInit extends RequestInit {
  method: string;
  headers: Record<string, string>;
  body: string | null;
  signal: AbortSignal;
}

/**
 * Requests that wait for a response. A request that nobody holds may be collected, and its signal would
 * then never abort: Node ties the two by a weak reference.
 */
const held = new Set<Request>();

/** A `fetch` that asks a stub. */
export function fetchOf(stub: Stub): (request: Request) => Promise<Response> {
  return async (request) => {
    held.add(request);
    try {
      const { method, url, signal } = request;
      const headers = Object.fromEntries(request.headers);
      const body = request.body && ((await request.text()) || null);
      if (body !== null) signal.throwIfAborted();
      return await stub(url, { method, headers, body, signal });
    } finally {
      held.delete(request);
    }
  };
}

/** A client of the tiny API without waits worth mentioning. */
export function tinyClient({
  fetch,
  ...settings
}: Omit<Partial<ClientSettings>, "fetch"> & { fetch?: Stub } = {}) {
  return createClient<TinyPaths>(rules, {
    baseUrl: "https://api.example.org",
    userAgent: "tiny/1",
    authorize: () => ({ authorization: "Bearer tiny-secret-key" }),
    retry: { baseMs: 1, maxMs: 2 },
    ...settings,
    ...(fetch !== undefined && { fetch: typeof fetch === "function" ? fetchOf(fetch) : fetch }),
  });
}

/** What a stub was asked. */
export interface Asked {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
}

/** A fetch that responds from a list, the last response over and over, and notes what it was asked. */
export function responding(
  ...responses: (Response | Error | (() => Response | Promise<Response>))[]
) {
  const asked: Asked[] = [];
  const fetch: Stub = async (url, { method, headers, body }) => {
    const response = responses[Math.min(asked.length, responses.length - 1)];
    asked.push({ method, url, headers, body });
    if (response instanceof Error) throw response;
    if (typeof response === "function") return response();
    return (response as Response).clone();
  };
  return { fetch, asked };
}

export function json(body: unknown, init?: ResponseInit): Response {
  return new Response(JSON.stringify(body), init);
}

/** The error that Node's fetch throws when a connection breaks. */
export function connectionError(code: string): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
}
