import { offsetPage } from "../../service/offset-page.js";
import { Refusal } from "../../service/refusal.js";
import { sortByTime } from "../sort-by-time.js";
import { passes, refuseRepeatedKeys, type TagFilters } from "../tag-filters.js";
import { allTagged, type ResourceTypePath, type Tagged } from "../tagged.js";
import { vpcepHandler } from "../vpcep-handler.js";

interface Body extends TagFilters {
  readonly action: "filter" | "count";
  readonly limit?: string;
  readonly offset?: string;
  readonly matches?: readonly { readonly value: string }[];
}

/** A page of the services or endpoints that pass all filters, or only their number. */
export const listResourceInstances = vpcepHandler<{ path: ResourceTypePath; body: Body }>(
  "listResourceInstances",
  (call) => {
    const { state, path, body } = call;
    refuseRepeatedKeys(body);
    const matching = allTagged(state, path.resource_type).filter(
      (resource) => passes(resource.tags, body) && hasName(resource, body),
    );
    if (body.action === "count") {
      refusePaging(body);
      return { total_count: matching.length };
    }
    return offsetPage(call, sortByTime(matching, {}).map(show), 1000);
  },
);

function hasName({ name }: Tagged, { matches = [] }: Body): boolean {
  return matches.every(({ value }) =>
    value === "" ? name === "" : name.toLowerCase().includes(value.toLowerCase()),
  );
}

function refusePaging({ limit, offset }: Body): void {
  if (limit !== undefined) throw new Refusal(400, "EndPoint.0006", "limit does not go with count");
  if (offset !== undefined)
    throw new Refusal(400, "EndPoint.0010", "offset does not go with count");
}

function show({ id, name, tags }: Tagged): object {
  return { resource_id: id, resource_name: name || id, resource_detail: null, tags };
}
