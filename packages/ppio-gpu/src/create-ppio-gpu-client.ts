import {
  type CloudClient,
  createClient,
  type SharedClientOptions,
  UsageError,
} from "@cloud-clients/runtime";
import { api } from "./generated/operations.js";
import type { paths } from "./types.js";
import { userAgent } from "./version.js";

/** A client for PPIO GPU API v2; see {@link createPpioGpuClient}. */
export type PpioGpuClient = CloudClient<paths>;

/** How {@link createPpioGpuClient} makes a client. */
export interface PpioGpuClientOptions extends SharedClientOptions {
  /**
   * The API key, or a function that gives it, called once per attempt.
   *
   * @default the environment variable `PPIO_API_KEY`, read when the client is created
   */
  apiKey?: string | (() => string | Promise<string>);
  /**
   * Address of the service, without a path.
   *
   * @default "https://api.ppio.com"
   */
  baseUrl?: string;
}

/**
 * Creates a client for PPIO GPU API v2. Makes no request.
 *
 * @returns an openapi-fetch client typed by the API's paths, to call directly or to hand to the list
 * and port functions of this package.
 * @throws UsageError when there is no key, or an option is not allowed.
 * @see https://ppio.com/docs/gpus/instance/reference-v2-list-instance.md
 */
export function createPpioGpuClient(options: PpioGpuClientOptions = {}): PpioGpuClient {
  const { apiKey = environment("PPIO_API_KEY"), baseUrl = api.servers[0], ...shared } = options;
  if (typeof apiKey !== "function")
    checkKey(apiKey, "apiKey is missing: pass it, or set PPIO_API_KEY");
  return createClient<paths>(api, {
    ...shared,
    baseUrl,
    userAgent,
    async authorize() {
      const key = typeof apiKey === "function" ? await apiKey() : apiKey;
      return { authorization: `Bearer ${checkKey(key, "the apiKey function gave no key")}` };
    },
  });
}

function checkKey(key: unknown, message: string): string {
  if (typeof key === "string" && key !== "") return key;
  throw new UsageError(message);
}

function environment(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.[name];
}
