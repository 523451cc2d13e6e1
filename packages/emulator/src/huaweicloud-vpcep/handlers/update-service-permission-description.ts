import { Refusal } from "../../service/refusal.js";
import { permissionsOf } from "../permissions.js";
import { findService, type ServicePath, vpcepHandler } from "../vpcep-handler.js";

interface Input {
  readonly path: ServicePath & { readonly permission_id: string };
  readonly body: { readonly permission: { readonly description: string } };
}

/** Changes the description of one permission. */
export const updateServicePermissionDescription = vpcepHandler<Input>(
  "updateServicePermissionDescription",
  ({ state, path, body }) => {
    const all = permissionsOf(state, findService(state, path));
    const permission = all.find(({ id }) => id === path.permission_id);
    if (permission === undefined) {
      throw new Refusal(404, "EndPoint.0005", `no permission has the id ${path.permission_id}`);
    }
    permission.description = body.permission.description;
    return { permissions: [permission] };
  },
);
