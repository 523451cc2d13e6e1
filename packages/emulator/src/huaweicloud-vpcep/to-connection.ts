import { accountId } from "./account.js";
import type { VpcepState } from "./state.js";
import type { StoredEndpoint } from "./stored-endpoint.js";

/** An endpoint as the owner of its service sees it. */
export function toConnection(state: VpcepState, endpoint: StoredEndpoint): object {
  const { id, marker_id, created_at, updated_at, status, error } = endpoint;
  return {
    id,
    marker_id,
    created_at,
    updated_at,
    domain_id: accountId,
    status,
    description: state.connectionDescriptions.get(id) ?? "",
    ...(error && { error }),
  };
}
