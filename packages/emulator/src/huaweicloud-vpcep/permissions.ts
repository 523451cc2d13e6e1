import type { VpcepState } from "./state.js";
import type { StoredPermission } from "./stored-permission.js";
import type { StoredService } from "./stored-service.js";
import { toTimestamp } from "./time.js";

/** The permissions of a service, oldest first. */
export function permissionsOf(state: VpcepState, service: StoredService): StoredPermission[] {
  const known = state.permissions.get(service.id);
  if (known) return known;
  const none: StoredPermission[] = [];
  state.permissions.set(service.id, none);
  return none;
}

/** Adds a permission; one that is there already stays as it is, but for a description that is given. */
export function addPermission(
  state: VpcepState,
  service: StoredService,
  permission: string,
  now: number,
  description?: string,
): StoredPermission {
  const all = permissionsOf(state, service);
  const known = all.find((one) => one.permission === permission);
  if (known) {
    known.description = description ?? known.description;
    return known;
  }
  const added: StoredPermission = {
    id: state.newId(),
    permission,
    permission_type: permission.startsWith("organizations:") ? "orgPath" : "domainId",
    description: description ?? "",
    created_at: toTimestamp(now),
  };
  all.push(added);
  return added;
}

/** Removes the permissions that a test picks, and says which they were. */
export function removePermissions(
  state: VpcepState,
  service: StoredService,
  isGone: (permission: StoredPermission) => boolean,
): StoredPermission[] {
  const all = permissionsOf(state, service);
  state.permissions.set(
    service.id,
    all.filter((one) => !isGone(one)),
  );
  return all.filter(isGone);
}
