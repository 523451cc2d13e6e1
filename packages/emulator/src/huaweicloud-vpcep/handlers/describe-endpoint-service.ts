import { Refusal } from "../../service/refusal.js";
import type { StoredPublicService } from "../stored-service.js";
import { vpcepHandler } from "../vpcep-handler.js";

interface Query {
  readonly endpoint_service_name?: string;
  readonly id?: string;
}

type Summary = Omit<StoredPublicService, "owner">;

/** What everybody may know of one service, own or public, found by id or by full name. */
export const describeEndpointService = vpcepHandler<{ query: Query }>(
  "describeEndpointService",
  ({ state, query }) => {
    const { id, endpoint_service_name: name } = query;
    if ((id === undefined) === (name === undefined)) {
      throw new Refusal(400, "EndPoint.0002", "give either id or endpoint_service_name");
    }
    const own = [...state.services.values()].map((service) => ({ ...service, is_charge: true }));
    const found = [...own, ...state.publicServices.values()].find((service) =>
      id === undefined ? service.service_name === name : service.id === id,
    );
    if (found) return summaryOf(found);
    throw new Refusal(400, "EndPoint.2003", `no endpoint service is called ${id ?? name}`);
  },
);

function summaryOf({ id, service_name, service_type, created_at, is_charge }: Summary): Summary {
  return { id, service_name, service_type, created_at, is_charge };
}
