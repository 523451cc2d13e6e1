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
}

/** Status and body that a service gives; the body is plain data. */
export interface Outcome {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers one request on one state, in one go: nothing else happens in between. */
export function answerRequest<State extends ServiceState<State>>(
  backend: Backend<State>,
  route: Route,
  incoming: IncomingRequest,
  state: State,
  now: number,
): Outcome {
  return orRefused(backend.service, () => {
    const outcome = orRefused(backend.service, () => perform(backend, route, incoming, state, now));
    const { operation } = route;
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
  { service, handlers, validator, cursors }: Backend<State>,
  route: Route,
  incoming: IncomingRequest,
  state: State,
  now: number,
): Outcome {
  const operation = findOperation(route);
  if (operation.secured) service.authenticate(incoming, now);
  const run = handlers.get(operation.id);
  if (!run) throw new ProblemError({ kind: "no-handler", operation: operation.id });
  const input = readInput(operation, route, incoming, validator);
  if (operation.secured) service.authorize?.(input.path);
  const body = run.run({ ...input, operation, state, now, cursors });
  return { status: operation.successStatus, body, headers: {} };
}

function findOperation({ operation, allowed }: Route): Operation {
  if (operation) return operation;
  throw new ProblemError(allowed ? { kind: "wrong-method", allowed } : { kind: "unknown-path" });
}
