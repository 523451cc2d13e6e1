import { account, memberOf } from "./account.js";
import { regionIds } from "./make-regions.js";
import { seedTime } from "./seed-time.js";
import type { PpioGpuState } from "./state.js";
import type { StoredNetwork } from "./stored-network.js";
import { toStatus } from "./stored-status.js";

/** Makes the nth private network, one region after the other. */
export function makeNetwork(state: PpioGpuState, number: number, now: number): StoredNetwork {
  return {
    id: state.newId("network"),
    owner_id: account.owner_id,
    name: `vpc-${number}`,
    status: toStatus("running"),
    region_id: regionIds[number % regionIds.length] ?? regionIds[0],
    member_id: memberOf(number),
    created_at: seedTime(now, number),
  };
}
