import { findConnection } from "../find-connection.js";
import { toConnection } from "../to-connection.js";
import { findService, type ServicePath, vpcepHandler } from "../vpcep-handler.js";

interface Input {
  readonly path: ServicePath;
  readonly body: {
    readonly connections: readonly { readonly id: string; readonly description: string }[];
  };
}

/** Notes something about connections of a service: all of those named, or none. */
export const updateConnectionDescriptions = vpcepHandler<Input>(
  "updateConnectionDescriptions",
  ({ state, path, body }) => {
    const service = findService(state, path);
    const found = body.connections.map(({ id }) => findConnection(state, service, id));
    for (const { id, description } of body.connections) {
      state.connectionDescriptions.set(id, description);
    }
    return { connections: found.map((endpoint) => toConnection(state, endpoint)) };
  },
);
