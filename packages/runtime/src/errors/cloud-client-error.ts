/** What a failure is about, as one word that a `switch` can exhaust. */
export type ErrorKind =
  | "api"
  | "network"
  | "timeout"
  | "aborted"
  | "redirect"
  | "response-parse"
  | "response-too-large"
  | "usage"
  | "pagination"
  | "concurrent-write"
  | "write-not-applied"
  | "failed-state";

const brand = Symbol.for("cloud-clients.error");

/**
 * What every error thrown by these packages extends. Messages say what failed, where and what to
 * do; no message or property ever holds a credential.
 */
export abstract class CloudClientError<Details extends object = object> extends Error {
  /** Which of the error kinds this is: the same for all subclasses of `ApiError`. */
  abstract readonly kind: ErrorKind;

  /**
   * Where a walk over a list stopped: hand it to the list's `from` option and it goes on with the
   * first item that was not seen. Only set on errors that a list throws.
   */
  declare checkpoint?: string;

  /** @param details - become properties of the error; `cause` as with any `Error`. */
  constructor(message: string, details?: Details & { cause?: unknown }) {
    super(message, details);
    Object.assign(this, details);
  }

  /** Marks the class across copies of the package; read by `isBranded`. */
  get [brand](): true {
    return true;
  }
}

/** Whether a value is an error of these packages, of this or another copy. */
export function isBranded(value: unknown): value is CloudClientError {
  return value instanceof Error && brand in value;
}

/** Whether a value is an error of one kind, of this or another copy of the package. */
export function isKind<E extends CloudClientError>(value: unknown, kind: E["kind"]): value is E {
  return isBranded(value) && value.kind === kind;
}
