import { createList, type List, type OffsetListOptions } from "@cloud-clients/runtime/kit";
import type { VpcepClient } from "./create-vpcep-client.js";
import { listResourceInstances as rule } from "./generated/operations.js";
import type { ListResourceInstancesFilters, ResourceInstance, ResourceType } from "./types.js";

/**
 * Finds services or endpoints of the project by their tags and names, in the order of the service.
 * Makes one request per page (a POST that only reads), and none until you start iterating. A list
 * that shifts while it is walked can skip items: see `overlap` and `dedupeBy`.
 *
 * To count without listing, call the operation with `action: "count"` and neither `limit` nor `offset`.
 *
 * @param filters - all must match; without any, everything is found. `limit` is the page size as a
 * number (1-1000 items; default: the service's, 1000).
 * @throws UsageError at once for an option, filter or checkpoint that is not allowed.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/ListResourceInstances.html
 */
export function listResourceInstances(
  client: VpcepClient,
  resourceType: ResourceType,
  filters?: ListResourceInstancesFilters,
  options?: OffsetListOptions<ResourceInstance>,
): List<ResourceInstance> {
  const path = { resource_type: resourceType };
  return createList<ResourceInstance>(client, rule, { body: filters, path }, options);
}
