import { find } from "./refusals.js";
import type { PpioGpuState } from "./state.js";
import type { StoredNetwork } from "./stored-network.js";

/** Path of an operation on one private network. */
export interface NetworkPath {
  readonly network_id: string;
}

/** The network with this id. @throws Refusal 404 when there is none */
export function findNetwork(state: PpioGpuState, { network_id: id }: NetworkPath): StoredNetwork {
  return find(state.networks, "network", id);
}

/** What the service shows of a network. */
export function showNetwork({ id, owner_id, name, status }: StoredNetwork): object {
  return { id, owner_id, name, status };
}
