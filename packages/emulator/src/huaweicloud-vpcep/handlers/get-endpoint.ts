import { type EndpointPath, findEndpoint } from "../find-endpoint.js";
import { vpcepHandler } from "../vpcep-handler.js";

/** One endpoint, as far as it is by now. */
export const getEndpoint = vpcepHandler<{ path: EndpointPath }>(
  "getEndpoint",
  ({ state, path }) => ({
    ...findEndpoint(state, path.vpc_endpoint_id),
    project_id: path.project_id,
  }),
);
