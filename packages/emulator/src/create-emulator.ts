import { type ApiName, apiNames } from "./api-name.js";
import { type Clock, createClock, createWallClock } from "./clock.js";
import { createEngine } from "./create-engine.js";
import type { Emulator } from "./emulator.js";
import { createInProcessFetch } from "./http/in-process-fetch.js";
import { listen } from "./http/listen.js";
import { createVpcepService } from "./huaweicloud-vpcep/service.js";
import type { VpcepState } from "./huaweicloud-vpcep/state.js";
import {
  checkPpioGpuOptions,
  checkVpcepOptions,
  type EmulatorOptions,
  type PpioGpuOptions,
  type VpcepOptions,
} from "./options.js";
import { createPpioGpuService } from "./ppio-gpu/service.js";
import type { PpioGpuState } from "./ppio-gpu/state.js";
import { createRandom, type Random } from "./random.js";
import type { Service, ServiceState } from "./service/service.js";
import { loadSpecification } from "./spec/load-specification.js";

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
      return assemble(api, ppioGpu, options);
    case "huaweicloud-vpcep":
      checkVpcepOptions(options);
      return assemble(api, vpcep, options);
    default:
      throw new TypeError(
        `createEmulator: no service is called ${api}; use ${apiNames.join(" or ")}`,
      );
  }
}

function ppioGpu(
  { instances = 250, apiKeys }: PpioGpuOptions,
  random: Random,
  clock: Clock,
): Service<PpioGpuState> {
  return createPpioGpuService({ instances, apiKeys }, random, clock);
}

function vpcep(options: VpcepOptions, random: Random, clock: Clock): Service<VpcepState> {
  const { services = 30, publicServices = 12, tokens, projectId } = options;
  const { accessKeys = {}, errorEnvelope = "nested" } = options;
  return createVpcepService(
    { services, publicServices, tokens, accessKeys, projectId, errorEnvelope },
    random,
    clock,
  );
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
    specification: loadSpecification(api),
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
