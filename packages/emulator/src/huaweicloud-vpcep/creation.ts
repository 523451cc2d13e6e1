import { region } from "./region.js";
import type { VpcepState } from "./state.js";
import type { StoredEndpoint } from "./stored-endpoint.js";
import { toTimestamp } from "./time.js";

/** A service or an endpoint is `creating` for this long. */
export const creatingMs = 60_000;

/** Ends the creation of what has this id, at the time when it was due. */
export function endCreation(state: VpcepState, id: string, at: number): void {
  const created = state.services.get(id) ?? state.endpoints.get(id);
  if (created?.status !== "creating") return;
  created.updated_at = toTimestamp(at);
  if ("server_type" in created) created.status = "available";
  else connect(state, created);
}

function connect(state: VpcepState, endpoint: StoredEndpoint): void {
  const service = state.services.get(endpoint.endpoint_service_id);
  if (service?.approval_enabled) endpoint.status = "pendingAcceptance";
  else acceptEndpoint(state, endpoint);
}

/** Connects an endpoint: it gets its address and, when wanted, its domain name. */
export function acceptEndpoint(state: VpcepState, endpoint: StoredEndpoint): void {
  endpoint.status = "accepted";
  if (endpoint.service_type !== "interface") return;
  const { marker_id: marker, id } = endpoint;
  const free = `192.168.${(marker / 250n) % 250n}.${(marker % 250n) + 2n}`;
  endpoint.ip = state.wantedAddresses.get(id) ?? free;
  if (endpoint.enable_dns) endpoint.dns_names = [`vpcep-${id}.${region}.example.com`];
}
