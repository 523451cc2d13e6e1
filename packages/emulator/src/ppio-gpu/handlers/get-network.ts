import { findNetwork, type NetworkPath, showNetwork } from "../find-network.js";
import { ppioHandler } from "../ppio-handler.js";

/** One private network. */
export const getNetwork = ppioHandler<{ path: NetworkPath }>("getNetwork", ({ state, path }) =>
  showNetwork(findNetwork(state, path)),
);
