import type { Clock } from "./clock.js";
import { createCursorCodec } from "./cursor-codec.js";
import { during, faultsOf, repeatCursor, replaceResponse, StaleReads } from "./faults/effects.js";
import type { Fault, When } from "./faults/fault.js";
import { FaultList, type Faults } from "./faults/faults.js";
import { abortable, delay } from "./http/abortable.js";
import type { AllowedOrigins } from "./http/allow-origins.js";
import { type IncomingRequest, readIncoming } from "./http/incoming-request.js";
import { type LogLimits, RequestLog, type Secrets } from "./http/request-log.js";
import { createRouter, type Route, type Router, type Serve } from "./http/router.js";
import {
  BrokenConnection,
  serializeJson,
  type TextResponse,
  toResponse,
} from "./http/text-response.js";
import { type Problem, Refusal } from "./refusal.js";
import { refusalOf } from "./refusal-of.js";
import { type Backend, type Outcome, respond, toOutcome } from "./respond.js";
import { HeldRequests, type RequestScheduler, type Visit } from "./scheduler/request-scheduler.js";
import type { Service, ServiceState } from "./service.js";
import type { Operation } from "./spec/operations.js";
import type { Specification } from "./spec/specification.js";
import type { StandIn } from "./stand-in/stand-in.js";

/** What {@link createEngine} puts together. */
export interface EngineParts<State extends ServiceState<State>> extends LogLimits {
  readonly specification: Specification;
  readonly service: Service<State>;
  /** Responds where the service has no handler. */
  readonly standIn: StandIn;
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
  /** The response to a request that came to the wrong host. */
  readonly refuseHost: (host: string) => TextResponse;
}

/** Joins a service with its bundle. @throws when a handler names an operation the bundle lacks */
export function createEngine<State extends ServiceState<State>>(
  parts: EngineParts<State>,
): RunningEngine<State> {
  const { specification, service, clock, seed, maxBodyBytes } = parts;
  const { operations, validator, deref } = specification;
  const known = new Set(operations.map(({ id }) => id));
  const stray = Object.keys(service.handlers).filter((id) => !known.has(id));
  if (stray.length > 0) throw new Error(`no such operation in the bundle: ${stray.join(", ")}`);
  const staleReads = new StaleReads<State>();
  const engine: Engine<State> = {
    service,
    standIn: parts.standIn,
    validator,
    deref,
    cursors: createCursorCodec(`cloud-clients emulator ${seed}`),
    strict: parts.strict,
    signatureTime: parts.signatureTime,
    clock,
    maxBodyBytes,
    log: new RequestLog(parts, secretsOf(specification)),
    scheduler: new HeldRequests(known),
    faults: new FaultList<State>(known, () => staleReads.clear()),
    staleReads,
  };
  const serve: Serve = (request, route, signal) => serveRequest(engine, request, route, signal);
  return {
    router: createRouter(specification, serve, parts.origins),
    log: engine.log,
    faults: engine.faults,
    scheduler: engine.scheduler,
    refuseHost: (host) => refuse(service, { kind: "foreign-host", host }),
  };
}

/** Where requests carry API keys. */
function secretsOf({ securitySchemes }: Specification): Secrets {
  const keys = Object.values(securitySchemes).filter(({ type }) => type === "apiKey");
  const namesIn = (place: string): string[] =>
    keys.filter((scheme) => scheme.in === place).map(({ name }) => String(name));
  return {
    headers: new Set(namesIn("header").map((name) => name.toLowerCase())),
    query: new Set(namesIn("query")),
  };
}

interface Engine<State extends ServiceState<State>> extends Backend<State> {
  readonly clock: Clock;
  readonly maxBodyBytes: number;
  readonly log: RequestLog;
  readonly scheduler: HeldRequests;
  readonly faults: FaultList<State>;
  readonly staleReads: StaleReads<State>;
}

/** One request on its way, with the faults that it meets. */
interface Passage<State> {
  readonly route: Route;
  readonly incoming: IncomingRequest;
  readonly signal: AbortSignal | undefined;
  readonly faults: readonly Fault<State>[];
  readonly visit: Visit;
}

/** Takes a request from its arrival to its response. */
async function serveRequest<State extends ServiceState<State>>(
  engine: Engine<State>,
  request: Request,
  route: Route,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const incoming = await abortable(readIncoming(request, engine.maxBodyBytes), signal);
  const logged = engine.log.add(route.operation, incoming, engine.clock.now());
  const visit = engine.scheduler.arrive(logged);
  try {
    const faults = engine.faults.take(logged);
    const made = await pass(engine, { route, incoming, signal, faults, visit });
    const response = toResponse(truncated(withRequestId(made, logged.id), faults));
    logged.status = made.status;
    return response;
  } finally {
    visit.leave();
  }
}

async function pass<State extends ServiceState<State>>(
  engine: Engine<State>,
  passage: Passage<State>,
): Promise<TextResponse> {
  const { incoming, signal, visit } = passage;
  await visit.stop("received", signal);
  const early = await disturb(engine, passage, "before");
  if (early) return early;
  if (incoming.tooLarge) {
    const problem: Problem = { kind: "too-large", most: engine.maxBodyBytes };
    return refuse(engine.service, problem, passage.route.operation);
  }
  const outcome = takeEffect(engine, passage);
  await visit.stop("committed", signal);
  return (await disturb(engine, passage, "after")) ?? toTextResponse(outcome);
}

/** What the faults do to a request at one moment: wait, break the connection, respond instead. */
async function disturb<State extends ServiceState<State>>(
  { service }: Engine<State>,
  { route, incoming, signal, faults }: Passage<State>,
  when: When,
): Promise<TextResponse | undefined> {
  for (const { ms } of during(faultsOf(faults, "latency"), when, "before")) await delay(ms, signal);
  if (during(faultsOf(faults, "reset"), when, "before").length > 0) throw new BrokenConnection();
  const replacement = replaceResponse(faults, when, incoming.url);
  return replacement instanceof Refusal
    ? toTextResponse(toOutcome(replacement, service, route.operation))
    : replacement;
}

/**
 * Lets a request take effect, in one go, under the faults that bear on the state: a second writer,
 * a write that is ignored or slow to show, a cursor that repeats.
 */
function takeEffect<State extends ServiceState<State>>(
  engine: Engine<State>,
  { route, incoming, faults }: Passage<State>,
): Outcome {
  const { state } = engine.service;
  const { operation } = route;
  const now = engine.clock.now();
  state.settle(now);
  const others = faultsOf(faults, "secondWriter");
  for (const { when, write } of others) if (when === "before") write(state);
  const reads = operation?.method === "get" || operation?.pagination !== undefined;
  const ignored = faultsOf(faults, "ignoreWrite").length > 0;
  const [slow] = reads ? [] : faultsOf(faults, "staleReads");
  const before = slow && state.clone();
  const seen =
    (reads ? engine.staleReads.read(now) : undefined) ?? (ignored ? state.clone() : state);
  const outcome = respond(engine, { route, incoming, state: seen, now, faults });
  const succeeded = outcome.status < 300;
  if (slow && before && succeeded) engine.staleReads.open(before, slow, now);
  for (const { when, write } of others) if (when === "after") write(state);
  if (!operation || !succeeded || faultsOf(faults, "repeatCursor").length === 0) return outcome;
  return { ...outcome, body: repeatCursor(outcome.body, operation, incoming.url.searchParams) };
}

function truncated<State>(response: TextResponse, faults: readonly Fault<State>[]): TextResponse {
  const [truncate] = faultsOf(faults, "truncate");
  if (truncate === undefined || response.text === undefined) return response;
  const half = Math.floor(Buffer.byteLength(response.text) / 2);
  throw new BrokenConnection({ response, bytes: truncate.bytes ?? half });
}

/** The response to what the emulator itself finds wrong, worded as the vendor does. */
function refuse<State extends ServiceState<State>>(
  service: Service<State>,
  problem: Problem,
  operation?: Operation,
): TextResponse {
  return toTextResponse(toOutcome(refusalOf(service, problem, operation), service, operation));
}

function toTextResponse({ status, headers, body }: Outcome): TextResponse {
  if (body === undefined) return { status, headers, text: undefined };
  const text = serializeJson(body);
  return { status, headers: { "content-type": "application/json", ...headers }, text };
}

function withRequestId(response: TextResponse, id: number): TextResponse {
  const requestId = `req-${String(id).padStart(8, "0")}`;
  return { ...response, headers: { "x-request-id": requestId, ...response.headers } };
}
