import type { Clock } from "../clock.js";
import type { IncomingRequest } from "../http/incoming-request.js";
import type { Random } from "../random.js";
import { type Problem, sayProblem } from "../service/problem.js";
import { Refusal } from "../service/refusal.js";
import type { Service } from "../service/service.js";
import { handlers } from "./handlers/index.js";
import { seedAccount } from "./seed-account.js";
import { PpioGpuState } from "./state.js";

/** What decides how the PPIO GPU stand-in starts. */
export interface PpioGpuServiceOptions {
  readonly instances: number;
  readonly apiKeys: readonly string[] | undefined;
}

/** The PPIO GPU service, with an account that has a few of everything. */
export function createPpioGpuService(
  options: PpioGpuServiceOptions,
  random: Random,
  clock: Clock,
): Service<PpioGpuState> {
  const state = new PpioGpuState(random, clock);
  state.seedInstances(options.instances);
  seedAccount(state, clock.now());
  return {
    state,
    handlers,
    authenticate: (request) => authenticate(request, options.apiKeys),
    refusalFor,
    errorBody: ({ status, code, message }) => ({ code: status, reason: code, message }),
  };
}

function authenticate({ headers }: IncomingRequest, known: readonly string[] | undefined): void {
  const key = /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (key === undefined) {
    throw new Refusal(401, "UNAUTHORIZED", "send the API key as Authorization: Bearer <key>");
  }
  if (known !== undefined && !known.includes(key)) {
    throw new Refusal(401, "UNAUTHORIZED", "the API key is not known");
  }
}

function refusalFor(problem: Problem): Refusal {
  const message = sayProblem(problem);
  switch (problem.kind) {
    case "unknown-path":
      return new Refusal(404, "NOT_FOUND", message);
    case "wrong-method":
      return new Refusal(405, "METHOD_NOT_ALLOWED", message, { allow: problem.allowed.join(", ") });
    case "too-large":
      return new Refusal(413, "PAYLOAD_TOO_LARGE", message);
    case "foreign-host":
      return new Refusal(421, "MISDIRECTED_REQUEST", message);
    case "no-handler":
      return new Refusal(501, "NOT_IMPLEMENTED", message);
    case "broken-answer":
      return new Refusal(500, "INTERNAL", message);
    case "unknown-cursor":
    case "not-json":
    case "missing-body":
    case "invalid":
    case "duplicate-entry":
      return new Refusal(400, "INVALID_ARGUMENT", message);
  }
}
