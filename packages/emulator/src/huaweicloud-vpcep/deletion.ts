import type { VpcepState } from "./state.js";

/** A service or an endpoint is `deleting` for this long. */
export const deletingMs = 60_000;

/** Ends the deletion of what has this id: nothing of it remains. */
export function endDeletion(state: VpcepState, id: string): void {
  state.services.delete(id);
  state.permissions.delete(id);
  state.endpoints.delete(id);
  state.wantedAddresses.delete(id);
  state.connectionDescriptions.delete(id);
}
