import { moveInstance } from "../move-instance.js";
import { findInstance, type InstancePath, ppioHandler } from "../ppio-handler.js";

/** Begins to stop an instance; one that is stopped already is left alone. */
export const stopInstance = ppioHandler<{ path: InstancePath }>(
  "stopInstance",
  ({ state, path, now }) => {
    moveInstance(state, findInstance(state, path), "stop", now);
    return {};
  },
);
