import { Refusal } from "../service/refusal.js";
import type { VpcepState } from "./state.js";
import type { StoredPortMapping, StoredService } from "./stored-service.js";

/**
 * Refuses mappings that lack a port, or that want a backend port which another service with the
 * same `port_id` uses already.
 *
 * @throws Refusal `EndPoint.3043` or `EndPoint.3044`
 */
export function checkPorts(
  state: VpcepState,
  service: Pick<StoredService, "id" | "port_id">,
  ports: readonly Partial<StoredPortMapping>[],
): asserts ports is StoredPortMapping[] {
  if (ports.some((each) => each.client_port === undefined || each.server_port === undefined)) {
    throw new Refusal(400, "EndPoint.3043", "each mapping needs client_port and server_port");
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
