// Written by "npx --yes pnpm@10 generate" from specs/huaweicloud-vpcep/openapi.yaml. Do not edit.
import { createList, type List, type OffsetListOptions } from "@cloud-clients/runtime/kit";
import * as rules from "./operations.js";
import type {
  Connection,
  Endpoint,
  EndpointService,
  ListEndpointServicesQuery,
  ListEndpointsQuery,
  ListPublicEndpointServicesQuery,
  ListResourceInstancesFilters,
  ListServiceConnectionsQuery,
  ListServicePermissionsQuery,
  Permission,
  PublicEndpointService,
  ResourceInstance,
  ResourceType,
  VpcepClient,
} from "./types.js";

/**
 * List the endpoint services of the project.
 *
 * Returns the project's own services, page by page, newest first unless sorted otherwise. A service
 * that is created or deleted while the pages are read shifts the later ones, so that entries can be
 * seen twice or not at all.
 *
 * Lists in the service's order. Makes one request per page, and none until you start iterating. A
 * list that shifts while it is walked can skip items: see `overlap` and `dedupeBy`.
 *
 * @param query - filters, and `limit` as page size (1 to 1000 items; default: 10).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/ListEndpointService.html
 */
export function listEndpointServices(
  client: VpcepClient,
  query?: ListEndpointServicesQuery,
  options?: OffsetListOptions<EndpointService>,
): List<EndpointService> {
  return createList<EndpointService>(client, rules.listEndpointServices, { query }, options);
}

/**
 * List the endpoint services open to everybody.
 *
 * Returns the services that the vendor offers to all users of the region, page by page, newest
 * first unless sorted otherwise.
 *
 * Lists in the service's order. Makes one request per page, and none until you start iterating. A
 * list that shifts while it is walked can skip items: see `overlap` and `dedupeBy`.
 *
 * @param query - filters, and `limit` as page size (1 to 1000 items; default: 10).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/ListServicePublicDetails.html
 */
export function listPublicEndpointServices(
  client: VpcepClient,
  query?: ListPublicEndpointServicesQuery,
  options?: OffsetListOptions<PublicEndpointService>,
): List<PublicEndpointService> {
  return createList<PublicEndpointService>(
    client,
    rules.listPublicEndpointServices,
    { query },
    options,
  );
}

/**
 * List the endpoints that are connected to a service.
 *
 * Returns the connections of one of the project's services, page by page, newest first unless
 * sorted otherwise. A connection that is made or ends while the pages are read shifts the later
 * ones.
 *
 * Lists in the service's order. Makes one request per page, and none until you start iterating. A
 * list that shifts while it is walked can skip items: see `overlap` and `dedupeBy`.
 *
 * @param id - Id of the endpoint service.
 * @param query - filters, and `limit` as page size (1 to 1000 items; default: 10).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/ListServiceConnections.html
 */
export function listServiceConnections(
  client: VpcepClient,
  id: string,
  query?: ListServiceConnectionsQuery,
  options?: OffsetListOptions<Connection>,
): List<Connection> {
  return createList<Connection>(
    client,
    rules.listServiceConnections,
    { query, path: { vpc_endpoint_service_id: id } },
    options,
  );
}

/**
 * List who may connect to a service.
 *
 * Returns the permissions (whitelist records) of a service, page by page, newest first unless
 * sorted otherwise. The owner's own account may always connect and needs none.
 *
 * Lists in the service's order. Makes one request per page, and none until you start iterating. A
 * list that shifts while it is walked can skip items: see `overlap` and `dedupeBy`.
 *
 * @param id - Id of the endpoint service.
 * @param query - filters, and `limit` as page size (1 to 500 items; default: 10).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/ListServicePermissionsDetails.html
 */
export function listServicePermissions(
  client: VpcepClient,
  id: string,
  query?: ListServicePermissionsQuery,
  options?: OffsetListOptions<Permission>,
): List<Permission> {
  return createList<Permission>(
    client,
    rules.listServicePermissions,
    { query, path: { vpc_endpoint_service_id: id } },
    options,
  );
}

/**
 * List the endpoints of the project.
 *
 * Returns the project's endpoints, page by page, newest first unless sorted otherwise. An endpoint
 * that is created or deleted while the pages are read shifts the later ones, so that entries can be
 * seen twice or not at all.
 *
 * Lists in the service's order. Makes one request per page, and none until you start iterating. A
 * list that shifts while it is walked can skip items: see `overlap` and `dedupeBy`.
 *
 * @param query - filters, and `limit` as page size (1 to 1000 items; default: 10).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/ListEndpoints.html
 */
export function listEndpoints(
  client: VpcepClient,
  query?: ListEndpointsQuery,
  options?: OffsetListOptions<Endpoint>,
): List<Endpoint> {
  return createList<Endpoint>(client, rules.listEndpoints, { query }, options);
}

/**
 * Find or count resources by tag.
 *
 * Returns the services or the endpoints of the project that match all given filters, page by page
 * (`action: filter`), or only counts them (`action: count`). Without a filter all match.
 *
 * Unlike in every other list, `limit` and `offset` stand in the body, and are strings of digits.
 * Neither may be given when `action` is `count`. It only reads, though it is a POST, so that it may
 * be sent again.
 *
 * Lists in the service's order. Makes one request per page, and none until you start iterating. A
 * list that shifts while it is walked can skip items: see `overlap` and `dedupeBy`.
 *
 * @param resourceType - Kind of resource. The SDKs describe the values wrongly, as a server and a
 * virtual IP.
 * @param filters - filters, and `limit` as page size (items; default: 1000).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/ListResourceInstances.html
 */
export function listResourceInstances(
  client: VpcepClient,
  resourceType: ResourceType,
  filters?: ListResourceInstancesFilters,
  options?: OffsetListOptions<ResourceInstance>,
): List<ResourceInstance> {
  return createList<ResourceInstance>(
    client,
    rules.listResourceInstances,
    { body: filters, path: { resource_type: resourceType } },
    options,
  );
}
