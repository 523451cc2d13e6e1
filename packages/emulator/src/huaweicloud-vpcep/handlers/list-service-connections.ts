import { offsetPage } from "../../service/offset-page.js";
import { sortByTime, type TimeOrder } from "../sort-by-time.js";
import type { StoredEndpoint } from "../stored-endpoint.js";
import { toConnection } from "../to-connection.js";
import { findService, type ServicePath, vpcepHandler } from "../vpcep-handler.js";

interface Query extends TimeOrder {
  readonly id?: string;
  readonly marker_id?: string;
  readonly status?: string;
}

/** A page of the endpoints that connect to a service. */
export const listServiceConnections = vpcepHandler<{ path: ServicePath; query: Query }>(
  "listServiceConnections",
  (call) => {
    const { state, path, query } = call;
    const service = findService(state, path);
    const matching = [...state.endpoints.values()].filter(
      (endpoint) => endpoint.endpoint_service_id === service.id && fits(endpoint, query),
    );
    const sorted = sortByTime(matching, query);
    return offsetPage(
      call,
      sorted.map((endpoint) => toConnection(state, endpoint)),
      10,
    );
  },
);

function fits(endpoint: StoredEndpoint, { id, marker_id: marker, status }: Query): boolean {
  return (
    (id === undefined || endpoint.id === id) &&
    (marker === undefined || String(endpoint.marker_id) === marker) &&
    (status === undefined || endpoint.status === status)
  );
}
