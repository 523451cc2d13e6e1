import { ProblemError } from "../service/problem.js";
import { Refusal } from "../service/refusal.js";
import type { VpcepState } from "./state.js";
import type { StoredPortMapping, StoredService } from "./stored-service.js";

/** A mapping as a request has it. */
export type SentMapping = Partial<StoredPortMapping>;

/**
 * The mappings of a new service, with TCP where no protocol is named: the only one that creation
 * takes.
 *
 * @throws Refusal 400 `EndPoint.3075` for another protocol
 */
export function newPorts(sent: readonly SentMapping[]): SentMapping[] {
  return sent.map((each) => {
    const { protocol = "TCP" } = each;
    if (protocol === "TCP") return { ...each, protocol };
    throw new Refusal(400, "EndPoint.3075", `protocol must be TCP, not ${protocol}`);
  });
}

/**
 * Refuses mappings that lack a port, that offer a port twice, or that want a backend port which
 * another service with the same `port_id` uses already. Within a service a backend port may serve
 * several offered ones.
 *
 * @throws Refusal `EndPoint.3043` or `EndPoint.3044`; ProblemError `duplicate-entry`
 */
export function checkPorts(
  state: VpcepState,
  service: Pick<StoredService, "id" | "port_id">,
  ports: readonly SentMapping[],
): asserts ports is StoredPortMapping[] {
  const offered = new Set<string>();
  for (const { client_port, server_port, protocol } of ports) {
    if (client_port === undefined || server_port === undefined) {
      throw new Refusal(400, "EndPoint.3043", "each mapping needs client_port and server_port");
    }
    const entry = `client_port ${client_port}, protocol ${protocol}`;
    if (offered.has(entry))
      throw new ProblemError({ kind: "duplicate-entry", list: "ports", entry });
    offered.add(entry);
  }
  for (const other of state.services.values()) {
    if (other.id === service.id || other.port_id !== service.port_id) continue;
    const clash = ports.find((wanted) =>
      other.ports.some(
        (used) => used.server_port === wanted.server_port && used.protocol === wanted.protocol,
      ),
    );
    if (clash === undefined) continue;
    const { server_port: port, protocol } = clash;
    const message = `service ${other.id} on the same backend uses ${port}/${protocol} already`;
    throw new Refusal(400, "EndPoint.3044", message);
  }
}
