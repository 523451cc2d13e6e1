/** What a signature is made over. */
export interface SignedParts {
  readonly method: string;
  readonly url: string;
  /** Headers to be signed, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Hex SHA-256 of the body. */
  readonly bodyHash: string;
}

/**
 * Brings a request into the one form that client and service sign. Path and query are decoded once
 * and encoded again by RFC 3986, so that it does not matter how they were encoded on the wire.
 *
 * @see https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-algorithm-002.html
 */
export function canonicalRequest({ method, url, headers, bodyHash }: SignedParts): string {
  const { pathname, searchParams } = new URL(url);
  const names = Object.keys(headers).sort();
  return [
    method,
    canonicalPath(pathname),
    canonicalQuery(searchParams),
    names.map((name) => `${name}:${headers[name]?.trim()}\n`).join(""),
    names.join(";"),
    bodyHash,
  ].join("\n");
}

function canonicalPath(path: string): string {
  const encoded = path.split("/").map((segment) => encode(decode(segment)));
  return encoded.at(-1) === "" ? encoded.join("/") : `${encoded.join("/")}/`;
}

function canonicalQuery(query: URLSearchParams): string {
  const pairs = [...query].sort(([a, x], [b, y]) => compare(a, b) || compare(x, y));
  return pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
