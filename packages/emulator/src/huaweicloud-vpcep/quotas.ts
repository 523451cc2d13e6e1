import { Refusal } from "../service/refusal.js";
import type { VpcepState } from "./state.js";

/** The kinds of resources that are counted and tagged. */
export type ResourceType = "endpoint_service" | "endpoint";

/** How many of a kind there are. */
export function countUsed(state: VpcepState, type: ResourceType): number {
  return type === "endpoint_service" ? state.services.size : state.endpoints.size;
}

/** Refuses one more of a kind. @throws Refusal 400 `Endpoint.1018` when the quota is used up */
export function refuseBeyondQuota(state: VpcepState, type: ResourceType): void {
  const quota = state.quotas[type];
  if (countUsed(state, type) < quota) return;
  throw new Refusal(400, "Endpoint.1018", `the quota of ${quota} ${type}s is used up`);
}
