// Written by "npx --yes pnpm@10 generate" from specs/huaweicloud-vpcep/openapi.yaml. Do not edit.
import { callOperation, type OperationOptions } from "@cloud-clients/runtime/kit";
import type {
  ChangedConnections,
  ChangedPermissions,
  ConnectionDecision,
  ConnectionDescriptions,
  CreateEndpointRequest,
  CreateEndpointServiceRequest,
  DescribeEndpointServiceQuery,
  Endpoint,
  EndpointService,
  EndpointServiceName,
  EndpointServiceSummary,
  ListQuotasQuery,
  PermissionDescription,
  PermissionsChange,
  PermissionsToAdd,
  PermissionsToRemove,
  PermissionTexts,
  ProjectTagList,
  QuotaList,
  RenameEndpointServiceRequest,
  ResourceTagsChange,
  ResourceType,
  UpdateEndpointPolicyRequest,
  VersionDetail,
  VersionList,
  VpcepClient,
} from "./types.js";

/**
 * List the versions of the API.
 *
 * Returns the versions of the API that the service offers. It needs no credentials: the page lists
 * no header for them.
 *
 * One regional edition of the pages shows `v2` beside `v1` and remarks that it cannot be used.
 *
 * Makes one request.
 *
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/ListVersionDetails.html
 */
export function listVersions(
  client: VpcepClient,
  options?: OperationOptions,
): Promise<VersionList> {
  return callOperation<VersionList>(
    client,
    { operation: "listVersions", method: "GET", path: "/" },
    { options },
  );
}

/**
 * Get one version of the API.
 *
 * Returns one version of the API. It needs no credentials: the page lists no header for them.
 *
 * The table requires `version`; the text says that all versions are returned when it is empty,
 * which is another path: use `listVersions`.
 *
 * Makes one request.
 *
 * @param version - Id of the version; starts with `v`.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/ListSpecifiedVersionDetails.html
 */
export function getVersion(
  client: VpcepClient,
  version: string,
  options?: OperationOptions,
): Promise<VersionDetail> {
  return callOperation<VersionDetail>(
    client,
    { operation: "getVersion", method: "GET", path: "/{version}" },
    { path: { version }, options },
  );
}

/**
 * Create an endpoint service.
 *
 * Creates a service that endpoints can connect to. The request is accepted at once and takes one to
 * two minutes: poll `getEndpointService` until `status` is no longer `creating`. (The page's own
 * example returns `available` already.)
 *
 * Every accepted request creates one more service. There is no client token, so a request whose
 * response was lost must not be sent again blindly.
 *
 * `Endpoint.1018` (spelt with a small `p`) means an exceeded quota, `EndPoint.3044` mappings that
 * clash with another service on the same backend, `EndPoint.3074` too many mappings.
 *
 * Makes one request. IAM action: `vpcep:epservices:create`.
 *
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/CreateEndpointService.html
 */
export function createEndpointService(
  client: VpcepClient,
  body: CreateEndpointServiceRequest,
  options?: OperationOptions,
): Promise<EndpointService> {
  return callOperation<EndpointService>(
    client,
    { operation: "createEndpointService", method: "POST", path: "/v1/{project_id}/vpc-endpoint-services" },
    { body, options },
  );
}

/**
 * Get the public summary of an endpoint service.
 *
 * Returns what somebody who wants to connect to a service may know of it, whoever owns it. Give
 * either `id` or `endpoint_service_name`, not both and not neither; OpenAPI cannot say that.
 *
 * Makes one request. IAM action: `vpcep:epserviceDesc:get`.
 *
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/ListServiceDescribeDetails.html
 */
export function describeEndpointService(
  client: VpcepClient,
  query?: DescribeEndpointServiceQuery,
  options?: OperationOptions,
): Promise<EndpointServiceSummary> {
  return callOperation<EndpointServiceSummary>(
    client,
    { operation: "describeEndpointService", method: "GET", path: "/v1/{project_id}/vpc-endpoint-services/describe" },
    { query, options },
  );
}

/**
 * Get one endpoint service.
 *
 * Returns one service with all its port mappings. It is the call to poll after creating or deleting
 * a service, which take one to two minutes.
 *
 * According to the vendor's list of error codes, a service that does not exist gets status 400 and
 * `EndPoint.2003`, not with 404.
 *
 * Makes one request. IAM action: `vpcep:epservices:get`.
 *
 * @param id - Id of the endpoint service.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/ListServiceDetails.html
 */
export function getEndpointService(
  client: VpcepClient,
  id: string,
  options?: OperationOptions,
): Promise<EndpointService> {
  return callOperation<EndpointService>(
    client,
    { operation: "getEndpointService", method: "GET", path: "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}" },
    { path: { vpc_endpoint_service_id: id }, options },
  );
}

/**
 * Delete an endpoint service.
 *
 * Deletes a service. Newer sources say that the request is accepted at once and takes one to two
 * minutes, during which the service is `deleting`.
 *
 * The table of the page has status 204, the text of newer pages and the SDKs 200; both are accepted
 * here, and neither has a documented body. `EndPoint.3006` means that endpoints still use the
 * service.
 *
 * A second sending can delete nothing else: ids are UUIDs, which are taken not to be used again.
 * After a lost response it may find the service gone: status 400 and `EndPoint.2003`.
 *
 * Makes one request. IAM action: `vpcep:epservices:delete`.
 *
 * @param id - Id of the endpoint service.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/DeleteEndpointService.html
 */
export function deleteEndpointService(
  client: VpcepClient,
  id: string,
  options?: OperationOptions,
): Promise<void> {
  return callOperation<void>(
    client,
    { operation: "deleteEndpointService", method: "DELETE", path: "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}" },
    { path: { vpc_endpoint_service_id: id }, options },
  );
}

/**
 * Change the name of an endpoint service.
 *
 * Changes the name part of a service and nothing else. The field is called `endpoint_service_name`
 * here and `service_name` in `updateEndpointService`, which can change the name too.
 *
 * The page requires neither the field nor, by the SDKs, the body; what the service does without is
 * not documented, so a body is required here. The name in the page's own example is longer than its
 * limit of 16 characters.
 *
 * A second sending can undo another caller's change.
 *
 * Makes one request. Sending it twice acts twice, so it is not sent again if its outcome is
 * unknown.
 *
 * @param id - Id of the endpoint service.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/UpdateEndpointServiceName.html
 */
export function renameEndpointService(
  client: VpcepClient,
  id: string,
  body: RenameEndpointServiceRequest,
  options?: OperationOptions,
): Promise<EndpointServiceName> {
  return callOperation<EndpointServiceName>(
    client,
    { operation: "renameEndpointService", method: "PUT", path: "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/name" },
    { path: { vpc_endpoint_service_id: id }, body, options },
  );
}

/**
 * Accept or reject the connection of an endpoint.
 *
 * Lets an endpoint connect to the service, or refuses it. `endpoints` is a list, but one request
 * decides on one endpoint: `EndPoint.2031` refuses more.
 *
 * A second sending can undo what another caller decided in between.
 *
 * Makes one request. IAM action: `vpcep:connections:update`.
 *
 * @param id - Id of the endpoint service.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/AcceptOrRejectEndpoint.html
 */
export function acceptOrRejectConnection(
  client: VpcepClient,
  id: string,
  body: ConnectionDecision,
  options?: OperationOptions,
): Promise<ChangedConnections> {
  return callOperation<ChangedConnections>(
    client,
    { operation: "acceptOrRejectConnection", method: "POST", path: "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/connections/action" },
    { path: { vpc_endpoint_service_id: id }, body, options },
  );
}

/**
 * Describe connections.
 *
 * Sets the descriptions of connections of a service. Connections that are not named keep theirs.
 *
 * The page asks for a project id of at least 36 characters, while project ids have 32; and it has
 * no table of headers. Both are taken for slips. A second sending can undo another caller's change.
 *
 * Makes one request. Sending it twice acts twice, so it is not sent again if its outcome is
 * unknown.
 *
 * @param id - Id of the endpoint service.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/UpdateEndpointConnectionsDesc.html
 */
export function updateConnectionDescriptions(
  client: VpcepClient,
  id: string,
  body: ConnectionDescriptions,
  options?: OperationOptions,
): Promise<ChangedConnections> {
  return callOperation<ChangedConnections>(
    client,
    { operation: "updateConnectionDescriptions", method: "PUT", path: "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/connections/description" },
    { path: { vpc_endpoint_service_id: id }, body, options },
  );
}

/**
 * Let accounts connect to a service, or no longer.
 *
 * Adds or removes permissions by what they say. `batchAddServicePermissions` adds them with
 * descriptions, `batchRemoveServicePermissions` removes them by id.
 *
 * Not documented: whether the response lists what was changed or what there is now. A second
 * sending can undo another caller's change.
 *
 * Makes one request. IAM action: `vpcep:permissions:update`.
 *
 * @param id - Id of the endpoint service.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/AddOrRemoveServicePermissions.html
 */
export function addOrRemoveServicePermissions(
  client: VpcepClient,
  id: string,
  body: PermissionsChange,
  options?: OperationOptions,
): Promise<PermissionTexts> {
  return callOperation<PermissionTexts>(
    client,
    { operation: "addOrRemoveServicePermissions", method: "POST", path: "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/action" },
    { path: { vpc_endpoint_service_id: id }, body, options },
  );
}

/**
 * Let accounts connect to a service, with descriptions.
 *
 * Adds permissions to a service, each with a description. The page requires the description, yet
 * its example returns an empty one.
 *
 * Not documented: what happens when the service has the permission already. A second sending could
 * add a second record, or bring back what another caller has removed in between.
 *
 * Makes one request.
 *
 * @param id - Id of the endpoint service.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/BatchAddEndpointServicePermissions.html
 */
export function batchAddServicePermissions(
  client: VpcepClient,
  id: string,
  body: PermissionsToAdd,
  options?: OperationOptions,
): Promise<ChangedPermissions> {
  return callOperation<ChangedPermissions>(
    client,
    { operation: "batchAddServicePermissions", method: "POST", path: "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/batch-create" },
    { path: { vpc_endpoint_service_id: id }, body, options },
  );
}

/**
 * Remove permissions of a service by id.
 *
 * Removes permissions by their ids, which `listServicePermissions` shows. The example returns an
 * empty list; whether a response lists what was removed or what remains is not documented.
 *
 * A second sending can remove nothing else: the service assigns the ids, which are taken not to be
 * used again; no page says so. What it returns for an id that is gone is not documented.
 *
 * Makes one request. Safe to repeat: it is sent again if its outcome is unknown.
 *
 * @param id - Id of the endpoint service.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see
 * https://support.huaweicloud.com/intl/en-us/api-vpcep/BatchRemoveEndpointServicePermissions.html
 */
export function batchRemoveServicePermissions(
  client: VpcepClient,
  id: string,
  body: PermissionsToRemove,
  options?: OperationOptions,
): Promise<ChangedPermissions> {
  return callOperation<ChangedPermissions>(
    client,
    { operation: "batchRemoveServicePermissions", method: "POST", path: "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/batch-delete" },
    { path: { vpc_endpoint_service_id: id }, body, options },
  );
}

/**
 * Describe a permission of a service.
 *
 * Changes the description of one permission. The request holds one object `permission`, the
 * response a list `permissions`. A second sending can undo another caller's change.
 *
 * Makes one request. Sending it twice acts twice, so it is not sent again if its outcome is
 * unknown.
 *
 * @param vpcEndpointServiceId - Id of the endpoint service.
 * @param permissionId - Id of the permission.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see
 * https://support.huaweicloud.com/intl/en-us/api-vpcep/UpdateEndpointServicePermissionDesc.html
 */
export function updateServicePermissionDescription(
  client: VpcepClient,
  vpcEndpointServiceId: string,
  permissionId: string,
  body: PermissionDescription,
  options?: OperationOptions,
): Promise<ChangedPermissions> {
  return callOperation<ChangedPermissions>(
    client,
    { operation: "updateServicePermissionDescription", method: "PUT", path: "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/{permission_id}" },
    { path: { vpc_endpoint_service_id: vpcEndpointServiceId, permission_id: permissionId }, body, options },
  );
}

/**
 * Create an endpoint.
 *
 * Creates an endpoint in a VPC and asks for its connection to an endpoint service. The base page
 * says nothing on timing; newer sources say that the request is accepted at once and takes one to
 * two minutes: poll `getEndpoint` until `status` is no longer `creating`. With a service that wants
 * approval it stays `pendingAcceptance` until the owner decides.
 *
 * Every accepted request creates one more endpoint, which may cost money. There is no client token,
 * so a request whose response was lost must not be sent again blindly.
 *
 * `EndPoint.2003` means an unknown service, `EndPoint.2012` no right to connect to it,
 * `Endpoint.1018` (spelt with a small `p`) an exceeded quota.
 *
 * Makes one request. IAM action: `vpcep:endpoints:create`.
 *
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/CreateEndpoint.html
 */
export function createEndpoint(
  client: VpcepClient,
  body: CreateEndpointRequest,
  options?: OperationOptions,
): Promise<Endpoint> {
  return callOperation<Endpoint>(
    client,
    { operation: "createEndpoint", method: "POST", path: "/v1/{project_id}/vpc-endpoints" },
    { body, options },
  );
}

/**
 * Get one endpoint.
 *
 * Returns one endpoint. It is the call to poll after creating or deleting an endpoint. According to
 * the vendor's list of error codes, an endpoint that does not exist gets status 404 and
 * `EndPoint.2006`.
 *
 * Makes one request. IAM action: `vpcep:endpoints:get`.
 *
 * @param id - Id of the endpoint.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see https://support.huaweicloud.com/eu/api-vpcep/ListEndpointInfoDetails.html
 */
export function getEndpoint(
  client: VpcepClient,
  id: string,
  options?: OperationOptions,
): Promise<Endpoint> {
  return callOperation<Endpoint>(
    client,
    { operation: "getEndpoint", method: "GET", path: "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}" },
    { path: { vpc_endpoint_id: id }, options },
  );
}

/**
 * Delete an endpoint.
 *
 * Deletes an endpoint. Newer sources say that the request is accepted at once and takes one to two
 * minutes, during which the endpoint is `deleting`.
 *
 * The table of the page has status 204, the text of newer pages and the SDKs 200; both are accepted
 * here, and neither has a documented body.
 *
 * A second sending can delete nothing else: ids are UUIDs, which are taken not to be used again.
 * After a lost response it may find the endpoint gone: status 404 and `EndPoint.2006`.
 *
 * Makes one request. IAM action: `vpcep:endpoints:delete`.
 *
 * @param id - Id of the endpoint.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/DeleteEndpoint.html
 */
export function deleteEndpoint(
  client: VpcepClient,
  id: string,
  options?: OperationOptions,
): Promise<void> {
  return callOperation<void>(
    client,
    { operation: "deleteEndpoint", method: "DELETE", path: "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}" },
    { path: { vpc_endpoint_id: id }, options },
  );
}

/**
 * Set the access policy of a gateway endpoint.
 *
 * Sets what may be done through a gateway endpoint, in place of the policy that it has. The table
 * of the page requires `policy_statement`; the SDKs have `policy_document` beside it for other
 * services and require neither. Here one of the two must be there.
 *
 * A second sending can undo another caller's change.
 *
 * Makes one request. Sending it twice acts twice, so it is not sent again if its outcome is
 * unknown.
 *
 * @param id - Id of the endpoint.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/UpdateEndpointPolicy.html
 */
export function updateEndpointPolicy(
  client: VpcepClient,
  id: string,
  body: UpdateEndpointPolicyRequest,
  options?: OperationOptions,
): Promise<Endpoint> {
  return callOperation<Endpoint>(
    client,
    { operation: "updateEndpointPolicy", method: "PUT", path: "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}/policy" },
    { path: { vpc_endpoint_id: id }, body, options },
  );
}

/**
 * Drop the access policy of a gateway endpoint.
 *
 * Drops the policy of a gateway endpoint, so that every action on every resource is allowed again.
 * Unlike most deletions it returns 200 with the endpoint. The SDKs mark it as due to be retired.
 *
 * A second sending can drop a policy that another caller has set in between.
 *
 * Makes one request. Sending it twice acts twice, so it is not sent again if its outcome is
 * unknown.
 *
 * @param id - Id of the endpoint.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/DeleteEndpointPolicy.html
 * @deprecated The documents advise against it.
 */
export function deleteEndpointPolicy(
  client: VpcepClient,
  id: string,
  options?: OperationOptions,
): Promise<Endpoint> {
  return callOperation<Endpoint>(
    client,
    { operation: "deleteEndpointPolicy", method: "DELETE", path: "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}/policy" },
    { path: { vpc_endpoint_id: id }, options },
  );
}

/**
 * Get quotas and their use.
 *
 * Returns how many services and endpoints the project may have, and how many it has. The pages name
 * no default quota.
 *
 * Makes one request. IAM action: `vpcep:quotas:get`.
 *
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/ListQuotaDetails.html
 */
export function listQuotas(
  client: VpcepClient,
  query?: ListQuotasQuery,
  options?: OperationOptions,
): Promise<QuotaList> {
  return callOperation<QuotaList>(
    client,
    { operation: "listQuotas", method: "GET", path: "/v1/{project_id}/quotas" },
    { query, options },
  );
}

/**
 * Get all tags in use.
 *
 * Returns every key that services or endpoints of the project are tagged with, each with all of its
 * values. There are no pages.
 *
 * Makes one request. IAM action: `vpcep:tags:list`.
 *
 * @param resourceType - Kind of resource. The SDKs describe the values wrongly, as a server and a
 * virtual IP.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/ListQueryProjectResourceTags.html
 */
export function listProjectResourceTags(
  client: VpcepClient,
  resourceType: ResourceType,
  options?: OperationOptions,
): Promise<ProjectTagList> {
  return callOperation<ProjectTagList>(
    client,
    { operation: "listProjectResourceTags", method: "GET", path: "/v1/{project_id}/{resource_type}/tags" },
    { path: { resource_type: resourceType }, options },
  );
}

/**
 * Add or delete tags of a resource.
 *
 * Adds tags to a service or an endpoint, or deletes them; other tags stay. Deleting by key alone
 * (without `value`) deletes the tag whatever its value.
 *
 * The table does not require `tags`, and the SDKs not even the body; what the service does without
 * is not documented, and neither what adding a key does that is there with another value. A body is
 * required here. A second sending can undo another caller's change. `EndPoint.3069` means too many
 * tags.
 *
 * Makes one request. IAM action: `vpcep:tags:update`.
 *
 * @param resourceType - Kind of resource. The SDKs describe the values wrongly, as a server and a
 * virtual IP.
 * @param resourceId - Id of the service or the endpoint.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, ConflictError …) if the service refuses; the other errors of a call.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/BatchAddOrRemoveResourceInstance.html
 */
export function batchUpdateResourceTags(
  client: VpcepClient,
  resourceType: ResourceType,
  resourceId: string,
  body: ResourceTagsChange,
  options?: OperationOptions,
): Promise<void> {
  return callOperation<void>(
    client,
    { operation: "batchUpdateResourceTags", method: "POST", path: "/v1/{project_id}/{resource_type}/{resource_id}/tags/action" },
    { path: { resource_type: resourceType, resource_id: resourceId }, body, options },
  );
}
