import { Refusal } from "../../service/refusal.js";
import { type EndpointPath, findChangeable } from "../find-endpoint.js";
import { toTimestamp } from "../time.js";
import { vpcepHandler } from "../vpcep-handler.js";

/** Drops the policy of a gateway endpoint, which then has none of its own. */
export const deleteEndpointPolicy = vpcepHandler<{ path: EndpointPath }>(
  "deleteEndpointPolicy",
  ({ state, path, now }) => {
    const endpoint = findChangeable(state, path, { only: "gateway", what: "a policy" });
    if (endpoint.policy_statement === undefined && endpoint.policy_document === undefined) {
      throw new Refusal(400, "EndPoint.2049", `endpoint ${endpoint.id} has no policy of its own`);
    }
    delete endpoint.policy_statement;
    delete endpoint.policy_document;
    endpoint.updated_at = toTimestamp(now);
    return { ...endpoint, project_id: path.project_id };
  },
);
