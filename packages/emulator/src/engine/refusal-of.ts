import { type Problem, Refusal, sayProblem } from "./refusal.js";
import type { Operation } from "./spec/operations.js";

/** How a vendor words what the emulator itself finds wrong. */
export interface Wording {
  /** The vendor's code; empty where it has none. */
  codeFor(problem: Problem): string;
  /** The status, where the vendor's is not the one that HTTP has for it. */
  statusFor?(problem: Problem): number | undefined;
}

/**
 * What a service responds with to what the emulator itself finds wrong: the status as HTTP has it, unless the
 * vendor has another, and the vendor's code.
 *
 * @param operation undefined when the request names none
 */
export function refusalOf(
  wording: Wording,
  problem: Problem,
  operation: Operation | undefined,
): Refusal {
  const status = wording.statusFor?.(problem) ?? chooseStatus(statusesFor(problem), operation);
  const headers = problem.kind === "wrong-method" ? { allow: problem.allowed.join(", ") } : {};
  return new Refusal(status, wording.codeFor(problem), sayProblem(problem), headers);
}

/** The statuses that say what is wrong, the best first: the first that the document declares is taken. */
function statusesFor(problem: Problem): readonly [number, ...number[]] {
  switch (problem.kind) {
    case "no-credential":
      return [401, 403];
    case "unknown-path":
      return [404];
    case "wrong-method":
      return [405];
    case "stale-version":
      return problem.where === "header" ? [412, 409] : [409, 412];
    case "too-large":
      return [413];
    case "foreign-host":
      return [421];
    case "broken-response":
      return [500];
    case "invalid":
    case "duplicate-entry":
    case "too-many-entries":
      return [400, 422];
    case "unknown-cursor":
    case "not-json":
    case "missing-body":
      return [400];
  }
}

/** The first of some statuses that an operation declares by itself, else the first at all. */
function chooseStatus(
  [first, ...others]: readonly [number, ...number[]],
  operation: Operation | undefined,
): number {
  const own = [first, ...others].find((status) => operation?.responses.has(String(status)));
  return own ?? first;
}
