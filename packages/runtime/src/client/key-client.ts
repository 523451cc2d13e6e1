import { type OptionNames, refuse } from "../base/options.js";
import type { ApiRules } from "../transport/api-rules.js";
import type { Authorize } from "../transport/call.js";
import type { CloudClient } from "./cloud-client.js";
import { createClient } from "./create-client.js";
import { type Credential, environment, readCredential } from "./credential.js";
import { checkCallOptions, type SharedClientOptions, sharedClientOptionNames } from "./options.js";

/** How the clients of an API are made whose requests carry a key; generated from its security scheme. */
export interface KeyRules {
  /** Name of the function that creates a client. */
  readonly factory: string;
  /** Header that carries the key, in lower case. */
  readonly header: string;
  /** What stands before the key in the header, such as `"Bearer "`. */
  readonly prefix?: string;
  /** Who offers the API; one without a name where there is no choice. The first is the default. */
  readonly services: readonly KeyService[];
}

/** Who offers an API. */
export interface KeyService {
  /** What the option `service` calls it. */
  readonly name?: string;
  /** Address that all paths are appended to; none where the caller must give it. */
  readonly baseUrl?: string;
  /** Environment variable that holds the key. */
  readonly variable: string;
}

/** What the options of {@link createKeyClient} are, whatever the API calls its services. */
export interface KeyClientOptions extends SharedClientOptions {
  service?: string | undefined;
  apiKey?: Credential | undefined;
  baseUrl?: string | undefined;
}

const optionNames: OptionNames<KeyClientOptions> = {
  ...sharedClientOptionNames,
  service: true,
  apiKey: true,
  baseUrl: true,
};
const { service: _, ...namesWithoutService } = optionNames;

const hints = { token: "the credential is apiKey", key: "the credential is apiKey" };

/**
 * Creates a client whose requests carry an API key. Makes no request.
 *
 * @param userAgent - name and version of the API's package.
 * @throws UsageError when there is no key, or an option is not allowed.
 */
export function createKeyClient<Paths extends {}>(
  api: ApiRules,
  { factory, header, prefix = "", services }: KeyRules,
  userAgent: string,
  options: KeyClientOptions = {},
): CloudClient<Paths> {
  const known = services.flatMap(({ name }) => name ?? []);
  checkCallOptions(factory, options, known.length > 0 ? optionNames : namesWithoutService, hints);
  const { service: wanted = services[0]?.name, apiKey, baseUrl, ...shared } = options;
  const service = services.find(({ name }) => name === wanted);
  if (!service) return refuse("service", known.join(" or "), wanted);
  const { variable } = service;
  const hint = `pass it, or set the environment variable ${variable}`;
  const key = readCredential("apiKey", apiKey ?? environment(variable), hint);
  const carry = (value: string | Promise<string>): ReturnType<Authorize> =>
    typeof value === "string" ? { [header]: `${prefix}${value}` } : value.then(carry);
  return createClient<Paths>(api, {
    ...shared,
    baseUrl: baseUrl ?? service.baseUrl ?? refuse("baseUrl", "the address of the service", baseUrl),
    userAgent,
    authorize: () => carry(key()),
  });
}
