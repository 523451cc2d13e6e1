import { Refusal } from "../../service/refusal.js";
import { checkTags } from "../check-tags.js";
import { creatingMs } from "../creation.js";
import { refuseBeyondQuota } from "../quotas.js";
import type { VpcepState } from "../state.js";
import type { StoredEndpoint } from "../stored-endpoint.js";
import type { StoredService } from "../stored-service.js";
import { toTimestamp } from "../time.js";
import { type ProjectPath, vpcepHandler } from "../vpcep-handler.js";

type Kept = "tags" | "whitelist" | "enable_whitelist" | "routetables" | "description";

type Optional = "enable_dns" | "policy_statement" | "policy_document";

interface Body extends Partial<Pick<StoredEndpoint, Kept | Optional>> {
  readonly endpoint_service_id: string;
  readonly vpc_id: string;
  readonly subnet_id?: string;
  readonly port_ip?: string;
  readonly specification_name?: string;
}

type Target = Pick<StoredService, "service_name" | "service_type">;

/** Starts an endpoint; it is connected, or waits for approval, once the clock has moved. */
export const createEndpoint = vpcepHandler<{ path: ProjectPath; body: Body }>(
  "createEndpoint",
  ({ state, path, body, now }) => {
    const target = findTarget(state, body.endpoint_service_id);
    if (target.service_type === "interface" && body.subnet_id === undefined) {
      throw new Refusal(400, "EndPoint.2010", "an interface endpoint needs subnet_id");
    }
    if (body.port_ip !== undefined) checkAddress(state, body.vpc_id, body.port_ip);
    refuseBeyondQuota(state, "endpoint");
    const endpoint = makeEndpoint(state, target, body, toTimestamp(now));
    state.endpoints.set(endpoint.id, endpoint);
    state.creating.set(endpoint.id, now + creatingMs);
    if (body.port_ip !== undefined) state.wantedAddresses.set(endpoint.id, body.port_ip);
    return { ...endpoint, project_id: path.project_id };
  },
);

function findTarget(state: VpcepState, id: string): Target {
  const own = state.services.get(id);
  if (own && own.status !== "available") {
    throw new Refusal(400, "EndPoint.2004", `endpoint service ${id} is ${own.status}`);
  }
  const target = own ?? state.publicServices.get(id);
  if (target) return target;
  throw new Refusal(400, "EndPoint.2003", `no endpoint service has the id ${id}`);
}

/** @throws Refusal 400 `EndPoint.2041` for an address of the service itself, `EndPoint.2042` for one in use */
function checkAddress(state: VpcepState, vpcId: string, address: string): void {
  const [first, second, third] = address.split(".").map(Number);
  if (first === 198 && second === 19 && (third ?? 0) >= 128) {
    throw new Refusal(400, "EndPoint.2041", `port_ip ${address} is in 198.19.128.0/17`);
  }
  const user = [...state.endpoints.values()].find(
    ({ id, vpc_id, ip }) =>
      vpc_id === vpcId && (ip === address || state.wantedAddresses.get(id) === address),
  );
  if (user === undefined) return;
  throw new Refusal(400, "EndPoint.2042", `endpoint ${user.id} has the address ${address}`);
}

function defaultTables(state: VpcepState, target: Target, vpcId: string): string[] {
  return target.service_type === "gateway" ? [state.defaultRouteTable(vpcId)] : [];
}

function makeEndpoint(
  state: VpcepState,
  target: Target,
  body: Body,
  createdAt: string,
): StoredEndpoint {
  const marker = state.nextMarkerId;
  state.nextMarkerId += 1n;
  return {
    id: state.newId(),
    service_type: target.service_type,
    status: "creating",
    active_status: ["active"],
    endpoint_service_id: body.endpoint_service_id,
    endpoint_service_name: target.service_name,
    marker_id: marker,
    enable_dns: body.enable_dns ?? false,
    vpc_id: body.vpc_id,
    created_at: createdAt,
    updated_at: createdAt,
    tags: checkTags(body.tags ?? []),
    whitelist: body.whitelist ?? [],
    enable_whitelist: body.enable_whitelist ?? false,
    routetables: body.routetables ?? defaultTables(state, target, body.vpc_id),
    specification_name: body.specification_name ?? "default",
    enable_status: "enable",
    description: body.description ?? "",
    ...(body.subnet_id !== undefined && { subnet_id: body.subnet_id }),
    ...(body.policy_statement && { policy_statement: body.policy_statement }),
    ...(body.policy_document && { policy_document: body.policy_document }),
  };
}
