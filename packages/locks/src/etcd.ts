import { setTimeout as sleep } from "node:timers/promises";
import { checkOptions, type Lock, refuse } from "@cloud-clients/runtime/kit";
import { type Engine, type LeaseOptions, lockOn, readLease, refuseUnseen } from "./engine.js";

/** Options of {@link etcdLock}. */
export interface EtcdLockOptions extends LeaseOptions {
  /** Sends the requests. With it come client certificates, proxies and several members. @default the global one */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Sent with each request, such as `{ authorization: token }`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * A lock in etcd (3.4 or later): the lock of etcd's own lock service, bound to a lease, over HTTP and JSON. First
 * come, first served. Survives restarts of members. A process that dies while it waits holds up those behind it for
 * at most its lease.
 *
 * @param endpoint - address of a member or of a load balancer, such as `https://etcd.example.org:2379`.
 * @throws UsageError when an argument is not allowed.
 * @see https://etcd.io/docs/latest/dev-guide/api_grpc_gateway/
 */
export function etcdLock(endpoint: string, options: EtcdLockOptions = {}): Lock {
  checkOptions("etcdLock", options, ["fetch", "headers", "leaseMs", "waitMs"]);
  const { fetch, headers, ...lease } = options;
  if (fetch !== undefined && typeof fetch !== "function") refuse("fetch", "a function", fetch);
  const { leaseMs } = readLease("etcdLock", lease);
  // etcd counts in seconds.
  const seconds = Math.ceil(leaseMs / 1_000);
  const etcd = new Etcd(checkEndpoint(endpoint), headers ?? {}, fetch);
  const engine: Engine = {
    name: "etcdLock",
    leaseMs: seconds * 1_000,
    async acquire(key, signal) {
      const id = await etcd.grant(seconds, signal);
      const waits = new AbortController();
      void keepWaiting(() => etcd.renew(id), (seconds * 1_000) / 3, waits.signal);
      try {
        const name = await etcd.lock(`cloud-clients/locks/${key}`, id, signal);
        return {
          renew: async () => {
            await etcd.renew(id);
            await etcd.checkKey(name, id);
          },
          release: () => etcd.revoke(id),
        };
      } catch (error) {
        // Its place in the queue goes with the lease.
        etcd.revoke(id).catch(() => {});
        throw error;
      } finally {
        waits.abort();
      }
    },
  };
  return lockOn(engine, lease);
}

/** Renews the lease of a place in the queue until the signal aborts. */
async function keepWaiting(
  renew: () => Promise<void>,
  everyMs: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await sleep(everyMs, undefined, { signal, ref: false }).catch(() => {});
    // If the lease ends, the lock that is granted later is found to be lost.
    if (!signal.aborted) await renew().catch(() => {});
  }
}

/** What a response of etcd has that matters here. */
interface EtcdResponse {
  readonly ID?: string;
  readonly key?: string;
  readonly kvs?: readonly { readonly lease?: string }[];
  readonly result?: { readonly TTL?: string };
}

/** etcd's JSON gateway: as much of it as a lock needs. */
class Etcd {
  readonly #endpoint: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #fetch: typeof globalThis.fetch | undefined;

  constructor(
    endpoint: string,
    headers: Readonly<Record<string, string>>,
    fetch: typeof globalThis.fetch | undefined,
  ) {
    this.#endpoint = endpoint;
    this.#headers = headers;
    this.#fetch = fetch;
  }

  async grant(seconds: number, signal: AbortSignal): Promise<string> {
    const { ID } = await this.#post("lease/grant", { TTL: seconds }, signal);
    if (ID === undefined) throw new Error("etcd granted a lease without an ID");
    return ID;
  }

  /** Waits for a lock. Resolves to the key that stands for holding it. */
  async lock(name: string, lease: string, signal: AbortSignal): Promise<string> {
    const { key } = await this.#post("lock/lock", { name: base64(name), lease }, signal);
    if (key === undefined) throw new Error("etcd granted a lock without a key");
    return key;
  }

  /** @throws Error when the lease has ended. */
  async renew(lease: string): Promise<void> {
    const { result } = await this.#post("lease/keepalive", { ID: lease });
    // An ended lease has no time to live: the field is left out.
    if (!(Number(result?.TTL) > 0)) throw new Error("the lease of the lock has ended in etcd");
  }

  /** @throws Error when somebody removed the key. */
  async checkKey(key: string, lease: string): Promise<void> {
    const { kvs } = await this.#post("kv/range", { key });
    if (kvs?.[0]?.lease !== lease) throw new Error("the key of the lock was removed from etcd");
  }

  async revoke(lease: string): Promise<void> {
    await this.#post("lease/revoke", { ID: lease });
  }

  async #post(path: string, body: object, signal?: AbortSignal): Promise<EtcdResponse> {
    const send = this.#fetch ?? globalThis.fetch;
    const response = await send(`${this.#endpoint}/v3/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...this.#headers },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`etcd returned ${response.status} for ${path}: ${text.slice(0, 200)}`);
    }
    // A stream of responses has one per line; here it has one.
    return JSON.parse(text);
  }
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

function checkEndpoint(endpoint: unknown): string {
  const url =
    typeof endpoint === "string" && URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const name = "the endpoint of etcdLock";
  if (!url || !["http:", "https:"].includes(url.protocol)) {
    return refuseUnseen(name, "an http or https address", endpoint);
  }
  if (url.username || url.password || url.search || url.hash) {
    const allowed = "an address without user, query or fragment (pass credentials in headers)";
    return refuseUnseen(name, allowed, endpoint);
  }
  return url.href.replace(/\/+$/, "");
}
