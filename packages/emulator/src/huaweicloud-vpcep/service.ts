import type { Clock } from "../clock.js";
import type { IncomingRequest } from "../http/incoming-request.js";
import type { Random } from "../random.js";
import { Refusal } from "../service/refusal.js";
import type { Service } from "../service/service.js";
import { refusalFor } from "./codes.js";
import { handlers } from "./handlers/index.js";
import { VpcepState } from "./state.js";
import { type AccessKeySecret, verifySignature } from "./verify-signature.js";

/** What decides how the VPCEP stand-in starts. */
export interface VpcepServiceOptions {
  readonly services: number;
  readonly publicServices: number;
  readonly tokens: readonly string[] | undefined;
  readonly accessKeys: Readonly<Record<string, AccessKeySecret>>;
  readonly projectId: string | undefined;
  readonly errorEnvelope: "nested" | "flat";
}

/** The VPCEP service, with its services seeded. */
export function createVpcepService(
  options: VpcepServiceOptions,
  random: Random,
  clock: Clock,
): Service<VpcepState> {
  const state = new VpcepState(random, clock);
  state.seedServices(options.services);
  state.seedPublicServices(options.publicServices);
  const accessKeys = new Map(Object.entries(options.accessKeys));
  return {
    state,
    handlers,
    authenticate: (request, now) => authenticate(request, options.tokens, accessKeys, now),
    authorize: ({ project_id: project }) => {
      if (options.projectId === undefined || project === options.projectId) return;
      throw new Refusal(403, "EndPoint.0004", `no access to project ${String(project)}`);
    },
    refusalFor,
    errorBody: ({ code, message }) =>
      options.errorEnvelope === "flat"
        ? { error_code: code, error_msg: message }
        : { error: { code, message } },
  };
}

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
