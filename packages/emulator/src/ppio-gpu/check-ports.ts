import type { WantedPort } from "./expose-ports.js";
import { invalidArgument } from "./refusals.js";

/**
 * Ports as replacing them takes them, although the schema of this request says less.
 *
 * @throws Refusal 400 for a port without number or protocol, out of range, or given twice
 */
export function checkPorts(
  sent: readonly { readonly port?: number; readonly protocol?: string }[],
): WantedPort[] {
  const seen = new Set<string>();
  return sent.map(({ port, protocol }) => {
    if (port === undefined || port < 1 || port > 65_535) {
      throw invalidArgument("ports: port must be from 1 to 65535");
    }
    if (protocol !== "tcp" && protocol !== "http") {
      throw invalidArgument('ports: protocol must be "tcp" or "http"');
    }
    const key = `port ${port}, protocol ${protocol}`;
    if (seen.has(key)) throw invalidArgument(`ports holds ${key} twice`);
    seen.add(key);
    return { port, protocol };
  });
}
