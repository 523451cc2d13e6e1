import { CloudClientError, guardOf } from "./cloud-client-error.js";

/** The service answered with a redirect. It was not followed: credentials stay with their origin. */
export class RedirectError extends CloudClientError {
  override readonly name = "RedirectError";
  readonly kind = "redirect";
  /** HTTP status, 300-399; 0 where a browser hides it. */
  readonly status: number;
  /** Origin the service pointed to, when it can be known. */
  readonly target: string | undefined;

  constructor(message: string, status: number, target: string | undefined) {
    super(message);
    this.status = status;
    this.target = target;
  }
}

/** Whether a value is a {@link RedirectError}, of this or another copy of the package. */
export const isRedirectError: (value: unknown) => value is RedirectError =
  guardOf<RedirectError>("redirect");
