import { moveInstance } from "../move-instance.js";
import { findInstance, type InstancePath, ppioHandler } from "../ppio-handler.js";

/** Begins to start an instance; one that is started already is left alone. */
export const startInstance = ppioHandler<{ path: InstancePath }>(
  "startInstance",
  ({ state, path, now }) => {
    moveInstance(state, findInstance(state, path), "start", now);
    return {};
  },
);
