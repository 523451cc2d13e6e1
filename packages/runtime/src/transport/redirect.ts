import { RedirectError } from "../errors/redirect-error.js";

/**
 * Refuses an answer that points elsewhere: following it could carry a credential to another origin.
 *
 * @throws RedirectError naming the target's origin, never its path or query.
 */
export function refuseRedirect(response: Response, url: string, operation: string): void {
  const { status } = response;
  if (status ? status < 300 || status > 399 : response.type !== "opaqueredirect") return;
  const location = response.headers.get("location") ?? "";
  const target = URL.canParse(location, url) ? new URL(location, url).origin : undefined;
  response.body?.cancel();
  throw new RedirectError(`${operation} was redirected to ${target}; redirects are not followed`, {
    status,
    target,
  });
}
