import type { OptionType } from "../engine/check-options.js";
import {
  checkEngineOptions,
  type EmulatorOptions,
  engineOptionTypes,
  seedCount,
} from "../engine/engine-options.js";
import { ProblemError, Refusal, sayProblem } from "../engine/refusal.js";
import type { Service } from "../engine/service.js";
import type { Specification } from "../engine/spec/specification.js";
import type { StandInState } from "../engine/stand-in-state.js";
import { missingCredential } from "./credentials.js";
import { chooseStatus, errorBody, statusesFor } from "./errors.js";

/** Options of a stand-in for any API. */
export interface AnyApiOptions extends EmulatorOptions {
  /**
   * The API's OpenAPI document, 3.0 or 3.1, in one piece: the path of a file (YAML or JSON), or the
   * document itself as plain data.
   */
  readonly spec: string | URL | object;
  /**
   * How many items each list has.
   *
   * @default 250
   */
  readonly items?: number | undefined;
}

const spec: OptionType = {
  allowed: "the path of an OpenAPI document, or the document itself",
  fits: (value) => (typeof value === "string" ? value !== "" : Object(value) === value),
};

/** Refuses options that the stand-in does not take. @throws TypeError or RangeError */
export function checkAnyApiOptions(options: AnyApiOptions): void {
  const types = { ...engineOptionTypes, spec, items: seedCount };
  checkEngineOptions<AnyApiOptions>("createEmulator", options, types);
}

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
    refusalFor: (problem, operation) => {
      const status = chooseStatus(statusesFor(problem), operation);
      const headers = problem.kind === "wrong-method" ? { allow: problem.allowed.join(", ") } : {};
      return new Refusal(status, "", sayProblem(problem), headers);
    },
    errorBody: (refusal, operation) => errorBody(refusal, operation, specification, maker),
    mayErrFreely: true,
  };
}
