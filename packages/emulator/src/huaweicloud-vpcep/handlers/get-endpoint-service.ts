import { findService, type ServicePath, vpcepHandler } from "../vpcep-handler.js";

export const getEndpointService = vpcepHandler<{ path: ServicePath }>(
  "getEndpointService",
  ({ state, path }) => ({ ...findService(state, path), project_id: path.project_id }),
);
