import { Refusal } from "../engine/refusal.js";
import { handler } from "../engine/service.js";

/** The kinds of resources that are counted and tagged. */
export type ResourceType = "endpoint_service" | "endpoint";

/** The part of the state that is counted. */
export interface Counted {
  readonly services: { readonly size: number };
  readonly endpoints: { readonly size: number };
  /** How many services and endpoints there may be. */
  readonly quotas: Readonly<Record<ResourceType, number>>;
}

/** How many of a kind there are. */
function countUsed(state: Counted, type: ResourceType): number {
  return type === "endpoint_service" ? state.services.size : state.endpoints.size;
}

/** Refuses one more of a kind. @throws Refusal 400 `Endpoint.1018` when the quota is used up */
export function refuseBeyondQuota(state: Counted, type: ResourceType): void {
  const quota = state.quotas[type];
  if (countUsed(state, type) < quota) return;
  throw new Refusal(400, "Endpoint.1018", `the quota of ${quota} ${type}s is used up`);
}

const types: readonly ResourceType[] = ["endpoint_service", "endpoint"];

/** What can be done with quotas. */
export const quotaHandlers = {
  /** The quotas, or one of them. */
  listQuotas: handler<Counted, { query: { readonly type?: ResourceType } }>(({ state, query }) => {
    const wanted = types.filter((type) => query.type === undefined || query.type === type);
    const resources = wanted.map((type) => ({
      type,
      used: countUsed(state, type),
      quota: state.quotas[type],
    }));
    return { quotas: { resources } };
  }),
};
