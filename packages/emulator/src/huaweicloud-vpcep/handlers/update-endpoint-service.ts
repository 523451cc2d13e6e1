import { Refusal } from "../../service/refusal.js";
import { replacedEntries } from "../../service/replaced-entries.js";
import { checkPorts } from "../check-ports.js";
import { fullName } from "../full-name.js";
import { refuseUnchangeable } from "../refuse-unchangeable.js";
import type { StoredPortMapping, StoredService } from "../stored-service.js";
import { toTimestamp } from "../time.js";
import { findService, type ServicePath, vpcepHandler } from "../vpcep-handler.js";

type Plain = "approval_enabled" | "port_id" | "vip_port_id" | "ip" | "description" | "tcp_proxy";

interface Input {
  readonly path: ServicePath;
  readonly body: Partial<Pick<StoredService, Plain>> & { readonly service_name?: string };
}

/** Changes the given fields of a service; given `ports` take the place of all stored ones. */
export const updateEndpointService = vpcepHandler<Input>("updateEndpointService", (call) => {
  const { state, path, body, now } = call;
  const service = findService(state, path);
  refuseUnchangeable(service);
  refuseWrongBackend(body);
  const port_id = body.port_id ?? service.port_id;
  const ports: Partial<StoredPortMapping>[] =
    replacedEntries<StoredPortMapping>(call) ?? service.ports;
  checkPorts(state, { id: service.id, port_id }, ports);
  Object.assign(service, pickPlain(body), { ports, updated_at: toTimestamp(now) });
  if (body.service_name !== undefined) {
    service.service_name = fullName(body.service_name, service.id);
  }
  return { ...service, project_id: path.project_id };
});

function refuseWrongBackend(body: Input["body"]): void {
  if (body.ip === undefined) return;
  if (body.port_id !== undefined) {
    throw new Refusal(400, "EndPoint.3052", "port_id and ip cannot be changed together");
  }
  if (body.vip_port_id !== undefined) {
    throw new Refusal(400, "EndPoint.3053", "vip_port_id and ip cannot be changed together");
  }
}

function pickPlain(body: Input["body"]): Partial<StoredService> {
  const { approval_enabled, port_id, vip_port_id, ip, description, tcp_proxy } = body;
  const plain = { approval_enabled, port_id, vip_port_id, ip, description, tcp_proxy };
  return Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
}
