import { UsageError } from "../errors/usage-error.js";

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Checks a base address and brings it into the form that paths are appended to.
 *
 * @param value - an absolute address; a trailing slash does not matter.
 * @param allowInsecure - whether `http:` is allowed beyond the local machine.
 * @returns the address without a trailing slash.
 * @throws UsageError when the address could leak a credential or cannot be a base.
 */
export function checkBaseUrl(value: unknown, allowInsecure = false): string {
  let url: URL;
  try {
    url = new URL(value as string);
  } catch {
    throw new UsageError(`baseUrl must be an absolute address such as "https://api.example.org"`);
  }
  if (url.username || url.password) {
    throw new UsageError("baseUrl must not hold a user name or password");
  }
  if (url.search || url.hash || /[?#]/.test(value as string)) {
    throw new UsageError("baseUrl must not have a query or a fragment");
  }
  const secure = url.protocol === "https:";
  if (!secure && !(url.protocol === "http:" && (allowInsecure || loopback.test(url.hostname)))) {
    throw new UsageError(
      `baseUrl must start with https:, not ${url.protocol} (http: is for the local machine, or with allowInsecureBaseUrl)`,
    );
  }
  return url.href.replace(/\/+$/, "");
}
