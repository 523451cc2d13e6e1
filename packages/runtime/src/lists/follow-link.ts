import { show } from "../base/options.js";
import type { PaginationError } from "../errors/pagination-error.js";

/** Names of query parameters that carry a credential. */
const credential =
  /^(.*[-_.])?(passw(or)?d|secret|credentials?|sig(nature)?|authorization|(api|access)[-_]?key([-_]?id)?|(access|auth|private|bearer|session|security)[-_]?token)$/i;

/**
 * Returns the query of a link to the next page. Nothing else of the link is used: the request goes to the
 * list's own path with the same client, so that a response never decides where a credential is sent.
 *
 * @param address - of the list; relative links are resolved against it.
 * @param fail - creates the error for a link that leads elsewhere.
 */
export function followLink(
  address: string,
  link: unknown,
  fail: (what: string) => PaginationError,
): string {
  if (typeof link !== "string") throw fail(`its next link is ${show(link)}, not an address`);
  const own = new URL(address);
  const target = URL.canParse(link, own) ? new URL(link, own) : undefined;
  if (target === undefined) throw fail("its next link is not an address");
  if (target.origin !== own.origin) {
    const where = target.origin === "null" ? target.protocol : target.origin;
    throw fail(`its next link leads to another origin (${where}) and is not followed`);
  }
  if (target.username !== "" || target.password !== "") {
    throw fail("its next link contains a user name or password and is not followed");
  }
  if (plainPath(target) !== plainPath(own)) {
    throw fail(
      `its next link leads to another path (${show(target.pathname)}) and is not followed`,
    );
  }
  const query = target.search.slice(1);
  if (withoutCredentials(query) === "") {
    throw fail("its next link has no query and leads back to the first page");
  }
  return query;
}

/** A query without parameters that carry a credential; a checkpoint may contain only this part of a link. */
export function withoutCredentials(query: string): string {
  const isSafe = (pair: string): boolean => !credential.test(plain(pair.split("=", 1)[0] ?? ""));
  return query.split("&").filter(isSafe).join("&");
}

/** A path with its characters escaped in a uniform way. */
function plainPath({ pathname }: URL): string {
  return pathname.split("/").map(plain).map(encodeURIComponent).join("/");
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
