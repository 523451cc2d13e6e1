import { checkPorts, newPorts } from "../check-ports.js";
import { checkTags } from "../check-tags.js";
import { creatingMs } from "../creation.js";
import { fullName } from "../full-name.js";
import { refuseBeyondQuota } from "../quotas.js";
import type { StoredPortMapping, StoredService } from "../stored-service.js";
import { toTimestamp } from "../time.js";
import { type ProjectPath, vpcepHandler } from "../vpcep-handler.js";

type Needed = "port_id" | "vpc_id" | "server_type";
type Optional = "vip_port_id" | "ip" | "approval_enabled" | "tcp_proxy" | "description" | "tags";

interface Body extends Pick<StoredService, Needed>, Partial<Pick<StoredService, Optional>> {
  readonly service_name?: string;
  readonly ports: readonly Partial<StoredPortMapping>[];
}

/** Starts a service; it is available once the clock has moved. */
export const createEndpointService = vpcepHandler<{ path: ProjectPath; body: Body }>(
  "createEndpointService",
  ({ state, path, body, now }) => {
    refuseBeyondQuota(state, "endpoint_service");
    const id = state.newId();
    const ports = newPorts(body.ports);
    checkPorts(state, { id, port_id: body.port_id }, ports);
    const service = makeService(id, body, ports, toTimestamp(now));
    state.services.set(service.id, service);
    state.creating.set(service.id, now + creatingMs);
    return { ...service, project_id: path.project_id };
  },
);

function makeService(
  id: string,
  body: Body,
  ports: StoredPortMapping[],
  createdAt: string,
): StoredService {
  return {
    id,
    port_id: body.port_id,
    service_name: fullName(body.service_name ?? "", id),
    server_type: body.server_type,
    vpc_id: body.vpc_id,
    approval_enabled: body.approval_enabled ?? true,
    status: "creating",
    service_type: "interface",
    created_at: createdAt,
    updated_at: createdAt,
    cidr_type: "internal",
    ports,
    tcp_proxy: body.tcp_proxy ?? "close",
    tags: checkTags(body.tags ?? []),
    description: body.description ?? "",
    ...(body.vip_port_id !== undefined && { vip_port_id: body.vip_port_id }),
    ...(body.ip !== undefined && { ip: body.ip }),
  };
}
