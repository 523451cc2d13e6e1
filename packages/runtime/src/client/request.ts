import type { Call, Outgoing } from "../transport/call.js";
import { bodyForNone, ownConnection, type PlatformInit } from "../transport/sent-once.js";

type PlannedInit = RequestInit & { method: string; headers: Headers };

/**
 * What openapi-fetch builds instead of a `Request` when no middleware will see it. This makes a call over a
 * socket a tenth faster on Node.
 */
export class PlannedRequest {
  readonly url: string;
  readonly method: string;
  readonly #init: PlannedInit;

  constructor(url: string, init: PlannedInit) {
    this.url = url;
    this.method = init.method;
    this.#init = init;
  }

  init(): PlannedInit {
    return this.#init;
  }
}

const requestOptions = [
  "cache",
  "credentials",
  "dispatcher",
  "duplex",
  "integrity",
  "keepalive",
  "mode",
  "priority",
  "referrer",
  "referrerPolicy",
];

/** Whether options need a real `Request` to validate and hold them. */
export function needsRequest(options: object): boolean {
  return requestOptions.some((name) => name in options);
}

/** Whether `Request` would refuse these options, which must be noticed before anything is sent. */
export function isNoRequest(method: string, body: unknown): boolean {
  return method === "TRACE" || ((method === "GET" || method === "HEAD") && body !== undefined);
}

/** A request that can be sent any number of times. */
export interface Prepared {
  readonly outgoing: Outgoing;
  readonly transmit: Call["transmit"];
}

/** How a request is sent. */
interface Sending {
  /** The caller's own. */
  readonly fetch?: ((request: Request, ext?: RequestInit) => Promise<Response>) | undefined;
  /** The caller's own. */
  readonly Kind?: typeof Request | undefined;
  /** Whether the body is streamed; it can then be sent only once. */
  readonly streamed?: boolean;
  /** What openapi-fetch passes to `fetch` besides the request (`requestInitExt`). */
  readonly ext?: RequestInit | undefined;
}

/** Prepares a request that no middleware sees. */
export function preparePlanned(
  planned: PlannedRequest,
  sending: Sending,
): Prepared | Promise<Prepared> {
  const { fetch, ext } = sending;
  const { method, url } = planned;
  const init = planned.init();
  const { body = null } = init;
  if (body !== null && typeof body !== "string") {
    // Forms and the like: a `Request` knows how they are written, and what type that is.
    return prepareRequest(withOwn(new Request(url, init), planned), sending);
  }
  return {
    outgoing: { method, url, headers: Object.fromEntries(init.headers), body },
    transmit(headers, signal) {
      const connection = ownConnection(method);
      const sent = initOf(method, headers, signal, body);
      const attempt = Object.assign({}, init, sent, connection);
      if (!fetch) return globalThis.fetch(url, Object.assign(attempt, ext));
      return fetch(withOwn(new Request(url, attempt), planned), withConnection(connection, ext));
    },
  };
}

/**
 * Prepares a `Request` that middlewares have seen, or that only the caller's own class can make. Every
 * attempt gets a new request, because a body can be read only once.
 */
export async function prepareRequest(
  request: Request,
  { fetch = globalThis.fetch, Kind = Request, streamed = false, ext }: Sending,
): Promise<Prepared> {
  const { method, url, headers } = request;
  const body = !request.body || streamed ? request.body : await textOrBytes(request);
  return {
    outgoing: { method, url, headers: Object.fromEntries(headers), body },
    transmit(headers, signal) {
      const connection = ownConnection(method);
      const duplex = streamed ? { duplex: "half" } : {};
      const sent = initOf(method, headers, signal, body);
      const attempt = new Kind(request, { ...sent, ...duplex, ...connection });
      return fetch(withOwn(attempt, request), withConnection(connection, ext));
    },
  };
}

/** What every attempt sends in its own way. */
function initOf(
  method: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  body: BodyInit | null,
) {
  return { headers, signal, body: body ?? bodyForNone(method), redirect: "manual" } as const;
}

/** Bun reads its option beside the request only; the caller's own take precedence. */
function withConnection(
  connection: PlatformInit | undefined,
  ext: RequestInit | undefined,
): RequestInit | undefined {
  return connection ? { ...connection, ...ext } : ext;
}

/** Adds the properties that openapi-fetch puts on a request for the caller's `fetch`. */
function withOwn(request: Request, from: Request | PlannedRequest): Request {
  for (const [name, value] of Object.entries(from)) {
    if (!(name in request)) Object.assign(request, { [name]: value });
  }
  return request;
}

/** Text where the bytes are text: that is what signing and tests can read. */
async function textOrBytes(request: Request): Promise<string | Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}
