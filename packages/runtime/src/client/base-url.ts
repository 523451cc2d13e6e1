import { UsageError } from "../errors/usage-error.js";

const secure = /^(https:|http:\/\/(localhost|127(\.\d+){3}|\[::1\])[:/])/;
const surplus = /[?#]|^\w+:\/\/[^/]*@/;

/**
 * Checks a base address and brings it into the form that paths are appended to.
 *
 * @param value - an absolute address; a trailing slash does not matter.
 * @param allowInsecure - whether `http:` is allowed beyond the local machine.
 * @returns the address without a trailing slash.
 * @throws UsageError when the address could leak a credential or cannot be a base.
 */
export function checkBaseUrl(value: string, allowInsecure = false): string {
  const { href } = URL.canParse(value) ? new URL(value) : { href: "" };
  const safe = secure.test(href) || (allowInsecure && href.startsWith("http:"));
  if (safe && !surplus.test(href)) return href.replace(/\/+$/, "");
  throw new UsageError(
    "baseUrl must be an https: address (http: on the local machine only) without user name, query or fragment",
  );
}
