/** Where the calls of a client go. */
export interface Target {
  readonly baseUrl: string;
  /** What sends them; the platform's fetch unless given. */
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * A way to call the PPIO GPU API. Each is written as its documentation shows, with its defaults, in a module of its
 * own: bundlers take from it what a program uses.
 */
export interface Peer<Client> {
  readonly connect: (target: Target) => Client;
  /** Reads the instance. */
  readonly get: (client: Client) => Promise<unknown>;
  /** Replaces its ports. */
  readonly put: (client: Client) => Promise<unknown>;
  /** All instances, a hundred per page. */
  readonly walk: (client: Client) => AsyncIterable<unknown>;
}

export const apiKey = "sk_0123456789";
export const instanceId = "ca338f12f3";
export const ports = [{ port: 8080, protocol: "tcp" as const }];
export const pageSize = 100;

/** What every list responds with. */
export interface Page {
  readonly data?: readonly unknown[];
  readonly next_cursor?: string;
  readonly has_more?: boolean;
}
