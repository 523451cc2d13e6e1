import { createList, type List, type OffsetListOptions } from "@cloud-clients/runtime/kit";
import type { VpcepClient } from "./create-vpcep-client.js";
import { listServicePermissions as rule } from "./generated/operations.js";
import type { ListServicePermissionsQuery, Permission } from "./types.js";

/**
 * Lists who may connect to an endpoint service of the project, in the service's order. Makes one request per
 * page, and none until you start iterating. If the list shifts during a walk, items can be skipped: see
 * `overlap` and `dedupeBy`.
 *
 * @param serviceId - the endpoint service.
 * @param query - filter, order, and `limit` as page size (1-500 items; default: the service's, 10).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/ListServicePermissionsDetails.html
 */
export function listServicePermissions(
  client: VpcepClient,
  serviceId: string,
  query?: ListServicePermissionsQuery,
  options?: OffsetListOptions<Permission>,
): List<Permission> {
  const path = { vpc_endpoint_service_id: serviceId };
  return createList<Permission>(client, rule, { query, path }, options);
}
