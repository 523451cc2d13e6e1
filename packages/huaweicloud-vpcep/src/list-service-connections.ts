import { createList, type List, type OffsetListOptions } from "@cloud-clients/runtime/kit";
import type { VpcepClient } from "./create-vpcep-client.js";
import { listServiceConnections as rule } from "./generated/operations.js";
import type { Connection, ListServiceConnectionsQuery } from "./types.js";

/**
 * Lists the endpoints that are connected to an endpoint service of the project, or waiting for approval, in
 * the service's order. Makes one request per page, and none until you start iterating. If the list shifts
 * during a walk, items can be skipped: see `overlap` and `dedupeBy`.
 *
 * @param serviceId - the endpoint service.
 * @param query - filters, order, and `limit` as page size (1-1000 items; default: the service's, 10).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/ListServiceConnections.html
 */
export function listServiceConnections(
  client: VpcepClient,
  serviceId: string,
  query?: ListServiceConnectionsQuery,
  options?: OffsetListOptions<Connection>,
): List<Connection> {
  const path = { vpc_endpoint_service_id: serviceId };
  return createList<Connection>(client, rule, { query, path }, options);
}
