import { Refusal } from "../../service/refusal.js";
import { type ProjectPath, vpcepHandler } from "../vpcep-handler.js";

interface EndpointPath extends ProjectPath {
  readonly vpc_endpoint_id: string;
}

/** One endpoint, as far as it is by now. */
export const getEndpoint = vpcepHandler<{ path: EndpointPath }>(
  "getEndpoint",
  ({ state, path }) => {
    const { vpc_endpoint_id: id, project_id } = path;
    const endpoint = state.endpoints.get(id);
    if (endpoint) return { ...endpoint, project_id };
    throw new Refusal(404, "EndPoint.2006", `no endpoint has the id ${id}`);
  },
);
