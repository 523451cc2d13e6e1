import { offsetPage } from "../../service/offset-page.js";
import { accountId } from "../account.js";
import { sortByTime, type TimeOrder } from "../sort-by-time.js";
import type { VpcepState } from "../state.js";
import type { StoredService } from "../stored-service.js";
import { type ProjectPath, vpcepHandler } from "../vpcep-handler.js";

interface Query extends TimeOrder {
  readonly endpoint_service_name?: string;
  readonly id?: string;
  readonly status?: string;
  readonly public_border_group?: string;
}

/** A page of the project's services, with how many endpoints each has. */
export const listEndpointServices = vpcepHandler<{ path: ProjectPath; query: Query }>(
  "listEndpointServices",
  (call) => {
    const { state, query, path } = call;
    const matching = [...state.services.values()].filter((service) => fits(service, query));
    const items = sortByTime(matching, query).map(({ cidr_type: _cidrType, ...service }) => ({
      ...service,
      project_id: path.project_id,
      domain_id: accountId,
      connection_count: countConnections(state, service.id),
    }));
    return offsetPage(call, items, 10);
  },
);

function fits(service: StoredService, query: Query): boolean {
  const { endpoint_service_name: name = "", id, status, public_border_group: group } = query;
  return (
    service.service_name.includes(name) &&
    (id === undefined || service.id === id) &&
    (status === undefined || service.status === status) &&
    // No seeded service stands at an edge site.
    group === undefined
  );
}

function countConnections(state: VpcepState, serviceId: string): number {
  const counted = ["creating", "accepted"];
  return [...state.endpoints.values()].filter(
    (each) => each.endpoint_service_id === serviceId && counted.includes(each.status),
  ).length;
}
