import { fileURLToPath } from "node:url";
import { type AnyApiOptions, checkAnyApiOptions, createAnyApiService } from "./any-api/service.js";
import { type Clock, createClock, createWallClock } from "./engine/clock.js";
import { createEngine } from "./engine/engine.js";
import type { EmulatorOptions } from "./engine/engine-options.js";
import type { Faults } from "./engine/faults/faults.js";
import { createInProcessFetch, type Fetch } from "./engine/http/in-process-fetch.js";
import { type Listening, type ListenOptions, listen } from "./engine/http/listen.js";
import type { LoggedRequest } from "./engine/http/request-log.js";
import { createRandom } from "./engine/random.js";
import type { RequestScheduler } from "./engine/scheduler/request-scheduler.js";
import type { Service, ServiceState, Surroundings } from "./engine/service.js";
import {
  loadShipped,
  readSpecification,
  readSpecificationFile,
  type Specification,
} from "./engine/spec/specification.js";
import { StandIn } from "./engine/stand-in/stand-in.js";
import type { StandInState } from "./engine/stand-in-state.js";
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
   * Responds without a socket; pass it to a client in place of the platform's `fetch`. It accepts any
   * origin. If the signal aborts, it rejects with the signal's reason.
   */
  readonly fetch: Fetch;
  /**
   * Serves the same on a socket, on 127.0.0.1 by default. May be called several times.
   *
   * @throws TypeError or RangeError for an option; the system's error when the port cannot be had
   */
  listen(options?: ListenOptions): Promise<Listening>;
  /** The service's data at the clock's current time; may be read and changed. */
  readonly state: State;
  /** Makes the service slow or broken, or adds a second writer. */
  readonly faults: Faults<State>;
  /** Pauses chosen requests, so that a test controls their order. */
  readonly scheduler: RequestScheduler;
  /** The service's clock. */
  readonly clock: Clock;
  /** What arrived, oldest first: the last 10 000 requests, unless the options say otherwise. */
  readonly requests: readonly LoggedRequest[];
  /** How many older requests `requests` no longer has. */
  readonly droppedRequests: number;
}

/**
 * Creates a stand-in for one service. It listens on no port: use `fetch`, or call `listen`.
 *
 * For any API, give its OpenAPI document as `spec`: requests are checked against it, lists with
 * `x-pagination` page over made-up items, lists that a PUT with `x-write-semantics` replaces keep what was
 * written, and everything else returns its example or a made-up value.
 *
 * @throws TypeError for an unknown service or option, and for a value that an option does not take;
 * RangeError for a number out of range; a one-line Error for a document that is unreadable or invalid
 * @example
 * const emulator = createEmulator("ppio-gpu", { instances: 3 });
 * const client = createPpioGpuClient({ apiKey: "any", fetch: emulator.fetch });
 * @example
 * const emulator = createEmulator({ spec: "specs/my-api/openapi.yaml", items: 40 });
 */
export function createEmulator(api: "ppio-gpu", options?: PpioGpuOptions): Emulator<PpioGpuState>;
export function createEmulator(
  api: "huaweicloud-vpcep",
  options?: VpcepOptions,
): Emulator<VpcepState>;
export function createEmulator(options: AnyApiOptions): Emulator<StandInState>;
export function createEmulator(
  api: ApiName | AnyApiOptions,
  options: PpioGpuOptions & VpcepOptions = {},
): Emulator<PpioGpuState> | Emulator<VpcepState> | Emulator<StandInState> {
  if (typeof api === "object") return standInFor(api);
  switch (api) {
    case "ppio-gpu":
      checkPpioGpuOptions(options);
      return assemble(options, shippedBundle(api), (surroundings) =>
        createPpioGpuService(options, surroundings),
      );
    case "huaweicloud-vpcep":
      checkVpcepOptions(options);
      return assemble(options, shippedBundle(api), (surroundings) =>
        createVpcepService(options, surroundings),
      );
    default:
      throw new TypeError(
        `createEmulator: no service is called ${api}; use ${apiNames.join(" or ")}, or { spec }`,
      );
  }
}

function standInFor(options: AnyApiOptions): Emulator<StandInState> {
  checkAnyApiOptions(options);
  const { spec, seed = 1, items = 250 } = options;
  const file = spec instanceof URL ? fileURLToPath(spec) : spec;
  const specification =
    typeof file === "string" ? readSpecificationFile(file) : readSpecification(file);
  return assemble(
    options,
    specification,
    ({ standIn }) => createAnyApiService(specification, standIn, seed),
    items,
  );
}

function shippedBundle(api: ApiName): Specification {
  return loadShipped(fileURLToPath(new URL(`../openapi/${api}.yaml`, import.meta.url)));
}

function assemble<State extends ServiceState<State>>(
  options: EmulatorOptions,
  specification: Specification,
  createService: (surroundings: Surroundings) => Service<State>,
  items = 20,
): Emulator<State> {
  const { seed = 1, strict = true, clock: wanted = createClock(), speed, cors = false } = options;
  const { maxBodyBytes = 2 ** 20, loggedRequests = 10_000, loggedBodyBytes = 2 ** 16 } = options;
  const clock = wanted === "wall" ? createWallClock(speed) : wanted;
  const standIn = new StandIn(specification, { seed, items });
  const surroundings = { random: createRandom(seed), clock, standIn: standIn.createState() };
  const service = createService(surroundings);
  const engine = createEngine({
    specification,
    service,
    standIn,
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
