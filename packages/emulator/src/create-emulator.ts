import { type Clock, createClock, createWallClock } from "./engine/clock.js";
import { createEngine } from "./engine/engine.js";
import type { EmulatorOptions } from "./engine/engine-options.js";
import type { Faults } from "./engine/faults/faults.js";
import { createInProcessFetch, type Fetch } from "./engine/http/in-process-fetch.js";
import { type Listening, type ListenOptions, listen } from "./engine/http/listen.js";
import type { LoggedRequest } from "./engine/http/request-log.js";
import { createRandom, type Random } from "./engine/random.js";
import type { RequestScheduler } from "./engine/scheduler/request-scheduler.js";
import type { Service, ServiceState } from "./engine/service.js";
import { loadSpecification } from "./engine/spec/specification.js";
import {
  checkVpcepOptions,
  createVpcepService,
  type VpcepOptions,
} from "./huaweicloud-vpcep/service.js";
import type { VpcepState } from "./huaweicloud-vpcep/state.js";
import {
  checkPpioGpuOptions,
  createPpioGpuService,
  type PpioGpuOptions,
} from "./ppio-gpu/service.js";
import type { PpioGpuState } from "./ppio-gpu/state.js";

/** Name of a service that the emulator can stand in for. */
export type ApiName = "ppio-gpu" | "huaweicloud-vpcep";

/** The services that the emulator can stand in for. */
export const apiNames = ["ppio-gpu", "huaweicloud-vpcep"] as const satisfies readonly ApiName[];

/** A stand-in for one service, in memory. */
export interface Emulator<State> {
  /**
   * Answers without a socket; hand it to a client in place of the platform's `fetch`. Any origin
   * will do. An abort rejects with the signal's reason.
   */
  readonly fetch: Fetch;
  /**
   * Serves the same on a socket, 127.0.0.1 unless told otherwise. May be called several times.
   *
   * @throws TypeError or RangeError for an option; the system's error when the port cannot be had
   */
  listen(options?: ListenOptions): Promise<Listening>;
  /** What the service remembers, at the clock's present; may be read and changed. */
  readonly state: State;
  /** Makes the service slow, broken, forgetful or contested. */
  readonly faults: Faults<State>;
  /** Pauses chosen requests, so that a test decides what happens first. */
  readonly scheduler: RequestScheduler;
  /** The present, for the service. */
  readonly clock: Clock;
  /** What arrived, oldest first: the last 10 000 requests, unless the options say otherwise. */
  readonly requests: readonly LoggedRequest[];
  /** How many older requests `requests` no longer has. */
  readonly droppedRequests: number;
}

/**
 * Starts a stand-in for one service. Nothing listens yet: use `fetch`, or call `listen`.
 *
 * @throws TypeError for an unknown service or option, and for a value that an option does not take;
 * RangeError for such a number
 * @example
 * const emulator = createEmulator("ppio-gpu", { instances: 3 });
 * const client = createPpioGpuClient({ apiKey: "any", fetch: emulator.fetch });
 */
export function createEmulator(api: "ppio-gpu", options?: PpioGpuOptions): Emulator<PpioGpuState>;
export function createEmulator(
  api: "huaweicloud-vpcep",
  options?: VpcepOptions,
): Emulator<VpcepState>;
export function createEmulator(
  api: ApiName,
  options: PpioGpuOptions & VpcepOptions = {},
): Emulator<PpioGpuState> | Emulator<VpcepState> {
  switch (api) {
    case "ppio-gpu":
      checkPpioGpuOptions(options);
      return assemble(api, createPpioGpuService, options);
    case "huaweicloud-vpcep":
      checkVpcepOptions(options);
      return assemble(api, createVpcepService, options);
    default:
      throw new TypeError(
        `createEmulator: no service is called ${api}; use ${apiNames.join(" or ")}`,
      );
  }
}

function assemble<State extends ServiceState<State>, Options extends EmulatorOptions>(
  api: ApiName,
  createService: (options: Options, random: Random, clock: Clock) => Service<State>,
  options: Options,
): Emulator<State> {
  const { seed = 1, strict = true, clock: wanted = createClock(), speed, cors = false } = options;
  const { maxBodyBytes = 2 ** 20, loggedRequests = 10_000, loggedBodyBytes = 2 ** 16 } = options;
  const clock = wanted === "wall" ? createWallClock(speed) : wanted;
  const service = createService(options, createRandom(seed), clock);
  const engine = createEngine({
    specification: loadSpecification(new URL(`../openapi/${api}.yaml`, import.meta.url)),
    service,
    clock,
    signatureTime: wanted === "wall" ? Date.now : () => clock.now(),
    seed,
    strict,
    origins: cors,
    maxBodyBytes,
    loggedRequests,
    loggedBodyBytes,
  });
  return {
    fetch: createInProcessFetch(engine.router),
    listen: (where) => listen(engine, where),
    get state() {
      service.state.settle(clock.now());
      return service.state;
    },
    faults: engine.faults,
    scheduler: engine.scheduler,
    clock,
    requests: engine.log.entries,
    get droppedRequests() {
      return engine.log.dropped;
    },
  };
}
