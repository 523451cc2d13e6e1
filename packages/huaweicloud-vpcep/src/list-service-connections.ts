import { createList, type List, type OffsetListOptions } from "@cloud-clients/runtime/kit";
import type { VpcepClient } from "./create-vpcep-client.js";
import { listServiceConnections as rule } from "./generated/operations.js";
import type { Connection, ListServiceConnectionsQuery } from "./types.js";

/**
 * Lists the endpoints that are connected, or want to be, to an endpoint service of the project, in
 * the order of the service. Makes one request per page, and none until you start iterating. A list
 * that shifts while it is walked can skip items: see `overlap` and `dedupeBy`.
 *
 * @param serviceId - the endpoint service.
 * @param query - filters, order, and `limit` as page size (1-1000 items; default: the service's, 10).
 * @throws UsageError at once for an option, filter or checkpoint that is not allowed.
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
