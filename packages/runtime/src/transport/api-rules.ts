/** What the runtime must know about an API as a whole; generated from the spec's extensions. */
export interface ApiRules {
  /** Base addresses the spec lists. */
  readonly servers: readonly string[];
  /**
   * Operations, by method and path, whose `x-idempotent` differs from what their method says
   * (GET, HEAD, PUT, DELETE: may be sent twice; POST, PATCH: may not).
   */
  readonly idempotent?: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
  /** Error codes that mean "too many requests" whatever the status (`x-rate-limit-error`). */
  readonly rateLimitCodes?: readonly string[];
  /** Error codes that should never be retried, whatever the status (`x-permanent-error`). */
  readonly permanentCodes?: readonly string[];
  /** Where an error response has its code and message (`x-error-envelope`). */
  readonly errorEnvelope?: ErrorEnvelope;
  /** Properties whose integers exceed 2^53 and are kept as strings of digits (`x-int64`). */
  readonly int64?: readonly string[];
}

/** Where an API's error responses have their details. The first place with a string or number is used. */
export interface ErrorEnvelope {
  /** Fields of an error body that may have its code; a dot leads into an object. */
  readonly code: readonly string[];
  /** Fields of an error body that may have its message; a dot leads into an object. */
  readonly message: readonly string[];
  /** Name of the response header with the request id. */
  readonly requestId: string;
}

/** Whether an operation may be sent again after an outcome that may have taken effect. */
export function isIdempotent(rules: ApiRules, method: string, path: string): boolean {
  return rules.idempotent?.[method]?.[path] ?? !(method === "POST" || method === "PATCH");
}
