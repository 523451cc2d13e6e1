import { type ApiName, apiNames } from "./api-name.js";
import { type Clock, createClock, createWallClock } from "./clock.js";
import { createEngine } from "./create-engine.js";
import type { Emulator } from "./emulator.js";
import { createInProcessFetch } from "./http/in-process-fetch.js";
import { listen } from "./http/listen.js";
import { createVpcepService } from "./huaweicloud-vpcep/service.js";
import type { VpcepState } from "./huaweicloud-vpcep/state.js";
import type { EmulatorOptions, PpioGpuOptions, VpcepOptions } from "./options.js";
import { createPpioGpuService } from "./ppio-gpu/service.js";
import type { PpioGpuState } from "./ppio-gpu/state.js";
import { createRandom, type Random } from "./random.js";
import type { Service, ServiceState } from "./service/service.js";
import { loadSpecification } from "./spec/load-specification.js";

/**
 * Starts a stand-in for one service. Nothing listens yet: use `fetch`, or call `listen`.
 *
 * @throws Error for an unknown service; RangeError for a count or seed that is no whole number ≥ 0
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
  const { clock: wanted = createClock(), seed = 1 } = options;
  const clock = wanted === "wall" ? createWallClock() : wanted;
  const random = createRandom(checkCount("seed", seed));
  switch (api) {
    case "ppio-gpu":
      return assemble(api, ppioGpu(options, random, clock), clock, options);
    case "huaweicloud-vpcep":
      return assemble(api, vpcep(options, random, clock), clock, options);
    default:
      throw new Error(`createEmulator: no service is called ${api}; use ${apiNames.join(" or ")}`);
  }
}

function ppioGpu(options: PpioGpuOptions, random: Random, clock: Clock): Service<PpioGpuState> {
  const instances = checkCount("instances", options.instances ?? 250);
  return createPpioGpuService({ instances, apiKeys: options.apiKeys }, random, clock);
}

function vpcep(options: VpcepOptions, random: Random, clock: Clock): Service<VpcepState> {
  const { tokens, projectId, accessKeys = {}, errorEnvelope = "nested" } = options;
  const services = checkCount("services", options.services ?? 30);
  const publicServices = checkCount("publicServices", options.publicServices ?? 12);
  return createVpcepService(
    { services, publicServices, tokens, accessKeys, projectId, errorEnvelope },
    random,
    clock,
  );
}

function assemble<State extends ServiceState<State>>(
  api: ApiName,
  service: Service<State>,
  clock: Clock,
  { seed = 1, strict = true }: EmulatorOptions,
): Emulator<State> {
  const specification = loadSpecification(api);
  const engine = createEngine({ specification, service, clock, seed, strict });
  return {
    fetch: createInProcessFetch(engine.router),
    listen: (options) => listen(engine.router, options),
    get state() {
      service.state.settle(clock.now());
      return service.state;
    },
    faults: engine.faults,
    scheduler: engine.scheduler,
    clock,
    requests: engine.requests,
  };
}

function checkCount(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new RangeError(
    `createEmulator: ${name} must be a whole number of at least 0, not ${value}`,
  );
}
