import { addPermission } from "../permissions.js";
import { refuseNone } from "../refuse-none.js";
import type { StoredPermission } from "../stored-permission.js";
import { findService, type ServicePath, vpcepHandler } from "../vpcep-handler.js";

interface Input {
  readonly path: ServicePath;
  readonly body: {
    readonly permissions: readonly Pick<StoredPermission, "permission" | "description">[];
  };
}

/** Adds permissions with descriptions, and answers those. */
export const batchAddServicePermissions = vpcepHandler<Input>(
  "batchAddServicePermissions",
  ({ state, path, body, now }) => {
    const service = findService(state, path);
    refuseNone(body.permissions);
    return {
      permissions: body.permissions.map(({ permission, description }) =>
        addPermission(state, service, permission, now, description),
      ),
    };
  },
);
