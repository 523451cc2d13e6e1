import { findInstance, type InstancePath, ppioHandler } from "../ppio-handler.js";

export const getInstance = ppioHandler<{ path: InstancePath }>("getInstance", ({ state, path }) =>
  findInstance(state, path),
);
