import { offsetPage } from "../../service/offset-page.js";
import { permissionsOf } from "../permissions.js";
import { sortByTime, type TimeOrder } from "../sort-by-time.js";
import { findService, type ServicePath, vpcepHandler } from "../vpcep-handler.js";

interface Query extends TimeOrder {
  readonly permission?: string;
}

/** A page of the permissions of a service. */
export const listServicePermissions = vpcepHandler<{ path: ServicePath; query: Query }>(
  "listServicePermissions",
  (call) => {
    const { state, path, query } = call;
    const { permission: part = "" } = query;
    const all = permissionsOf(state, findService(state, path));
    const matching = all.filter(({ permission }) => permission.includes(part));
    return offsetPage(call, sortByTime(matching, query), 10);
  },
);
