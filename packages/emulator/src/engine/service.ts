import type { Clock } from "./clock.js";
import type { CursorCodec } from "./cursor-codec.js";
import type { EmulatorOptions } from "./engine-options.js";
import type { IncomingRequest } from "./http/incoming-request.js";
import type { Random } from "./random.js";
import type { Refusal } from "./refusal.js";
import type { Wording } from "./refusal-of.js";
import type { Operation } from "./spec/operations.js";
import type { StandInState } from "./stand-in-state.js";

/** What a service remembers. Plain data inside, so that it can be copied. */
export interface ServiceState<Self> {
  /** An independent copy: changes to one are not seen in the other. */
  clone(): Self;
  /** Brings what happens by itself up to `now` (milliseconds since 1970). */
  settle(now: number): void;
  /** What operations without a handler show and keep. */
  readonly standIn: StandInState;
}

/** What a service is made in. */
export interface Surroundings {
  readonly random: Random;
  readonly clock: Clock;
  /** Part of the service's state. */
  readonly standIn: StandInState;
}

/** One service: what it remembers, what it does, and how it words a refusal. */
export interface Service<State extends ServiceState<State>> extends Wording {
  readonly state: State;
  readonly handlers: Handlers<State>;
  /** @throws Refusal or ProblemError unless the request carries credentials that hold */
  authenticate(request: IncomingRequest, now: number, operation: Operation): void;
  /** @throws Refusal when the caller may not use what the path names */
  authorize?(path: Readonly<Record<string, unknown>>): void;
  errorBody(refusal: Refusal, operation?: Operation): unknown;
  /** Whether an error may have a status that the document does not declare. @default false */
  readonly mayErrFreely?: boolean;
}

/** A service that has handlers of its own, as its room hands it over. */
export interface ServiceRoom<Options extends EmulatorOptions, State extends ServiceState<State>> {
  /** Refuses options that the service does not take. @throws TypeError or RangeError */
  check(options: object): asserts options is Options;
  create(options: Options, surroundings: Surroundings): Service<State>;
  /** What the command line takes for this service alone; the first is how many things there are at the start. */
  readonly commandLine: readonly CommandOption[];
}

/** An option that the command line takes for one service. */
export interface CommandOption {
  /** Without the leading dashes. */
  readonly name: string;
  /** What it is in the options of `createEmulator`. */
  readonly option: string;
  /** `secrets`: a pair ID=SECRET, which may be repeated. */
  readonly kind: "count" | "secrets";
  /** What `--help` says of it. */
  readonly help: string;
}

/** One request that fits the specification, as a handler gets it. */
export interface Call<State> {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly header: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly url: URL;
  /** All headers, those included that the document does not declare. */
  readonly headers: Headers;
  readonly state: State;
  /** Milliseconds since 1970, from the emulator's clock. */
  readonly now: number;
  readonly cursors: CursorCodec;
}

/** The parts of a call that one operation narrows. */
export interface CallInput {
  readonly path?: object;
  readonly query?: object;
  readonly body?: unknown;
}

/** Does what one operation does and returns its success body (`undefined` for none), or a `SuccessResponse`. */
export type Handler<State> = (call: Call<State>) => unknown;

/** What the operations of a service do, by operationId. */
export type Handlers<State> = Readonly<Record<string, Handler<State>>>;

/**
 * A handler that gets path, query and body as `Input` says: the bundle's schemas have proven them
 * before it runs.
 */
export function handler<State, Input extends CallInput>(
  run: (call: Call<State> & Input) => unknown,
): Handler<State> {
  return (call) => run(call as Call<State> & Input);
}
