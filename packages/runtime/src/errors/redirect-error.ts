import { CloudClientError, isKind } from "./cloud-client-error.js";

/** What a {@link RedirectError} knows. */
export interface RedirectErrorDetails {
  /** HTTP status, 300-399; 0 where a browser hides it. */
  readonly status: number;
  /** Origin the service pointed to, when it can be known. */
  readonly target: string | undefined;
}

/** The service answered with a redirect. It was not followed: credentials stay with their origin. */
export class RedirectError
  extends CloudClientError<RedirectErrorDetails>
  implements RedirectErrorDetails
{
  override readonly name = "RedirectError";
  readonly kind = "redirect";
  declare readonly status: RedirectErrorDetails["status"];
  declare readonly target: RedirectErrorDetails["target"];
}

/** Whether a value is a {@link RedirectError}, of this or another copy of the package. */
export function isRedirectError(value: unknown): value is RedirectError {
  return isKind<RedirectError>(value, "redirect");
}
