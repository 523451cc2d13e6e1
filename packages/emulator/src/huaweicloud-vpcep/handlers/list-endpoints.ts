import { offsetPage } from "../../service/offset-page.js";
import { sortByTime, type TimeOrder } from "../sort-by-time.js";
import type { StoredEndpoint } from "../stored-endpoint.js";
import { type ProjectPath, vpcepHandler } from "../vpcep-handler.js";

interface Query extends TimeOrder {
  readonly endpoint_service_name?: string;
  readonly vpc_id?: string;
  readonly id?: string;
  readonly public_border_group?: string;
}

/** A page of the project's endpoints. */
export const listEndpoints = vpcepHandler<{ path: ProjectPath; query: Query }>(
  "listEndpoints",
  (call) => {
    const { state, path, query } = call;
    const matching = [...state.endpoints.values()].filter((endpoint) => fits(endpoint, query));
    const items = sortByTime(matching, query).map((endpoint) => ({
      ...endpoint,
      project_id: path.project_id,
    }));
    return offsetPage(call, items, 10);
  },
);

function fits(endpoint: StoredEndpoint, query: Query): boolean {
  const { endpoint_service_name: name = "", vpc_id: vpc, id, public_border_group: group } = query;
  return (
    endpoint.endpoint_service_name.includes(name) &&
    (vpc === undefined || endpoint.vpc_id === vpc) &&
    (id === undefined || endpoint.id === id) &&
    // No endpoint stands at an edge site.
    group === undefined
  );
}
