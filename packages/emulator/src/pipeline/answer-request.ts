import { alterBody } from "../faults/alter-body.js";
import type { Fault } from "../faults/fault.js";
import type { IncomingRequest } from "../http/incoming-request.js";
import type { Route } from "../http/router.js";
import type { CursorCodec } from "../service/cursor-codec.js";
import { ProblemError } from "../service/problem.js";
import { Refusal } from "../service/refusal.js";
import type { Handler, Service, ServiceState } from "../service/service.js";
import type { Operation } from "../spec/operation.js";
import type { Validator } from "../spec/validator.js";
import { checkAnswer } from "./check-answer.js";
import { readInput } from "./read-input.js";
import { toOutcome } from "./to-answer.js";

/** What every request of one emulator is answered with. */
export interface Backend<State extends ServiceState<State>> {
  readonly service: Service<State>;
  readonly handlers: ReadonlyMap<string, Handler<State>>;
  readonly validator: Validator;
  readonly cursors: CursorCodec;
  /** Whether an answer that does not fit the specification becomes a 500. */
  readonly strict: boolean;
  /** The present that dates of signatures are judged by, in milliseconds since 1970. */
  readonly signatureTime: () => number;
}

/** Status and body that a service gives; the body is plain data. */
export interface Outcome {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** One request, and what it is answered on. */
export interface Arrival<State> {
  readonly route: Route;
  readonly incoming: IncomingRequest;
  readonly state: State;
  readonly now: number;
  readonly faults: readonly Fault<State>[];
}

/** Answers one request on one state, in one go: nothing else happens in between. */
export function answerRequest<State extends ServiceState<State>>(
  backend: Backend<State>,
  arrival: Arrival<State>,
): Outcome {
  return orRefused(backend.service, () => {
    const outcome = orRefused(backend.service, () => perform(backend, arrival));
    const { operation } = arrival.route;
    if (backend.strict && operation && backend.handlers.has(operation.id)) {
      checkAnswer(operation, outcome.status, outcome.body, backend.validator);
    }
    return outcome;
  });
}

function orRefused<State extends ServiceState<State>>(
  service: Service<State>,
  act: () => Outcome,
): Outcome {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof ProblemError || error instanceof Refusal)) throw error;
    const refusal = error instanceof Refusal ? error : service.refusalFor(error.problem);
    return toOutcome(refusal, service.errorBody);
  }
}

function perform<State extends ServiceState<State>>(
  { service, handlers, validator, cursors, signatureTime }: Backend<State>,
  { route, incoming, state, now, faults }: Arrival<State>,
): Outcome {
  const operation = findOperation(route);
  if (operation.secured) service.authenticate(incoming, signatureTime());
  const run = handlers.get(operation.id);
  if (!run) throw new ProblemError({ kind: "no-handler", operation: operation.id });
  const input = readInput(operation, route, incoming, validator);
  if (operation.secured) service.authorize?.(input.path);
  const altered = alterBody(faults, operation, input.body);
  if (altered) refuseUnfit(operation, altered, validator);
  const body = run.run({ ...input, body: altered ?? input.body, operation, state, now, cursors });
  return { status: operation.successStatus, body, headers: {} };
}

/** A body that a fault made is the test's own; what is wrong with it is no answer of the service. */
function refuseUnfit({ id, body }: Operation, altered: unknown, validator: Validator): void {
  const wrong = body && validator.check("request", body.pointer, altered);
  if (!wrong) return;
  throw new Error(`a fault made a body of ${id} that does not fit: ${wrong.at} ${wrong.message}`);
}

function findOperation({ operation, allowed }: Route): Operation {
  if (operation) return operation;
  throw new ProblemError(allowed ? { kind: "wrong-method", allowed } : { kind: "unknown-path" });
}
