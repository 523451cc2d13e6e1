import type { IncomingMessage } from "node:http";

/** Whether a host name, as a URL has it, is always this computer. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** A host as URLs write it: small letters, and addresses in their shortest form; without the port. */
export function toHostname(host: string): string | undefined {
  const bare = host.includes(":") && !/^\[|:\d+$/.test(host) ? `[${host}]` : host;
  return URL.canParse(`http://${bare}`) ? new URL(`http://${bare}`).hostname : undefined;
}

/**
 * The host that a request names, when it is none of this server's. A page on the internet can have its
 * own name resolved to 127.0.0.1 and so make a browser send requests here; its name gives it away.
 *
 * @param allowed names beside those of loopback and the address that the connection came in by
 */
export function foreignHost(
  { headers, socket }: IncomingMessage,
  url: string,
  allowed: ReadonlySet<string>,
): string | undefined {
  const own = socket.localAddress === undefined ? undefined : toHostname(socket.localAddress);
  // An absolute URL in the request line may name another host than the header does.
  for (const host of [hostOf(url), headers.host]) {
    if (host === undefined) continue;
    const name = toHostname(host);
    if (name !== undefined && (isLoopback(name) || allowed.has(name) || name === own)) continue;
    return host;
  }
  return undefined;
}

/** What stands between the scheme and the path: a URL that cannot be parsed has it, too. */
function hostOf(url: string): string | undefined {
  return url.split("/")[2];
}
