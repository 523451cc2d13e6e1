import {
  type Authorize,
  type CloudClient,
  type Credential,
  checkCallOptions,
  createClient,
  environment,
  type OptionNames,
  readCredential,
  refuse,
  type SharedClientOptions,
  sharedClientOptionNames,
} from "@cloud-clients/runtime/kit";
import { api } from "./generated/operations.js";
import type { paths } from "./types.js";
import { userAgent } from "./version.js";

/** A client for PPIO GPU API v2; see {@link createPpioGpuClient}. */
export type PpioGpuClient = CloudClient<paths>;

/** The services that offer this API. Paths and fields are the same; accounts, keys and machines are not. */
export type PpioGpuService = "ppio" | "novita";

/** In the order of the spec's servers. */
const services = ["ppio", "novita"];

/** Options of {@link createPpioGpuClient}. */
export interface PpioGpuClientOptions extends SharedClientOptions {
  /**
   * The service: PPIO at api.ppio.com, or Novita at api.novita.ai.
   *
   * @default "ppio"
   */
  service?: PpioGpuService | undefined;
  /**
   * The API key, or a function that returns it, called once per attempt.
   *
   * @default the environment variable `PPIO_API_KEY`, or `NOVITA_API_KEY` for Novita, read when the client is
   * created
   */
  apiKey?: Credential | undefined;
  /**
   * Address of the service, without a path.
   *
   * @default that of `service`
   */
  baseUrl?: string | undefined;
}

const optionNames: OptionNames<PpioGpuClientOptions> = {
  ...sharedClientOptionNames,
  service: true,
  apiKey: true,
  baseUrl: true,
};

const hints = { token: "the credential is apiKey", key: "the credential is apiKey" };

/**
 * Creates a client for PPIO GPU API v2. Makes no request.
 *
 * @returns an openapi-fetch client typed by the API's paths, to call directly or to pass to the list and port
 * functions of this package.
 * @throws UsageError when the key is missing, or an option is not allowed.
 * @see https://ppio.com/docs/gpus/instance/reference-v2-list-instance.md
 */
export function createPpioGpuClient(options: PpioGpuClientOptions = {}): PpioGpuClient {
  checkCallOptions("createPpioGpuClient", options, optionNames, hints);
  const { service = "ppio", ...rest } = options;
  const server = api.servers[services.indexOf(service)];
  if (!server) return refuse("service", services.join(" or "), service);
  const variable = `${service.toUpperCase()}_API_KEY`;
  const { apiKey = environment(variable), baseUrl = server, ...shared } = rest;
  const hint = `pass it, or set the environment variable ${variable}`;
  const key = readCredential("apiKey", apiKey, hint);
  const authorize: Authorize = () => bearer(key());
  return createClient<paths>(api, { ...shared, baseUrl, userAgent, authorize });
}

function bearer(key: string | Promise<string>): ReturnType<Authorize> {
  return typeof key === "string" ? { authorization: `Bearer ${key}` } : key.then(bearer);
}
