import { defaultPathSerializer } from "openapi-fetch";
import { refuse } from "../base/options.js";
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

/**
 * Refuses a base address that ends with the start of a path: that part would appear twice.
 *
 * @throws UsageError showing what to remove.
 */
export function refuseRepeatedPrefix(baseUrl: string, path: string): void {
  const start = baseUrl.indexOf("/", baseUrl.indexOf("//") + 2);
  if (start < 0) return;
  const base = baseUrl.slice(start + 1).split("/");
  const route = path.split("/").slice(1);
  for (let length = Math.min(base.length, route.length); length > 0; length--) {
    const repeated = route.slice(0, length).join("/");
    if (base.slice(-length).join("/") !== repeated) continue;
    throw new UsageError(
      `baseUrl must not end in /${repeated}, because ${path} starts with it: remove it`,
    );
  }
}

/** A backslash or a control character, which URL parsers rewrite, and a segment of the path that climbs. */
const climbing = /^[^?#]*(?:\\|\/(?:\.|%2e){1,2}(?:[/?#]|$))|[^ -~\xa0-\uffff]/i;

/**
 * Refuses an address outside the client's base address, including one that leaves it when `..` is resolved.
 *
 * @throws UsageError.
 */
export function refuseToLeave(baseUrl: string, address: string): void {
  if (!address.startsWith(`${baseUrl}/`)) throw new UsageError("a call must not leave baseUrl");
  if (climbing.test(address.slice(baseUrl.length))) {
    throw new UsageError(
      'a path must not contain "." or ".." as a segment, nor a backslash, and a query no control character',
    );
  }
}

/** Whether a value is a number that no other one was rounded to. */
export function isExact(value: unknown): value is number {
  return Number.isFinite(value) && Math.abs(Number(value)) <= Number.MAX_SAFE_INTEGER;
}

/** Nothing, `.` or `..`: such an id addresses another resource. */
const misleading = /^\.{0,2}$/;

type Values = Readonly<Record<string, unknown>>;

/**
 * Fills in the `{parameters}` of a path. An id that could address another resource is refused before any
 * request: an empty or missing one, `.`, `..`, a number too large to be exact, and anything but a string, a
 * number or a boolean.
 *
 * @param defaults - used for parameters without a value.
 * @throws UsageError naming the parameter.
 */
export function fillPath(template: string, values: Values, defaults: Values): string {
  const filled: Record<string, unknown> = {};
  for (let open = template.indexOf("{"); open >= 0; open = template.indexOf("{", open + 1)) {
    // Without what says how it is written: `{.name}`, `{;name*}`.
    const name = template.slice(open + 1, template.indexOf("}", open)).replace(/^[.;]|\*$/g, "");
    const value = values[name] ?? defaults[name];
    checkId(name, value);
    filled[name] = value;
  }
  return defaultPathSerializer(template, filled);
}

function checkId(name: string, value: unknown): void {
  if (typeof value === "boolean") return;
  const fits =
    typeof value === "string" ? !misleading.test(value) && value.isWellFormed() : isExact(value);
  if (fits) return;
  if (Number.isFinite(value)) {
    refuse(name, "a string above 2^53 - 1, where a number may have become another one", value);
  }
  const inner = typeof value === "object" && value ? Object.values(value) : [];
  if (inner.length === 0) refuse(name, 'a string other than "", "." and ".."', value);
  for (const one of inner) checkId(name, one);
}
