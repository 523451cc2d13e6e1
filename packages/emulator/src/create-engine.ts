import type { Clock } from "./clock.js";
import { FaultList, type Faults } from "./faults/faults.js";
import { StaleReads } from "./faults/stale-reads.js";
import type { AllowedOrigins } from "./http/allow-origins.js";
import type { Answer } from "./http/answer.js";
import { type LogLimits, RequestLog } from "./http/request-log.js";
import { createRouter, type Router } from "./http/router.js";
import { createServe, refuse } from "./pipeline/serve.js";
import { HeldRequests } from "./scheduler/held-requests.js";
import type { RequestScheduler } from "./scheduler/request-scheduler.js";
import { createCursorCodec } from "./service/cursor-codec.js";
import type { Service, ServiceState } from "./service/service.js";
import type { Specification } from "./spec/specification.js";

/** What {@link createEngine} puts together. */
export interface EngineParts<State extends ServiceState<State>> extends LogLimits {
  readonly specification: Specification;
  readonly service: Service<State>;
  readonly clock: Clock;
  readonly seed: number;
  readonly strict: boolean;
  /** Bodies with more bytes are refused. */
  readonly maxBodyBytes: number;
  /** Which pages in a browser may use the service. */
  readonly origins: AllowedOrigins;
  /** The present that dates of signatures are judged by, in milliseconds since 1970. */
  readonly signatureTime: () => number;
}

/** A service behind a router that is read from its bundle. */
export interface RunningEngine<State> {
  readonly router: Router;
  readonly faults: Faults<State>;
  readonly scheduler: RequestScheduler;
  readonly log: RequestLog;
  /** The answer to a request that came to the wrong host. */
  readonly refuseHost: (host: string) => Answer;
}

/** Joins a service with its bundle. @throws when a handler names an operation the bundle lacks */
export function createEngine<State extends ServiceState<State>>(
  parts: EngineParts<State>,
): RunningEngine<State> {
  const { specification, service, clock, seed, strict, maxBodyBytes, signatureTime } = parts;
  const { operations, validator } = specification;
  const handlers = new Map(service.handlers.map((each) => [each.operationId, each]));
  const known = new Set(operations.map(({ id }) => id));
  const stray = [...handlers.keys()].filter((id) => !known.has(id));
  if (stray.length > 0) throw new Error(`no such operation in the bundle: ${stray.join(", ")}`);
  const log = new RequestLog(parts);
  const scheduler = new HeldRequests(known);
  const staleReads = new StaleReads<State>();
  const faults = new FaultList<State>(known, () => staleReads.clear());
  const serve = createServe<State>({
    service,
    handlers,
    validator,
    cursors: createCursorCodec(`cloud-clients emulator ${seed}`),
    strict,
    clock,
    log,
    maxBodyBytes,
    signatureTime,
    faults,
    staleReads,
    scheduler,
  });
  return {
    router: createRouter(operations, serve, parts.origins),
    log,
    faults,
    scheduler,
    refuseHost: (host) => refuse(service, { kind: "foreign-host", host }),
  };
}
