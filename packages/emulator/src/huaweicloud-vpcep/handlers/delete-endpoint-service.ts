import { Refusal } from "../../service/refusal.js";
import { deletingMs } from "../deletion.js";
import { toTimestamp } from "../time.js";
import { findService, type ServicePath, vpcepHandler } from "../vpcep-handler.js";

/** Starts the end of a service that no endpoint uses; it is gone once the clock has moved. */
export const deleteEndpointService = vpcepHandler<{ path: ServicePath }>(
  "deleteEndpointService",
  ({ state, path, now }) => {
    const service = findService(state, path);
    if (service.status === "deleting") return;
    if (service.status === "creating") {
      throw new Refusal(400, "EndPoint.3045", "a service that is creating cannot be deleted");
    }
    const users = [...state.endpoints.values()].filter(
      ({ endpoint_service_id: id, status }) =>
        id === service.id && status !== "rejected" && status !== "failed",
    );
    if (users.length > 0) {
      throw new Refusal(
        400,
        "EndPoint.3006",
        `${users.length} endpoints use service ${service.id}`,
      );
    }
    service.status = "deleting";
    service.updated_at = toTimestamp(now);
    state.deleting.set(service.id, now + deletingMs);
  },
);
