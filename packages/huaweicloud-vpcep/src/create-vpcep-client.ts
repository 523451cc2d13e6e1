import {
  type Authorize,
  type Credential,
  checkCallOptions,
  checkOptions,
  checkText,
  createClient,
  environment,
  type OptionNames,
  readCredential,
  refuse,
  type SharedClientOptions,
  sharedClientOptionNames,
  UsageError,
} from "@cloud-clients/runtime/kit";
import { api, type KnownRegion } from "./generated/operations.js";
import type { paths, VpcepClient } from "./generated/types.js";
import { type AccessKey, signRequest } from "./sign-request.js";
import { userAgent } from "./version.js";

/** How {@link createVpcepClient} makes a client. */
export interface VpcepClientOptions extends SharedClientOptions {
  /** Region of the project, such as `cn-north-4`. Required unless `baseUrl` is given. */
  region?: KnownRegion | (string & {}) | undefined;
  /** Address of the service, without a path; overrides `region`. */
  baseUrl?: string | undefined;
  /**
   * Id of the project; filled into every path.
   *
   * @default the environment variable `HUAWEICLOUD_SDK_PROJECT_ID`, read when the client is created
   */
  projectId?: string | undefined;
  /** A project-scoped IAM token. Pass either this or `accessKey`. */
  token?: Credential | undefined;
  /**
   * An access key pair that signs every request.
   *
   * @default if there is no token: the environment variables `HUAWEICLOUD_SDK_AK` and `HUAWEICLOUD_SDK_SK`,
   * read when the client is created
   */
  accessKey?: AccessKey | undefined;
}

const optionNames: OptionNames<VpcepClientOptions> = {
  ...sharedClientOptionNames,
  region: true,
  baseUrl: true,
  projectId: true,
  token: true,
  accessKey: true,
};

const accessKeyNames: OptionNames<AccessKey> = { id: true, secret: true, securityToken: true };

const pair = "the pair is accessKey: { id, secret }";
const hints = {
  ak: pair,
  sk: pair,
  secret: pair,
  secretKey: pair,
  accessKeyId: pair,
  apiKey: pair,
};

/**
 * Creates a client for VPC Endpoint API v1. Makes no request.
 *
 * @returns an openapi-fetch client typed by the API's paths, to call directly or to pass to the list and port
 * functions of this package.
 * @throws UsageError naming what is missing or not allowed: region or baseUrl, project, credential.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/
 */
export function createVpcepClient(options: VpcepClientOptions = {}): VpcepClient {
  checkCallOptions("createVpcepClient", options, optionNames, hints);
  if (options.accessKey !== undefined) {
    checkOptions("accessKey", options.accessKey, accessKeyNames, {
      ak: "it is id",
      sk: "it is secret",
    });
  }
  const { region, baseUrl = addressOf(region), projectId, token, accessKey, ...shared } = options;
  const project = checkText(
    "projectId",
    projectId ?? environment("HUAWEICLOUD_SDK_PROJECT_ID"),
    "pass it, or set the environment variable HUAWEICLOUD_SDK_PROJECT_ID",
  );
  if (token !== undefined && accessKey !== undefined) {
    throw new UsageError("token and accessKey are both set: pass only one");
  }
  return createClient<paths>(api, {
    ...shared,
    baseUrl,
    userAgent,
    pathDefaults: { project_id: project },
    authorize: token === undefined ? bySignature(accessKey, project) : byToken(token),
  });
}

function byToken(token: Credential): Authorize {
  const read = readCredential("token", token, "pass an IAM token of project scope");
  return async () => ({ "x-auth-token": await read() });
}

function bySignature(given: AccessKey | undefined, project: string): Authorize {
  const hint = (name: string): string =>
    `pass token or accessKey, or set the environment variable ${name}`;
  const id = given ? given.id : environment("HUAWEICLOUD_SDK_AK");
  const secret = given ? given.secret : environment("HUAWEICLOUD_SDK_SK");
  const key: AccessKey = {
    id: checkText("accessKey.id", id, hint("HUAWEICLOUD_SDK_AK")),
    secret: checkText("accessKey.secret", secret, hint("HUAWEICLOUD_SDK_SK")),
  };
  if (given?.securityToken !== undefined) {
    key.securityToken = checkText("accessKey.securityToken", given.securityToken, "leave it out");
  }
  return (request) => signRequest(key, request, { "x-project-id": project });
}

function addressOf(region: string | undefined): string {
  if (typeof region !== "string" || !/^[a-z\d]+(-[a-z\d]+)*$/.test(region)) {
    return refuse("region", 'a region such as "cn-north-4", unless baseUrl is given', region);
  }
  const [general, ...special] = api.servers;
  return (
    special.find((server) => server.includes(`.${region}.`)) ?? general.replace("{region}", region)
  );
}
