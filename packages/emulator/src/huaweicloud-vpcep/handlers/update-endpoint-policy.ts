import { type EndpointPath, findChangeable } from "../find-endpoint.js";
import type { StoredEndpoint } from "../stored-endpoint.js";
import { toTimestamp } from "../time.js";
import { vpcepHandler } from "../vpcep-handler.js";

interface Input {
  readonly path: EndpointPath;
  readonly body: Pick<StoredEndpoint, "policy_statement" | "policy_document">;
}

/** Sets the policy of a gateway endpoint; a part of it that is left out stays. */
export const updateEndpointPolicy = vpcepHandler<Input>(
  "updateEndpointPolicy",
  ({ state, path, body, now }) => {
    const endpoint = findChangeable(state, path, { only: "gateway", what: "a policy" });
    const { policy_statement, policy_document } = body;
    if (policy_statement) endpoint.policy_statement = policy_statement;
    if (policy_document) endpoint.policy_document = policy_document;
    endpoint.updated_at = toTimestamp(now);
    return { ...endpoint, project_id: path.project_id };
  },
);
