import { replacedEntries } from "../../service/replaced-entries.js";
import { type EndpointPath, findChangeable } from "../find-endpoint.js";
import { toTimestamp } from "../time.js";
import { vpcepHandler } from "../vpcep-handler.js";

/** Binds the route tables of the list and unbinds the others, as far as they are not broken. */
export const updateEndpointRouteTables = vpcepHandler<{ path: EndpointPath }>(
  "updateEndpointRouteTables",
  (call) => {
    const { state, path, now } = call;
    const endpoint = findChangeable(state, path, { only: "gateway", what: "route tables" });
    const wanted = replacedEntries<string>(call) ?? [];
    const before = endpoint.routetables;
    const failed = (ids: readonly string[]): object[] =>
      ids.flatMap((id) => {
        const error_message = state.brokenRouteTables.get(id);
        return error_message === undefined ? [] : [{ id, error_message }];
      });
    const bind_failed = failed(wanted.filter((id) => !before.includes(id)));
    const unbind_failed = failed(before.filter((id) => !wanted.includes(id)));
    const works = (id: string): boolean => !state.brokenRouteTables.has(id);
    endpoint.routetables = [
      ...before.filter((id) => wanted.includes(id) || !works(id)),
      ...wanted.filter((id) => !before.includes(id) && works(id)),
    ];
    endpoint.updated_at = toTimestamp(now);
    const { routetables } = endpoint;
    if (bind_failed.length + unbind_failed.length === 0) return { routetables };
    return { routetables, error: [{ bind_failed, unbind_failed }] };
  },
);
