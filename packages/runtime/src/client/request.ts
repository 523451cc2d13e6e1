import type { Call, Outgoing } from "../transport/call.js";

/**
 * What openapi-fetch builds in place of a `Request` when nobody but the transport will see it: over a
 * socket, that takes a tenth off the time of a call on Node.
 */
export class PlannedRequest {
  readonly method: string;

  constructor(
    readonly url: string,
    readonly init: RequestInit & { method: string; headers: Headers },
  ) {
    this.method = init.method;
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

/** Whether options hold what only a `Request` can judge and carry. */
export function needsRequest(options: object): boolean {
  return requestOptions.some((name) => name in options);
}

/** A request that is ready to be sent, as often as needed. */
export interface Prepared {
  readonly outgoing: Outgoing;
  readonly transmit: Call["transmit"];
}

/** How {@link prepareRequest} sends. */
interface Sending {
  /** The caller's own. */
  readonly fetch?: ((request: Request, ext?: RequestInit) => Promise<Response>) | undefined;
  /** The caller's own. */
  readonly Kind?: typeof Request | undefined;
  /** Whether the body is to be sent as it is read; it can then be sent once only. */
  readonly streamed?: boolean;
  /** What openapi-fetch hands to `fetch` beside the request (`requestInitExt`). */
  readonly ext?: RequestInit | undefined;
}

/** Prepares a request that nobody has seen. */
export async function preparePlanned(
  { url, init }: PlannedRequest,
  ext: RequestInit | undefined,
): Promise<Prepared> {
  const { method, body = null } = init;
  if (body !== null && typeof body !== "string") {
    // Forms and the like: a `Request` knows how they are written, and what type that is.
    return prepareRequest(new Request(url, init), { ext });
  }
  return {
    outgoing: { method, url, headers: Object.fromEntries(init.headers), body },
    transmit: (headers, signal) =>
      globalThis.fetch(url, { ...init, ...ext, headers, signal, redirect: "manual" }),
  };
}

/**
 * Prepares a `Request` that middlewares have seen, or that a `fetch` of the caller's gets. Every
 * attempt is a request of its own: a body can be read once only.
 */
export async function prepareRequest(
  request: Request,
  { fetch = globalThis.fetch, Kind = Request, streamed = false, ext }: Sending,
): Promise<Prepared> {
  const { method, url, headers } = request;
  const body = !request.body || streamed ? request.body : await textOrBytes(request);
  const own = Object.entries(request);
  return {
    outgoing: { method, url, headers: Object.fromEntries(headers), body },
    transmit(headers, signal) {
      const duplex = streamed ? { duplex: "half" } : {};
      const init = { headers, signal, body, redirect: "manual", ...duplex } as const;
      const attempt = new Kind(request, init);
      // Properties that openapi-fetch has put there for the caller's `fetch`.
      return fetch(Object.assign(attempt, Object.fromEntries(own)), ext);
    },
  };
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
