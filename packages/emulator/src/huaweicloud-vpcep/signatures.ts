import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingRequest } from "../engine/http/incoming-request.js";

/** An access key: its secret, and the security token when it is a temporary one. */
export type AccessKeySecret = string | { readonly secret: string; readonly securityToken: string };

const algorithm = "SDK-HMAC-SHA256";
const form = new RegExp(`^${algorithm} Access=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\\w+)$`);
const maxSkewMs = 15 * 60_000;

/**
 * Checks the AK/SK signature of a request.
 *
 * @param now milliseconds since 1970; `X-Sdk-Date` must be within 15 minutes of it
 * @returns what is wrong in one line, `undefined` when the signature holds
 */
export function verifySignature(
  request: IncomingRequest,
  accessKeys: ReadonlyMap<string, AccessKeySecret>,
  now: number,
): string | undefined {
  const parts = form.exec(request.headers.get("authorization") ?? "");
  const [, id = "", names = "", signature = ""] = parts ?? [];
  if (!parts) return `Authorization must be "${algorithm} Access=…, SignedHeaders=…, Signature=…"`;
  const known = accessKeys.get(id);
  if (known === undefined) return `access key ${id} is not known`;
  const signedHeaders = names.split(";");
  if (!signedHeaders.includes("x-sdk-date")) return "X-Sdk-Date must be among the signed headers";
  const date = request.headers.get("x-sdk-date") ?? "";
  const wrongDate = checkDate(date, now);
  if (wrongDate !== undefined) return wrongDate;
  if (
    typeof known === "object" &&
    request.headers.get("x-security-token") !== known.securityToken
  ) {
    return `access key ${id} is temporary and needs its X-Security-Token`;
  }
  const secret = typeof known === "object" ? known.secret : known;
  const holds = canonicalRequests(request, signedHeaders).some((canonical) => {
    const digest = createHash("sha256").update(canonical).digest("hex");
    const toSign = [algorithm, date, digest].join("\n");
    return equal(signature, createHmac("sha256", secret).update(toSign).digest("hex"));
  });
  return holds ? undefined : "the signature does not fit the request";
}

function checkDate(date: string, now: number): string | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date);
  if (!match) return "X-Sdk-Date must have the form YYYYMMDDTHHMMSSZ";
  const [, year, month, day, hour, minute, second] = match;
  const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Math.abs(signedAt - now) <= maxSkewMs) return undefined;
  const present = new Date(now).toISOString();
  return `X-Sdk-Date ${date} is more than 15 minutes from the emulator's clock (${present})`;
}

function equal(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/**
 * What a signature of SDK-HMAC-SHA256 covers, as text. There are two readings of the path, because
 * the vendor's SDKs encode the sent path once more, while its description has it encoded once; the
 * same for every path without percent signs.
 */
function canonicalRequests(
  { method, url, headers, text }: IncomingRequest,
  signedHeaders: readonly string[],
): string[] {
  const segments = url.pathname.split("/");
  const paths = [segments.map((segment) => encode(decodeSafely(segment))), segments.map(encode)];
  const rest = [
    canonicalQuery(url.searchParams),
    signedHeaders.map((name) => `${name}:${headerValue(name, headers, url)}\n`).join(""),
    signedHeaders.join(";"),
    headers.get("x-sdk-content-sha256") ?? createHash("sha256").update(text).digest("hex"),
  ];
  const endings = paths.map((path) => path.join("/").replace(/\/?$/, "/"));
  return [...new Set(endings)].map((path) => [method, path, ...rest].join("\n"));
}

function headerValue(name: string, headers: Headers, url: URL): string {
  // `fetch` adds Host only when it opens a socket; without one, the address says the same.
  const value = headers.get(name) ?? (name === "host" ? url.host : "");
  return value.trim();
}

function canonicalQuery(parameters: URLSearchParams): string {
  return [...parameters]
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join("&");
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Everything but letters, digits, `-`, `.`, `_` and `~`. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decodeSafely(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
