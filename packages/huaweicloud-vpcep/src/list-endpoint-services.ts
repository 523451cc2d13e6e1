import { createList, type List, type OffsetListOptions } from "@cloud-clients/runtime/kit";
import type { VpcepClient } from "./create-vpcep-client.js";
import { listEndpointServices as rule } from "./generated/operations.js";
import type { EndpointService, ListEndpointServicesQuery } from "./types.js";

/**
 * Lists the endpoint services of the project, in the service's order. Makes one request per page, and none
 * until you start iterating. If the list shifts during a walk, items can be skipped: see `overlap` and
 * `dedupeBy`.
 *
 * @param query - filters, order, and `limit` as page size (1-1000 items; default: the service's, 10).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/ListEndpointService.html
 */
export function listEndpointServices(
  client: VpcepClient,
  query?: ListEndpointServicesQuery,
  options?: OffsetListOptions<EndpointService>,
): List<EndpointService> {
  return createList<EndpointService>(client, rule, { query }, options);
}
