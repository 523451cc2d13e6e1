/** The kind of an error, for an exhaustive `switch`. */
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
  | "failed-state"
  | "lock-lost";

const brand = Symbol.for("cloud-clients.error");

/**
 * Base class of every error thrown by these packages. Messages say what failed, where, and what to do. No
 * message or property contains a credential.
 */
export abstract class CloudClientError<Details extends object = object> extends Error {
  /** The kind of error; the same for all subclasses of `ApiError`. */
  abstract readonly kind: ErrorKind;

  /**
   * Where a walk over a list stopped. Pass it as the list's `from` option to continue with the first unseen
   * item. Only set on errors that a list throws.
   */
  declare checkpoint?: string;

  /** @param details - properties of the error; `cause` as for any `Error`. */
  constructor(message: string, details?: Details & { cause?: unknown }) {
    super(message, details);
    Object.assign(this, details);
  }

  /** Marks the class across copies of the package; read by `isBranded`. */
  get [brand](): true {
    return true;
  }
}

/** Whether a value is an error of these packages, from this or another copy of the package. */
export function isBranded(value: unknown): value is CloudClientError {
  return value instanceof Error && brand in value;
}

/** Whether a value is an error of one kind, from this or another copy of the package. */
export function isKind<E extends CloudClientError>(value: unknown, kind: E["kind"]): value is E {
  return isBranded(value) && value.kind === kind;
}
