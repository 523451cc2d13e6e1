/** Thrown while a request is handled: the service says no, with this status and code. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly status: number,
    /** The vendor's error code or reason. */
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** The first place where a value does not fit its schema. */
export interface Violation {
  /** JSON pointer into the value; empty for the value itself. */
  readonly at: string;
  /** JSON Schema keyword that failed, as in `maxItems`. */
  readonly keyword: string;
  /** One line that says what is allowed. */
  readonly message: string;
  /** Name of the member that is missing there, if that is what is wrong. */
  readonly missing?: string;
}

/** What the emulator itself finds wrong, before or after a handler; each vendor words it in its way. */
export type Problem =
  | { readonly kind: "unknown-path" | "unknown-cursor" | "not-json" | "missing-body" }
  | { readonly kind: "too-large"; readonly most: number }
  | { readonly kind: "foreign-host"; readonly host: string }
  | { readonly kind: "wrong-method"; readonly allowed: readonly string[] }
  | {
      readonly kind: "invalid";
      readonly operation: string;
      readonly place: Place;
      readonly violation: Violation;
    }
  | { readonly kind: "duplicate-entry"; readonly list: string; readonly entry: string }
  | { readonly kind: "too-many-entries"; readonly list: string; readonly most: number }
  | { readonly kind: "no-credential"; readonly missing: string }
  | { readonly kind: "stale-version"; readonly sent: string; readonly where: "header" | "body" }
  | { readonly kind: "broken-response"; readonly operation: string; readonly detail: string };

/** The part of a request that a value stands in. */
export type Place = "path" | "query" | "header" | "body";

/** Thrown by shared parts that do not know how the vendor words a problem. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";

  constructor(readonly problem: Problem) {
    super(sayProblem(problem));
  }
}

/** One English line that says what is wrong and what is allowed. */
export function sayProblem(problem: Problem): string {
  switch (problem.kind) {
    case "unknown-path":
      return "no operation has this path";
    case "unknown-cursor":
      return "cursor was not issued for this list and these filters";
    case "not-json":
      return "request body is not JSON (send application/json, nested at most 200 levels deep)";
    case "too-large":
      return `request body has more than ${problem.most} bytes`;
    case "foreign-host":
      return `emulator: host ${problem.host} is not known here; use localhost, or start with --allow-host (allowedHosts)`;
    case "missing-body":
      return "request body is missing";
    case "wrong-method":
      return `method is not allowed here; allowed: ${problem.allowed.join(", ")}`;
    case "invalid":
      return `${problem.place}${problem.violation.at || ""} ${problem.violation.message}`;
    case "duplicate-entry":
      return `${problem.list} holds ${problem.entry} twice`;
    case "too-many-entries":
      return `${problem.list} may have at most ${problem.most} entries together`;
    case "no-credential":
      return `credentials are missing: send ${problem.missing}`;
    case "stale-version":
      return `the version ${problem.sent} is not the latest: read it again`;
    case "broken-response":
      return `emulator: response of ${problem.operation} does not fit the specification: ${problem.detail}`;
  }
}
