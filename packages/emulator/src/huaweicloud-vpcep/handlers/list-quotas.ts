import { countUsed, type ResourceType } from "../quotas.js";
import { vpcepHandler } from "../vpcep-handler.js";

const types: readonly ResourceType[] = ["endpoint_service", "endpoint"];

/** The quotas, or one of them. */
export const listQuotas = vpcepHandler<{ query: { readonly type?: ResourceType } }>(
  "listQuotas",
  ({ state, query }) => {
    const wanted = types.filter((type) => query.type === undefined || query.type === type);
    const resources = wanted.map((type) => ({
      type,
      used: countUsed(state, type),
      quota: state.quotas[type],
    }));
    return { quotas: { resources } };
  },
);
