import { filledText, type OptionType, oneOf, secrets } from "../engine/check-options.js";
import {
  checkEngineOptions,
  type EmulatorOptions,
  engineOptionTypes,
  seedCount,
} from "../engine/engine-options.js";
import type { IncomingRequest } from "../engine/http/incoming-request.js";
import { Refusal } from "../engine/refusal.js";
import type { Handlers, Service, ServiceRoom, Surroundings } from "../engine/service.js";
import { codeFor, statusFor } from "./codes.js";
import { connectionHandlers } from "./connections.js";
import { endpointServiceHandlers } from "./endpoint-services.js";
import { endpointHandlers } from "./endpoints.js";
import { permissionHandlers } from "./permissions.js";
import { quotaHandlers } from "./quotas.js";
import { type AccessKeySecret, verifySignature } from "./signatures.js";
import { VpcepState } from "./state.js";
import { tagHandlers } from "./tagged-resources.js";

/** Options of the VPCEP stand-in. */
export interface VpcepOptions extends EmulatorOptions {
  /**
   * How many endpoint services the project has at the start.
   *
   * @default 30
   */
  readonly services?: number | undefined;
  /**
   * How many public endpoint services there are.
   *
   * @default 12
   */
  readonly publicServices?: number | undefined;
  /**
   * The values of `X-Auth-Token` that are accepted.
   *
   * @default any that is not empty
   */
  readonly tokens?: readonly string[] | undefined;
  /**
   * Secrets by access key id, for signed requests. Without its secret no signature can be checked,
   * so that one by an unknown key is refused. Signatures carry the time: give the signing client
   * the same clock, or this emulator `clock: "wall"`.
   *
   * @default none
   */
  readonly accessKeys?: Readonly<Record<string, AccessKeySecret>> | undefined;
  /**
   * The only project that the credentials give access to; others get a 403.
   *
   * @default any project, and all of them see the same services
   */
  readonly projectId?: string | undefined;
  /**
   * Which of the two documented forms errors have.
   *
   * @default "nested"
   */
  readonly errorEnvelope?: "nested" | "flat" | undefined;
}

const accessKeys: OptionType = {
  allowed: "an object with a secret, or { secret, securityToken }, under each access key id",
  fits: (value) =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(([id, key]) => id !== "" && isAccessKey(key)),
  secret: true,
};

function isAccessKey(key: unknown): boolean {
  if (typeof key !== "object" || key === null) return filledText.fits(key);
  return ["secret", "securityToken"].every((name) => filledText.fits(Reflect.get(key, name)));
}

function check(options: object): asserts options is VpcepOptions {
  checkEngineOptions<VpcepOptions>('createEmulator("huaweicloud-vpcep")', options, {
    ...engineOptionTypes,
    services: seedCount,
    publicServices: seedCount,
    tokens: secrets,
    accessKeys,
    projectId: filledText,
    errorEnvelope: oneOf("nested", "flat"),
  });
}

const handlers: Handlers<VpcepState> = {
  ...endpointServiceHandlers,
  ...connectionHandlers,
  ...permissionHandlers,
  ...endpointHandlers,
  ...quotaHandlers,
  ...tagHandlers,
};

function create(
  options: VpcepOptions,
  { random, clock, standIn }: Surroundings,
): Service<VpcepState> {
  const { services = 30, publicServices = 12, tokens, projectId, errorEnvelope } = options;
  const state = new VpcepState(random, clock, standIn);
  state.seedServices(services);
  state.seedPublicServices(publicServices);
  const accessKeys = new Map(Object.entries(options.accessKeys ?? {}));
  return {
    state,
    handlers,
    authenticate: (request, now) => authenticate(request, tokens, accessKeys, now),
    authorize: ({ project_id: project }) => {
      if (projectId === undefined || project === projectId) return;
      throw new Refusal(403, "EndPoint.0004", `no access to project ${String(project)}`);
    },
    codeFor,
    statusFor,
    errorBody: ({ code, message }) =>
      errorEnvelope === "flat"
        ? { error_code: code, error_msg: message }
        : { error: { code, message } },
  };
}

/** The VPCEP service, with its services seeded. */
export const vpcep: ServiceRoom<VpcepOptions, VpcepState> = {
  check,
  create,
  commandLine: [
    {
      name: "services",
      option: "services",
      kind: "count",
      help: "endpoint services at the start (default: 30)",
    },
    {
      name: "access-key",
      option: "accessKeys",
      kind: "secrets",
      help: "accept requests signed with this key; may be repeated",
    },
  ],
};

function authenticate(
  request: IncomingRequest,
  tokens: readonly string[] | undefined,
  accessKeys: ReadonlyMap<string, AccessKeySecret>,
  now: number,
): void {
  const wrong = findWrong(request, tokens, accessKeys, now);
  if (wrong !== undefined) throw new Refusal(401, "EndPoint.0003", wrong);
}

function findWrong(
  request: IncomingRequest,
  tokens: readonly string[] | undefined,
  accessKeys: ReadonlyMap<string, AccessKeySecret>,
  now: number,
): string | undefined {
  const token = request.headers.get("x-auth-token") ?? "";
  if (token !== "") {
    return tokens === undefined || tokens.includes(token) ? undefined : "the token is not known";
  }
  if (!request.headers.has("authorization")) return "send X-Auth-Token or a signed Authorization";
  return verifySignature(request, accessKeys, now);
}
