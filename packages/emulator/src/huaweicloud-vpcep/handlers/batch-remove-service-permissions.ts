import { permissionsOf, removePermissions } from "../permissions.js";
import { refuseNone } from "../refuse-none.js";
import { findService, type ServicePath, vpcepHandler } from "../vpcep-handler.js";

interface Input {
  readonly path: ServicePath;
  readonly body: { readonly permissions: readonly { readonly id: string }[] };
}

/** Removes permissions by id, and answers those that remain; an unknown id is none too many. */
export const batchRemoveServicePermissions = vpcepHandler<Input>(
  "batchRemoveServicePermissions",
  ({ state, path, body }) => {
    const service = findService(state, path);
    refuseNone(body.permissions);
    const gone = new Set(body.permissions.map(({ id }) => id));
    removePermissions(state, service, ({ id }) => gone.has(id));
    return { permissions: permissionsOf(state, service) };
  },
);
