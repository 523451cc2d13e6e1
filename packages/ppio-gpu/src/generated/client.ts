// Written by "npx --yes pnpm@10 generate" from specs/ppio-gpu/openapi.yaml. Do not edit.
import {
  type ApiClientRules,
  createApiClient,
  type Credential,
  type SharedClientOptions,
} from "@cloud-clients/runtime/kit";
import { userAgent } from "../version.js";
import { api } from "./operations.js";
import type { paths, PpioGpuClient } from "./types.js";

const security = {
  factory: "createPpioGpuClient",
  services: [
    { name: "ppio", baseUrl: "https://api.ppio.com", environment: "PPIO" },
    { name: "novita", baseUrl: "https://api.novita.ai", environment: "NOVITA" },
  ],
  ways: [[{ option: "apiKey", header: "authorization", prefix: "Bearer " }]],
} as const satisfies ApiClientRules;

/** Who offers this API. Paths and fields are the same; accounts, keys and data are not. */
export type PpioGpuService = "ppio" | "novita";

/** Options of createPpioGpuClient. */
export interface PpioGpuClientOptions extends SharedClientOptions {
  /**
   * Which service to talk to.
   *
   * @default "ppio"
   */
  service?: PpioGpuService | undefined;
  /**
   * The API key, or a function that returns it, called once per attempt.
   *
   * @default the environment variable of the service (`PPIO_API_KEY`, `NOVITA_API_KEY`), read when
   * the client is created
   */
  apiKey?: Credential | undefined;
  /**
   * Address of the service, without a path.
   *
   * @default that of `service`
   */
  baseUrl?: string | undefined;
}

/**
 * Creates a client for PPIO GPU API v2. Makes no request.
 *
 * @returns an openapi-fetch client typed by the API's paths, to call directly or to pass to the
 * functions of this package.
 * @throws UsageError when there is no key, or an option is not allowed.
 * @see https://ppio.com/docs
 */
export function createPpioGpuClient(options?: PpioGpuClientOptions): PpioGpuClient {
  return createApiClient<paths>(api, security, userAgent, options);
}
