import { secrets } from "../engine/check-options.js";
import {
  checkEngineOptions,
  type EmulatorOptions,
  engineOptionTypes,
  seedCount,
} from "../engine/engine-options.js";
import type { IncomingRequest } from "../engine/http/incoming-request.js";
import { type Problem, Refusal } from "../engine/refusal.js";
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

const codes: Readonly<Record<Problem["kind"], string>> = {
  "broken-response": "INTERNAL",
  "duplicate-entry": "INVALID_ARGUMENT",
  "foreign-host": "MISDIRECTED_REQUEST",
  invalid: "INVALID_ARGUMENT",
  "missing-body": "INVALID_ARGUMENT",
  "no-credential": "UNAUTHORIZED",
  "not-json": "INVALID_ARGUMENT",
  "stale-version": "FAILED_PRECONDITION",
  "too-large": "PAYLOAD_TOO_LARGE",
  "too-many-entries": "INVALID_ARGUMENT",
  "unknown-cursor": "INVALID_ARGUMENT",
  "unknown-path": "NOT_FOUND",
  "wrong-method": "METHOD_NOT_ALLOWED",
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
    codeFor: ({ kind }) => codes[kind],
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
