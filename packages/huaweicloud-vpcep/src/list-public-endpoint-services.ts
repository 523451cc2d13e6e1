import { createList, type List, type OffsetListOptions } from "@cloud-clients/runtime/kit";
import type { VpcepClient } from "./create-vpcep-client.js";
import { listPublicEndpointServices as rule } from "./generated/operations.js";
import type { ListPublicEndpointServicesQuery, PublicEndpointService } from "./types.js";

/**
 * Lists the endpoint services that are open to everybody, in the service's order. Makes one request per page,
 * and none until you start iterating. If the list shifts during a walk, items can be skipped: see `overlap`
 * and `dedupeBy`.
 *
 * @param query - filters, order, and `limit` as page size (1-1000 items; default: the service's, 10).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/ListServicePublicDetails.html
 */
export function listPublicEndpointServices(
  client: VpcepClient,
  query?: ListPublicEndpointServicesQuery,
  options?: OffsetListOptions<PublicEndpointService>,
): List<PublicEndpointService> {
  return createList<PublicEndpointService>(client, rule, { query }, options);
}
