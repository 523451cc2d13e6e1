import { getAt, listOf, strings } from "./json.js";

/** The addresses of servers as they are written, without a slash at their end. */
export function addressesOf(servers: unknown): string[] {
  const urls = strings(listOf(servers).map((server) => getAt(server, ["url"])));
  return urls.map((url) => url.replace(/\/+$/, ""));
}

/**
 * The addresses that an operation has instead of its document's: those of its own `servers`, else of its path's.
 * Undefined if it has none, or only such as the document has, too.
 */
export function otherAddresses(
  { operation, pathItem }: { operation: unknown; pathItem: unknown },
  documentServers: unknown,
): string[] | undefined {
  const own = getAt(operation, ["servers"]) ?? getAt(pathItem, ["servers"]);
  const shared = addressesOf(documentServers);
  const addresses = addressesOf(own);
  return addresses.some((address) => !shared.includes(address)) ? addresses : undefined;
}
