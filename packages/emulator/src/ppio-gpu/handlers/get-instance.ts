import { findInstance, type InstancePath, ppioHandler } from "../ppio-handler.js";

/** One instance with its tools and prices. */
export const getInstance = ppioHandler<{ path: InstancePath }>("getInstance", ({ state, path }) =>
  findInstance(state, path),
);
