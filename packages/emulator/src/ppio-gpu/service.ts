import { secrets } from "../engine/check-options.js";
import {
  checkEngineOptions,
  type EmulatorOptions,
  engineOptionTypes,
  seedCount,
} from "../engine/engine-options.js";
import type { IncomingRequest } from "../engine/http/incoming-request.js";
import { type Problem, Refusal, sayProblem } from "../engine/refusal.js";
import type { Handlers, Service, ServiceRoom, Surroundings } from "../engine/service.js";
import { endpointHandlers } from "./endpoints.js";
import { imageHandlers } from "./images.js";
import { instanceOrderHandlers } from "./instance-orders.js";
import { instanceHandlers } from "./instances.js";
import { jobHandlers } from "./jobs.js";
import { networkHandlers } from "./networks.js";
import { prewarmTaskHandlers } from "./prewarm-tasks.js";
import { productHandlers } from "./products.js";
import { PpioGpuState, seedAccount } from "./state.js";
import { templateHandlers } from "./templates.js";

/** Options of the PPIO GPU stand-in. */
export interface PpioGpuOptions extends EmulatorOptions {
  /**
   * How many instances exist at the start.
   *
   * @default 250
   */
  readonly instances?: number | undefined;
  /**
   * The API keys that are accepted.
   *
   * @default any that is not empty
   */
  readonly apiKeys?: readonly string[] | undefined;
}

function check(options: object): asserts options is PpioGpuOptions {
  checkEngineOptions<PpioGpuOptions>('createEmulator("ppio-gpu")', options, {
    ...engineOptionTypes,
    instances: seedCount,
    apiKeys: secrets,
  });
}

const handlers: Handlers<PpioGpuState> = {
  ...instanceHandlers,
  ...instanceOrderHandlers,
  ...endpointHandlers,
  ...jobHandlers,
  ...imageHandlers,
  ...prewarmTaskHandlers,
  ...templateHandlers,
  ...networkHandlers,
  ...productHandlers,
};

function create(
  options: PpioGpuOptions,
  { random, clock, standIn }: Surroundings,
): Service<PpioGpuState> {
  const state = new PpioGpuState(random, clock, standIn);
  state.seedInstances(options.instances ?? 250);
  seedAccount(state, clock.now());
  return {
    state,
    handlers,
    authenticate: (request) => authenticate(request, options.apiKeys),
    refusalFor,
    errorBody: ({ status, code, message }) => ({ code: status, reason: code, message }),
  };
}

/** The PPIO GPU service, with an account that has a few of everything. */
export const ppioGpu: ServiceRoom<PpioGpuOptions, PpioGpuState> = {
  check,
  create,
  commandLine: [
    {
      name: "instances",
      option: "instances",
      kind: "count",
      help: "instances at the start (default: 250)",
    },
  ],
};

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
    case "no-credential":
      return new Refusal(401, "UNAUTHORIZED", message);
    case "stale-version":
      return new Refusal(409, "FAILED_PRECONDITION", message);
    case "unknown-path":
      return new Refusal(404, "NOT_FOUND", message);
    case "wrong-method":
      return new Refusal(405, "METHOD_NOT_ALLOWED", message, { allow: problem.allowed.join(", ") });
    case "too-large":
      return new Refusal(413, "PAYLOAD_TOO_LARGE", message);
    case "foreign-host":
      return new Refusal(421, "MISDIRECTED_REQUEST", message);
    case "broken-response":
      return new Refusal(500, "INTERNAL", message);
    case "unknown-cursor":
    case "not-json":
    case "missing-body":
    case "invalid":
    case "duplicate-entry":
    case "too-many-entries":
      return new Refusal(400, "INVALID_ARGUMENT", message);
  }
}
