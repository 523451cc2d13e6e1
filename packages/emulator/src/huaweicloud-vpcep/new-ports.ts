import { Refusal } from "../service/refusal.js";
import type { StoredPortMapping } from "./stored-service.js";

/**
 * The mappings of a new service, with TCP where no protocol is named.
 *
 * @throws Refusal 400 `EndPoint.3044` when two share an offered port or a backend port
 */
export function newPorts(
  sent: readonly Partial<StoredPortMapping>[],
): Partial<StoredPortMapping>[] {
  const ports = sent.map((each) => ({ ...each, protocol: each.protocol ?? "TCP" }));
  for (const side of ["client_port", "server_port"] as const) {
    const seen = new Set<string>();
    for (const port of ports) {
      const key = `${port[side]}/${port.protocol}`;
      if (seen.has(key)) throw new Refusal(400, "EndPoint.3044", `ports hold ${side} ${key} twice`);
      seen.add(key);
    }
  }
  return ports;
}
