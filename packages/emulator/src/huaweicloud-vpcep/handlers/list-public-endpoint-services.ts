import { offsetPage } from "../../service/offset-page.js";
import { sortByTime, type TimeOrder } from "../sort-by-time.js";
import { vpcepHandler } from "../vpcep-handler.js";

interface Query extends TimeOrder {
  readonly endpoint_service_name?: string;
  readonly id?: string;
}

/** A page of the services that everybody may connect to. */
export const listPublicEndpointServices = vpcepHandler<{ query: Query }>(
  "listPublicEndpointServices",
  (call) => {
    const { endpoint_service_name: name = "", id } = call.query;
    const matching = [...call.state.publicServices.values()].filter(
      (service) => service.service_name.includes(name) && (id === undefined || service.id === id),
    );
    return offsetPage(call, sortByTime(matching, call.query), 10);
  },
);
