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
export function checkBaseUrl(value: string, allowInsecure = false): string {
  try {
    const { protocol, hostname, username, password, href } = new URL(value);
    const plain = !username && !password && !/[?#]/.test(value);
    const insecure = protocol === "http:" && (allowInsecure || loopback.test(hostname));
    if (plain && (protocol === "https:" || insecure)) return href.replace(/\/+$/, "");
  } catch {
    // No address at all: the same error.
  }
  throw new UsageError(
    "baseUrl must be an https: address (http: on the local machine only) without user name, query or fragment",
  );
}
