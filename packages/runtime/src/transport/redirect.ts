import { RedirectError } from "../errors/redirect-error.js";

/**
 * Refuses an answer that points elsewhere: following it could carry a credential to another origin.
 *
 * @throws RedirectError naming the target's origin, never its path or query.
 */
export function refuseRedirect(response: Response, url: string, operation: string): void {
  const { status, type } = response;
  if (type !== "opaqueredirect" && (status < 300 || status > 399 || status === 304)) return;
  let target: string | undefined;
  try {
    target = new URL(response.headers.get("location") ?? "", url).origin;
  } catch {
    target = undefined;
  }
  response.body?.cancel().catch(() => {});
  throw new RedirectError(
    `${operation} was redirected to ${target ?? "an unknown origin"}; redirects are not followed. Set baseUrl if the service has moved`,
    status,
    target,
  );
}
