/** The parts of a request that are signed. */
export interface SignedParts {
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  /** Headers to be signed, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Their names, sorted. */
  readonly names: readonly string[];
  /** Hex SHA-256 of the body. */
  readonly bodyHash: string;
}

/** Characters that are not encoded in a canonical request. */
const plain = /^[\w.~/-]*$/;

/**
 * Builds the canonical form that client and service sign. Path and query are decoded and encoded again by RFC
 * 3986, so their encoding on the wire does not matter.
 *
 * @see https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-algorithm-002.html
 */
export function canonicalRequest({
  method,
  target,
  headers,
  names,
  bodyHash,
}: SignedParts): string {
  const [path = "", query = ""] = target.split("?", 2);
  const lines = names.map((name) => `${name}:${headers[name]?.trim()}\n`).join("");
  return [
    method,
    canonicalPath(path),
    query && canonicalQuery(query),
    lines,
    names.join(";"),
    bodyHash,
  ].join("\n");
}

function canonicalPath(path: string): string {
  const encoded = plain.test(path) ? path : path.split("/").map(reencode).join("/");
  return encoded.endsWith("/") ? encoded : `${encoded}/`;
}

function canonicalQuery(query: string): string {
  const pairs = [...new URLSearchParams(query)];
  pairs.sort(([a, x], [b, y]) => compare(a, b) || compare(x, y));
  return pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function reencode(text: string): string {
  try {
    return encode(decodeURIComponent(text));
  } catch {
    return encode(text);
  }
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
