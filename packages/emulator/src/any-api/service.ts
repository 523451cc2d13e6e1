import type { OptionType, OptionTypes } from "../engine/check-options.js";
import {
  checkEngineOptions,
  type EmulatorOptions,
  engineOptionTypes,
  seedCount,
} from "../engine/engine-options.js";
import { ProblemError } from "../engine/refusal.js";
import type { CommandOption, Service } from "../engine/service.js";
import type { Specification } from "../engine/spec/specification.js";
import type { StandInState } from "../engine/stand-in-state.js";
import { missingCredential } from "./credentials.js";
import { errorBody } from "./errors.js";

/** Options of a stand-in that knows nothing but the API's OpenAPI document. */
export interface StandInOptions extends EmulatorOptions {
  /**
   * How many items each list has.
   *
   * @default 250
   */
  readonly items?: number | undefined;
}

/** Options of a stand-in for any API. */
export interface AnyApiOptions extends StandInOptions {
  /**
   * The API's OpenAPI document, 3.0 or 3.1, in one piece: the path of a file (YAML or JSON), or the
   * document itself as plain data.
   */
  readonly spec: string | URL | object;
}

const standInTypes: OptionTypes<StandInOptions> = { ...engineOptionTypes, items: seedCount };

const spec: OptionType = {
  allowed: "the path of an OpenAPI document, or the document itself",
  fits: (value) => (typeof value === "string" ? value !== "" : Object(value) === value),
};

/** Refuses options that the stand-in does not take. @throws TypeError or RangeError */
export function checkAnyApiOptions(options: object): asserts options is AnyApiOptions {
  checkEngineOptions<AnyApiOptions>("createEmulator", options, { ...standInTypes, spec });
}

/** The same for an API whose document is known. @param what as in `createEmulator("my-api")` */
export function checkStandInOptions(
  what: string,
  options: object,
): asserts options is StandInOptions {
  checkEngineOptions<StandInOptions>(what, options, standInTypes);
}

/** What the command line takes for an API without handlers of its own. */
export const standInCommandLine: readonly CommandOption[] = [
  {
    name: "items",
    option: "items",
    kind: "count",
    help: "items of each list at the start (default: 250)",
  },
];

/** The service that a document describes, as far as the document says what it does. */
export function createAnyApiService(
  specification: Specification,
  state: StandInState,
  seed: number,
): Service<StandInState> {
  const maker = specification.createMaker(seed);
  return {
    state,
    handlers: {},
    authenticate: (request, _now, { security }) => {
      const missing = missingCredential(security, specification.securitySchemes, request);
      if (missing !== undefined) throw new ProblemError({ kind: "no-credential", missing });
    },
    codeFor: () => "",
    errorBody: (refusal, operation) => errorBody(refusal, operation, specification, maker),
    mayErrFreely: true,
  };
}
