import { createHash } from "node:crypto";
import type { IncomingRequest } from "../http/incoming-request.js";

/**
 * What a signature of SDK-HMAC-SHA256 covers, as text. There are two readings of the path, because
 * the vendor's SDKs encode the sent path once more, while its description has it encoded once; the
 * same for every path without percent signs.
 */
export function canonicalRequests(
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
