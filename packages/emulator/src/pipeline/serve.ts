import type { Clock } from "../clock.js";
import type { Fault, When } from "../faults/fault.js";
import { during, faultsOf } from "../faults/find-fault.js";
import { replaceAnswer } from "../faults/replace-answer.js";
import { abortable, delay } from "../http/abortable.js";
import { type Answer, BrokenConnection, toResponse } from "../http/answer.js";
import { type IncomingRequest, readIncoming } from "../http/incoming-request.js";
import type { RequestLog } from "../http/request-log.js";
import type { Route, Serve } from "../http/router.js";
import type { HeldRequests, Visit } from "../scheduler/held-requests.js";
import type { Problem } from "../service/problem.js";
import { Refusal } from "../service/refusal.js";
import type { Service, ServiceState } from "../service/service.js";
import { act, type UnkindBackend } from "./act.js";
import { toAnswer, toOutcome, withRequestId } from "./to-answer.js";

/** What one emulator serves with. */
export interface Engine<State extends ServiceState<State>> extends UnkindBackend<State> {
  readonly clock: Clock;
  readonly scheduler: HeldRequests;
  readonly log: RequestLog;
  /** A body with more bytes is refused. */
  readonly maxBodyBytes: number;
}

interface Passage<State> {
  readonly route: Route;
  readonly incoming: IncomingRequest;
  readonly signal: AbortSignal | undefined;
  readonly faults: readonly Fault<State>[];
  readonly visit: Visit;
}

/** Makes the function that takes one request from its arrival to its answer. */
export function createServe<State extends ServiceState<State>>(engine: Engine<State>): Serve {
  return async (request, route, signal) => {
    const incoming = await abortable(readIncoming(request, engine.maxBodyBytes), signal);
    const logged = engine.log.add(route.operation, incoming, engine.clock.now());
    const visit = engine.scheduler.arrive(logged);
    try {
      const faults = engine.faults.take(logged);
      const answer = await pass(engine, { route, incoming, signal, faults, visit });
      const response = toResponse(truncated(withRequestId(answer, logged.id), faults));
      logged.status = answer.status;
      return response;
    } finally {
      visit.leave();
    }
  };
}

async function pass<State extends ServiceState<State>>(
  engine: Engine<State>,
  passage: Passage<State>,
): Promise<Answer> {
  const { route, incoming, signal, faults, visit } = passage;
  await visit.stop("received", signal);
  const early = await disturb(engine, passage, "before");
  if (early) return early;
  if (incoming.tooLarge)
    return refuse(engine.service, { kind: "too-large", most: engine.maxBodyBytes });
  const outcome = act(engine, faults, route, incoming, engine.clock.now());
  await visit.stop("committed", signal);
  return (await disturb(engine, passage, "after")) ?? toAnswer(outcome);
}

/** The answer to what the emulator itself finds wrong, worded as the vendor does. */
export function refuse<State extends ServiceState<State>>(
  service: Service<State>,
  problem: Problem,
): Answer {
  return toAnswer(toOutcome(service.refusalFor(problem), service.errorBody));
}

/** What the faults do to a request at one moment: wait, break the connection, answer instead. */
async function disturb<State extends ServiceState<State>>(
  { service }: Engine<State>,
  { incoming, signal, faults }: Passage<State>,
  when: When,
): Promise<Answer | undefined> {
  for (const { ms } of during(faultsOf(faults, "latency"), when, "before")) await delay(ms, signal);
  if (during(faultsOf(faults, "reset"), when, "before").length > 0) throw new BrokenConnection();
  const replacement = replaceAnswer(faults, when, incoming.url);
  return replacement instanceof Refusal
    ? toAnswer(toOutcome(replacement, service.errorBody))
    : replacement;
}

function truncated<State>(answer: Answer, faults: readonly Fault<State>[]): Answer {
  const [truncate] = faultsOf(faults, "truncate");
  if (truncate === undefined || answer.text === undefined) return answer;
  const half = Math.floor(Buffer.byteLength(answer.text) / 2);
  throw new BrokenConnection({ answer, bytes: truncate.bytes ?? half });
}
