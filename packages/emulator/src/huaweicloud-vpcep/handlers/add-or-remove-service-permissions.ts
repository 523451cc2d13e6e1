import { addPermission, removePermissions } from "../permissions.js";
import { refuseNone } from "../refuse-none.js";
import { findService, type ServicePath, vpcepHandler } from "../vpcep-handler.js";

interface Input {
  readonly path: ServicePath;
  readonly body: { readonly action: "add" | "remove"; readonly permissions: readonly string[] };
}

/** Adds or removes permissions by what they say, and answers what was asked for. */
export const addOrRemoveServicePermissions = vpcepHandler<Input>(
  "addOrRemoveServicePermissions",
  ({ state, path, body, now }) => {
    const service = findService(state, path);
    const { action, permissions } = body;
    refuseNone(permissions);
    if (action === "remove") {
      removePermissions(state, service, ({ permission }) => permissions.includes(permission));
    } else {
      for (const permission of permissions) addPermission(state, service, permission, now);
    }
    return { permissions };
  },
);
