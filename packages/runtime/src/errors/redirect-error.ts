import { CloudClientError, isKind } from "./cloud-client-error.js";

/** Details of a {@link RedirectError}. */
export interface RedirectErrorDetails {
  /** HTTP status, 300-399; 0 if a browser hides it. */
  readonly status: number;
  /** Origin that the redirect points to, if known. */
  readonly target: string | undefined;
}

/** The service responded with a redirect. It was not followed, so credentials stay with their origin. */
export class RedirectError
  extends CloudClientError<RedirectErrorDetails>
  implements RedirectErrorDetails
{
  override readonly name = "RedirectError";
  readonly kind = "redirect";
  declare readonly status: RedirectErrorDetails["status"];
  declare readonly target: RedirectErrorDetails["target"];
}

/** Whether a value is a {@link RedirectError}, from this or another copy of the package. */
export function isRedirectError(value: unknown): value is RedirectError {
  return isKind<RedirectError>(value, "redirect");
}
