import type { Deref } from "@cloud-clients/openapi-model";
import type { CursorCodec } from "./cursor-codec.js";
import { alterBody } from "./faults/effects.js";
import type { Fault } from "./faults/fault.js";
import { type IncomingRequest, parseJson } from "./http/incoming-request.js";
import type { Route } from "./http/router.js";
import { type Place, ProblemError, Refusal, type Violation } from "./refusal.js";
import { refusalOf } from "./refusal-of.js";
import type { Call, Handler, Service, ServiceState } from "./service.js";
import { declaredPart } from "./spec/declared-part.js";
import {
  declaredResponse,
  type Operation,
  type Parameter,
  type Parameters,
} from "./spec/operations.js";
import type { Validator } from "./spec/validator.js";
import type { StandIn } from "./stand-in/stand-in.js";
import { SuccessResponse } from "./success-response.js";

/** What the responses of one emulator are made with. */
export interface Backend<State extends ServiceState<State>> {
  readonly service: Service<State>;
  /** Responds where the service has no handler. */
  readonly standIn: StandIn;
  readonly validator: Validator;
  readonly deref: Deref;
  readonly cursors: CursorCodec;
  /** Whether a response that does not fit the specification becomes a 500. */
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

/** One request, and the state it meets. */
export interface Arrival<State> {
  readonly route: Route;
  readonly incoming: IncomingRequest;
  readonly state: State;
  readonly now: number;
  readonly faults: readonly Fault<State>[];
}

/** Responds to one request on one state, in one go: nothing else happens in between. */
export function respond<State extends ServiceState<State>>(
  backend: Backend<State>,
  arrival: Arrival<State>,
): Outcome {
  const { operation } = arrival.route;
  return orRefused(backend.service, operation, () => {
    const outcome = orRefused(backend.service, operation, () => perform(backend, arrival));
    if (backend.strict && operation) checkResponse(operation, outcome, backend);
    return outcome;
  });
}

function orRefused<State extends ServiceState<State>>(
  service: Service<State>,
  operation: Operation | undefined,
  act: () => Outcome,
): Outcome {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof ProblemError || error instanceof Refusal)) throw error;
    const refusal = error instanceof Refusal ? error : refusalOf(service, error.problem, operation);
    return toOutcome(refusal, service, operation);
  }
}

function perform<State extends ServiceState<State>>(
  { service, standIn, validator, deref, cursors, signatureTime }: Backend<State>,
  { route, incoming, state, now, faults }: Arrival<State>,
): Outcome {
  const operation = findOperation(route);
  const { url, headers } = incoming;
  if (operation.security.length > 0) service.authenticate(incoming, signatureTime(), operation);
  const input = readInput(operation, route, incoming, validator);
  if (operation.security.length > 0) service.authorize?.(input.path);
  const altered = alterBody(faults, operation, input.body);
  if (altered) refuseUnfit(operation, altered, validator);
  const body = declaredPart(altered ?? input.body, operation.body?.schema, deref);
  const call = { ...input, body, operation, url, headers, now, cursors };
  const run = handlerOf(service, operation.id);
  const done = run ? run({ ...call, state }) : standIn.respond({ ...call, state: state.standIn });
  const success = done instanceof SuccessResponse ? done : new SuccessResponse(done);
  return { status: operation.successStatus, body: success.body, headers: success.headers };
}

/** Its own handlers alone: an operation may be called like a member that all objects have. */
function handlerOf<State extends ServiceState<State>>(
  { handlers }: Service<State>,
  operationId: string,
): Handler<State> | undefined {
  return Object.hasOwn(handlers, operationId) ? handlers[operationId] : undefined;
}

/** A body that a fault made is the test's own; what is wrong with it is no response of the service. */
function refuseUnfit({ id, body }: Operation, altered: unknown, validator: Validator): void {
  const wrong = body && validator.check("request", body.schema, altered);
  if (!wrong) return;
  throw new Error(`a fault made a body of ${id} that does not fit: ${wrong.at} ${wrong.message}`);
}

function findOperation({ operation, allowed }: Route): Operation {
  if (operation) return operation;
  throw new ProblemError(allowed ? { kind: "wrong-method", allowed } : { kind: "unknown-path" });
}

/** A refusal as an outcome, worded as the vendor does. */
export function toOutcome<State extends ServiceState<State>>(
  refusal: Refusal,
  service: Service<State>,
  operation?: Operation,
): Outcome {
  const { status, headers } = refusal;
  return { status, headers, body: service.errorBody(refusal, operation) };
}

/**
 * Path, query, headers and body of a request, as the specification types them. Query parameters and
 * headers that the specification does not know are passed over.
 *
 * @throws ProblemError when a part is missing or does not fit
 */
function readInput(
  operation: Operation,
  route: Route,
  incoming: IncomingRequest,
  validator: Validator,
): Pick<Call<unknown>, "path" | "query" | "header" | "body"> {
  const { searchParams } = incoming.url;
  const read = (place: keyof Parameters, textsOf: (name: string) => readonly string[]) => {
    const parameters = operation.parameters[place];
    const values = readParameterValues(parameters, textsOf);
    refuse(operation, place, validator.checkParameters(parameters, values));
    return values;
  };
  return {
    path: read("path", (name) => [route.params[name] ?? ""]),
    query: read("query", (name) => searchParams.getAll(name)),
    header: read("header", (name) => {
      const sent = incoming.headers.get(name);
      return sent === null ? [] : [sent];
    }),
    body: readBody(operation, incoming, validator),
  };
}

function readBody(operation: Operation, incoming: IncomingRequest, validator: Validator): unknown {
  if (operation.body === undefined) return undefined;
  if (incoming.text === "") {
    if (operation.body.required) throw new ProblemError({ kind: "missing-body" });
    return undefined;
  }
  const body = parseBody(incoming);
  refuse(operation, "body", validator.check("request", operation.body.schema, body));
  return body;
}

function parseBody({ headers, text }: IncomingRequest): unknown {
  const mediaType = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== undefined && mediaType !== "application/json") {
    throw new ProblemError({ kind: "not-json" });
  }
  try {
    return parseJson(text);
  } catch {
    throw new ProblemError({ kind: "not-json" });
  }
}

function refuse({ id }: Operation, place: Place, violation: Violation | undefined): void {
  if (violation) throw new ProblemError({ kind: "invalid", operation: id, place, violation });
}

/**
 * Turns the text of path or query parameters into values of their declared types. Text that is no
 * such value stays text, so that the validator names what is wrong. Defaults are filled in.
 *
 * @param textsOf every text that was sent under a name, in order
 */
function readParameterValues(
  parameters: readonly Parameter[],
  textsOf: (name: string) => readonly string[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const parameter of parameters) {
    const value = readValue(parameter, textsOf(parameter.name));
    if (value !== undefined) values[parameter.name] = value;
  }
  return values;
}

function readValue(parameter: Parameter, texts: readonly string[]): unknown {
  const { schema, type } = parameter;
  const [first] = texts;
  if (first === undefined || (first === "" && parameter.allowEmpty)) return schema.default;
  if (type === "array") {
    const parts = parameter.explode ? texts : first.split(",");
    return parts.map((text) => coerce(parameter.itemType, text));
  }
  // Sent twice: no single value is meant, and picking one would hide the mistake.
  return texts.length > 1 ? [...texts] : coerce(type, first);
}

function coerce(type: unknown, text: string): unknown {
  if (type === "integer" && /^-?\d+$/.test(text)) return Number(text);
  if (type === "number" && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}

/**
 * Makes sure that a response is one the specification declares.
 *
 * @throws ProblemError `broken-response` naming the status or the pointer
 */
function checkResponse<State extends ServiceState<State>>(
  operation: Operation,
  { status, body }: Outcome,
  { service, validator }: Backend<State>,
): void {
  const broken = (detail: string) =>
    new ProblemError({ kind: "broken-response", operation: operation.id, detail });
  const declared = declaredResponse(operation, status);
  if (declared === undefined) {
    if (status >= 400 && service.mayErrFreely) return;
    throw broken(`status ${status} is not declared`);
  }
  if (declared.schema === undefined) {
    if (body !== undefined) throw broken(`status ${status} is declared without a JSON body`);
    return;
  }
  if (body === undefined) throw broken(`status ${status} is declared with a JSON body`);
  const violation = validator.check("response", declared.schema, body);
  if (violation) throw broken(`${status} ${violation.at || "/"} ${violation.message}`);
}
