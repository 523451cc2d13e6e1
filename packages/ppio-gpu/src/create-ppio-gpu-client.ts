import {
  type Authorize,
  type CloudClient,
  type Credential,
  createClient,
  environment,
  readCredential,
  type SharedClientOptions,
  UsageError,
} from "@cloud-clients/runtime";
import { api } from "./generated/operations.js";
import type { paths } from "./types.js";
import { userAgent } from "./version.js";

/** A client for PPIO GPU API v2; see {@link createPpioGpuClient}. */
export type PpioGpuClient = CloudClient<paths>;

/** Who offers this API. Paths and fields are the same; accounts, keys and machines are not. */
export type PpioGpuService = "ppio" | "novita";

const services = {
  ppio: { server: api.servers[0], variable: "PPIO_API_KEY" },
  novita: { server: api.servers[1], variable: "NOVITA_API_KEY" },
} as const;

/** How {@link createPpioGpuClient} makes a client. */
export interface PpioGpuClientOptions extends SharedClientOptions {
  /**
   * Which service to talk to: PPIO at api.ppio.com, or its twin Novita at api.novita.ai.
   *
   * @default "ppio"
   */
  service?: PpioGpuService;
  /**
   * The API key, or a function that gives it, called once per attempt.
   *
   * @default the environment variable `PPIO_API_KEY`, or `NOVITA_API_KEY` for Novita, read when the
   * client is created
   */
  apiKey?: Credential;
  /**
   * Address of the service, without a path.
   *
   * @default that of `service`
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
  const { service = "ppio", ...rest } = options;
  if (!Object.hasOwn(services, service)) {
    throw new UsageError(
      `service must be ${Object.keys(services).join(" or ")}, not ${String(service)}`,
    );
  }
  const { server, variable } = services[service];
  const { apiKey = environment(variable), baseUrl = server, ...shared } = rest;
  const key = readCredential(
    "apiKey",
    apiKey,
    `pass it, or set the environment variable ${variable}`,
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
