// The parts of generated clients that are called here; `generate-clients.ts` has the generators write them.

declare module "#redocly/client.js" {
  export const OPERATIONS: object;
  export function createClient(operations: object, config: object): RedoclyClient;
  export interface RedoclyClient {
    getInstance(args: object): Promise<unknown>;
    updateInstancePorts(args: object): Promise<unknown>;
    readonly listInstances: { items(args: object): AsyncIterable<unknown> };
  }
}

declare module "#hey-api/client/index.js" {
  export function createConfig(config: object): object;
  export function createClient(config: object): HeyApiClient;
  export interface HeyApiClient {
    getConfig(): object;
  }
}

declare module "#hey-api/sdk.gen.js" {
  import type { HeyApiClient } from "#hey-api/client/index.js";
  import type { Page } from "./peer.js";

  interface Options {
    readonly client: HeyApiClient;
    readonly path?: object;
    readonly query?: object;
    readonly body?: object;
  }
  export function getInstance(options: Options): Promise<{ data: unknown }>;
  export function updateInstancePorts(options: Options): Promise<{ data: unknown }>;
  export function listInstances(options: Options): Promise<{ data: Page }>;
}
