import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type AnyApiOptions,
  checkAnyApiOptions,
  checkStandInOptions,
  createAnyApiService,
  type StandInOptions,
  standInCommandLine,
} from "./any-api/service.js";
import { type Clock, createClock, createWallClock } from "./engine/clock.js";
import { createEngine } from "./engine/engine.js";
import type { EmulatorOptions } from "./engine/engine-options.js";
import type { Faults } from "./engine/faults/faults.js";
import { createInProcessFetch, type Fetch } from "./engine/http/in-process-fetch.js";
import { type Listening, type ListenOptions, listen } from "./engine/http/listen.js";
import type { LoggedRequest } from "./engine/http/request-log.js";
import { createRandom } from "./engine/random.js";
import type { RequestScheduler } from "./engine/scheduler/request-scheduler.js";
import type {
  CommandOption,
  Service,
  ServiceRoom,
  ServiceState,
  Surroundings,
} from "./engine/service.js";
import {
  loadShipped,
  readSpecification,
  readSpecificationFile,
  type Specification,
} from "./engine/spec/specification.js";
import { StandIn } from "./engine/stand-in/stand-in.js";
import type { StandInState } from "./engine/stand-in-state.js";
import { type VpcepOptions, vpcep } from "./huaweicloud-vpcep/service.js";
import type { VpcepState } from "./huaweicloud-vpcep/state.js";
import { type PpioGpuOptions, ppioGpu } from "./ppio-gpu/service.js";
import type { PpioGpuState } from "./ppio-gpu/state.js";

/** The services that behave as their vendor documents them: what each takes, and what it remembers. */
export interface KnownServices {
  "huaweicloud-vpcep": { options: VpcepOptions; state: VpcepState };
  "ppio-gpu": { options: PpioGpuOptions; state: PpioGpuState };
}

/** Name of an API whose stand-in behaves as the vendor documents its service. */
export type ApiName = keyof KnownServices;

/** What `createEmulator` takes for an API, by its name. */
export type OptionsOf<Api extends string> = Api extends ApiName
  ? KnownServices[Api]["options"]
  : StandInOptions;

/** What the stand-in for an API remembers, by its name. */
export type StateOf<Api extends string> = Api extends ApiName
  ? KnownServices[Api]["state"]
  : StandInState;

/**
 * The rooms with handlers, by the names of their APIs; a test compares them with the folders. Every other
 * API that is shipped does what its document says.
 */
export const services = {
  "huaweicloud-vpcep": serviceOf<VpcepOptions, VpcepState>(vpcep),
  "ppio-gpu": serviceOf<PpioGpuOptions, PpioGpuState>(ppioGpu),
} satisfies Record<ApiName, object>;

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
 * Takes the name of an API of this repository, or any API's OpenAPI document as `spec`. Where the API has no
 * handlers of its own, requests are checked against the document, lists with `x-pagination` page over made-up
 * items, lists that a PUT with `x-write-semantics` replaces keep what was written, and everything else returns
 * its example or a made-up value.
 *
 * @throws TypeError for an unknown service or option, and for a value that an option does not take;
 * RangeError for a number out of range; a one-line Error for a document that is unreadable or invalid
 * @example
 * const emulator = createEmulator("ppio-gpu", { instances: 3 });
 * const client = createPpioGpuClient({ apiKey: "any", fetch: emulator.fetch });
 * @example
 * const emulator = createEmulator({ spec: "specs/my-api/openapi.yaml", items: 40 });
 */
export function createEmulator<Api extends ApiName | (string & {})>(
  api: Api,
  options?: OptionsOf<Api>,
): Emulator<StateOf<Api>>;
export function createEmulator(options: AnyApiOptions): Emulator<StandInState>;
export function createEmulator(api: string | AnyApiOptions, options: object = {}) {
  return typeof api === "string" ? openByName(api, options) : openDocument(api);
}

/** Creates a stand-in whose options nobody has looked at yet. @throws as `createEmulator` */
export function openByName(api: string, options: object) {
  if (isService(api)) return services[api].open(api, options);
  const known = apiNames();
  if (!known.includes(api)) {
    throw new TypeError(
      `createEmulator: no service is called ${api}; use ${known.join(" or ")}, or { spec }`,
    );
  }
  checkStandInOptions(`createEmulator("${api}")`, options);
  return standInFor(shippedBundle(api), options);
}

/** The names of the APIs that this package knows: those whose bundle it ships. */
export function apiNames(): string[] {
  const files = readdirSync(shipped).filter((file) => file.endsWith(".yaml"));
  return files.map((file) => file.slice(0, -".yaml".length)).sort();
}

/** What the command line takes for one API alone, or for the API of a document. */
export function commandLineOf(api?: string): readonly CommandOption[] {
  return api !== undefined && isService(api) ? services[api].room.commandLine : standInCommandLine;
}

function isService(api: string): api is ApiName {
  return Object.hasOwn(services, api);
}

/** A room, and what makes an emulator of it. */
interface EmulatedService<Options extends EmulatorOptions, State extends ServiceState<State>> {
  readonly room: ServiceRoom<Options, State>;
  open(api: ApiName, options: object): Emulator<State>;
}

function serviceOf<Options extends EmulatorOptions, State extends ServiceState<State>>(
  room: ServiceRoom<Options, State>,
): EmulatedService<Options, State> {
  return {
    room,
    open: (api, options) => {
      room.check(options);
      return assemble(options, shippedBundle(api), (surroundings) =>
        room.create(options, surroundings),
      );
    },
  };
}

function openDocument(options: object): Emulator<StandInState> {
  checkAnyApiOptions(options);
  const { spec } = options;
  const file = spec instanceof URL ? fileURLToPath(spec) : spec;
  const specification =
    typeof file === "string" ? readSpecificationFile(file) : readSpecification(file);
  return standInFor(specification, options);
}

function standInFor(specification: Specification, options: StandInOptions): Emulator<StandInState> {
  const { seed = 1, items = 250 } = options;
  return assemble(
    options,
    specification,
    ({ standIn }) => createAnyApiService(specification, standIn, seed),
    items,
  );
}

const shipped = fileURLToPath(new URL("../openapi/", import.meta.url));

/** The bundle of an API that this package ships. */
export function shippedBundle(api: string): Specification {
  return loadShipped(`${shipped}${api}.yaml`);
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
