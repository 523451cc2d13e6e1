import { findNetwork, type NetworkPath } from "../find-network.js";
import { ppioHandler } from "../ppio-handler.js";
import { failedPrecondition } from "../refusals.js";

/** Deletes a private network at once, unless an instance is attached to it. */
export const deleteNetwork = ppioHandler<{ path: NetworkPath }>(
  "deleteNetwork",
  ({ state, path }) => {
    const { id } = findNetwork(state, path);
    const attached = [...state.instances.values()].find(({ network }) => network.id === id);
    if (attached !== undefined) {
      throw failedPrecondition(`instance ${attached.id} is attached to network ${id}`);
    }
    state.networks.delete(id);
    state.cancel("network", id);
    return {};
  },
);
