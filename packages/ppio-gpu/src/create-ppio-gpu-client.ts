import {
  type Authorize,
  type CloudClient,
  type Credential,
  createClient,
  environment,
  readCredential,
  type SharedClientOptions,
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
  apiKey?: Credential;
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
  const key = readCredential(
    "apiKey",
    apiKey,
    "pass it, or set the environment variable PPIO_API_KEY",
  );
  return createClient<paths>(api, {
    ...shared,
    baseUrl,
    userAgent,
    authorize: () => bearer(key()),
  });
}

function bearer(key: string | Promise<string>): ReturnType<Authorize> {
  return typeof key === "string" ? { authorization: `Bearer ${key}` } : key.then(bearer);
}
