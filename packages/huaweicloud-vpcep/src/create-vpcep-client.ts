import {
  type CloudClient,
  createClient,
  type SharedClientOptions,
  UsageError,
} from "@cloud-clients/runtime";
import { api } from "./generated/operations.js";
import type { paths } from "./types.js";
import { userAgent } from "./version.js";

/** A client for VPC Endpoint API v1; see {@link createVpcepClient}. */
export type VpcepClient = CloudClient<paths>;

/** How {@link createVpcepClient} makes a client. */
export interface VpcepClientOptions extends SharedClientOptions {
  /** Region that holds the project, such as `cn-north-4`. Needed unless `baseUrl` is given. */
  region?: string;
  /** Address of the service, without a path; wins over `region`. */
  baseUrl?: string;
  /** Project whose resources are meant; filled into every path. */
  projectId: string;
  /** An IAM token of project scope, or a function that gives it, called once per attempt. */
  token: string | (() => string | Promise<string>);
}

/**
 * Creates a client for VPC Endpoint API v1. Makes no request.
 *
 * @returns an openapi-fetch client typed by the API's paths, to call directly or to hand to the list
 * and port functions of this package.
 * @throws UsageError when region and baseUrl, project or token are missing or not allowed.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/
 */
export function createVpcepClient(options: VpcepClientOptions): VpcepClient {
  const { region, baseUrl = addressOf(region), projectId, token, ...shared } = options;
  if (typeof token !== "function")
    check(token, "token is missing: pass an IAM token of project scope");
  return createClient<paths>(api, {
    ...shared,
    baseUrl,
    userAgent,
    pathDefaults: { project_id: check(projectId, "projectId is missing: pass the project's id") },
    async authorize() {
      const value = typeof token === "function" ? await token() : token;
      return { "x-auth-token": check(value, "the token function gave no token") };
    },
  });
}

function addressOf(region: string | undefined): string {
  if (typeof region !== "string" || !/^[a-z0-9-]+$/.test(region)) {
    throw new UsageError('region must be a region such as "cn-north-4", or pass baseUrl');
  }
  const [general, ...special] = api.servers;
  return special.find((server) => server.includes(region)) ?? general.replace("{region}", region);
}

function check(value: unknown, message: string): string {
  if (typeof value === "string" && value !== "") return value;
  throw new UsageError(message);
}
