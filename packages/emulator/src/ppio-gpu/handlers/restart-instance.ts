import { moveInstance } from "../move-instance.js";
import { findInstance, type InstancePath, ppioHandler } from "../ppio-handler.js";

/** Begins to restart an instance. */
export const restartInstance = ppioHandler<{ path: InstancePath }>(
  "restartInstance",
  ({ state, path, now }) => {
    moveInstance(state, findInstance(state, path), "restart", now);
    return {};
  },
);
