import { findService, type ServicePath, vpcepHandler } from "../vpcep-handler.js";

/** One service with all its mappings. */
export const getEndpointService = vpcepHandler<{ path: ServicePath }>(
  "getEndpointService",
  ({ state, path }) => ({ ...findService(state, path), project_id: path.project_id }),
);
