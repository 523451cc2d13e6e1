/** What a platform's `fetch` takes beside the standard's options. */
export type PlatformInit = RequestInit & {
  /** Deno's connections. */
  readonly client?: object;
};

/** What tells platforms apart; each has one of these and not the others. */
interface Platform {
  readonly Bun?: unknown;
  readonly Deno?: { createHttpClient?(options: { poolMaxIdlePerHost: number }): object };
  readonly navigator?: { readonly userAgent?: string };
}

const harmless = ["GET", "HEAD", "OPTIONS", "TRACE"];

/** Keeps no connection; one for all clients, made when Deno sends its first write. */
let unpooled: object | undefined;

/**
 * Makes the platform's `fetch` send a write once. When a kept-alive connection dies before the response, Bun and Deno
 * send the request again by themselves, which no hook sees; a connection that serves only this request is not tried
 * again. It costs the write a handshake. Node sends once anyway, and browsers have no such option.
 *
 * @see docs/runtimes.md for how often each platform sends a write.
 * @returns options for `fetch`; `undefined` where there are none to set.
 */
export function ownConnection(method: string): PlatformInit | undefined {
  if (harmless.includes(method)) return undefined;
  const { Bun, Deno } = globalThis as Platform;
  if (Bun !== undefined) return { keepalive: false };
  if (typeof Deno?.createHttpClient !== "function") return undefined;
  unpooled ??= Deno.createHttpClient({ poolMaxIdlePerHost: 0 });
  return { client: unpooled };
}

/**
 * The body to send where there is none. workerd sends a PUT or DELETE again when a kept-alive connection dies, unless
 * it has a body that cannot be read twice: there, an empty stream.
 */
export function bodyForNone(method: string): ReadableStream<Uint8Array> | null {
  if (method !== "PUT" && method !== "DELETE") return null;
  if ((globalThis as Platform).navigator?.userAgent !== "Cloudflare-Workers") return null;
  return new ReadableStream({ start: (controller) => controller.close() });
}
