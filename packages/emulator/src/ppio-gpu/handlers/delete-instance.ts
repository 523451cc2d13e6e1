import { moveInstance } from "../move-instance.js";
import { findInstance, type InstancePath, ppioHandler } from "../ppio-handler.js";

/** Begins to remove an instance; it is gone once the clock has moved. */
export const deleteInstance = ppioHandler<{ path: InstancePath }>(
  "deleteInstance",
  ({ state, path, now }) => {
    moveInstance(state, findInstance(state, path), "delete", now);
    return {};
  },
);
