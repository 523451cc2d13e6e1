import { Refusal } from "../../service/refusal.js";
import { deletingMs } from "../deletion.js";
import { type EndpointPath, findEndpoint } from "../find-endpoint.js";
import { toTimestamp } from "../time.js";
import { vpcepHandler } from "../vpcep-handler.js";

/** Starts the end of an endpoint; it is gone once the clock has moved. */
export const deleteEndpoint = vpcepHandler<{ path: EndpointPath }>(
  "deleteEndpoint",
  ({ state, path, now }) => {
    const endpoint = findEndpoint(state, path.vpc_endpoint_id);
    if (endpoint.status === "deleting") return;
    if (endpoint.status === "creating") {
      throw new Refusal(400, "EndPoint.2019", "an endpoint that is creating cannot be deleted");
    }
    endpoint.status = "deleting";
    endpoint.updated_at = toTimestamp(now);
    state.deleting.set(endpoint.id, now + deletingMs);
  },
);
