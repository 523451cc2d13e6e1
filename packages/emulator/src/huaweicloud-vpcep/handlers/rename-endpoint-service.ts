import { fullName } from "../full-name.js";
import { refuseUnchangeable } from "../refuse-unchangeable.js";
import { toTimestamp } from "../time.js";
import { findService, type ServicePath, vpcepHandler } from "../vpcep-handler.js";

interface Input {
  readonly path: ServicePath;
  readonly body: { readonly endpoint_service_name?: string };
}

/** Changes the name part of a service. */
export const renameEndpointService = vpcepHandler<Input>(
  "renameEndpointService",
  ({ state, path, body, now }) => {
    const service = findService(state, path);
    refuseUnchangeable(service);
    const name = body.endpoint_service_name ?? "";
    service.service_name = fullName(name, service.id);
    service.updated_at = toTimestamp(now);
    return { endpoint_service_name: name };
  },
);
