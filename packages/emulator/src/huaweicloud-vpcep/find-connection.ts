import { Refusal } from "../service/refusal.js";
import { findEndpoint } from "./find-endpoint.js";
import type { VpcepState } from "./state.js";
import type { StoredEndpoint } from "./stored-endpoint.js";
import type { StoredService } from "./stored-service.js";

/**
 * The endpoint with this id, if it connects to a service.
 *
 * @throws Refusal 404 `EndPoint.2006` for an unknown one, 400 `EndPoint.2013` for another service's
 */
export function findConnection(
  state: VpcepState,
  service: StoredService,
  id: string,
): StoredEndpoint {
  const endpoint = findEndpoint(state, id);
  if (endpoint.endpoint_service_id === service.id) return endpoint;
  throw new Refusal(400, "EndPoint.2013", `endpoint ${id} does not connect to ${service.id}`);
}
