// Written by "npx --yes pnpm@10 generate" from specs/huaweicloud-vpcep/openapi.yaml. Do not edit.
import type { CloudClient, EditOptions, MaybeUndefined } from "@cloud-clients/runtime/kit";
import type {
  Endpoint,
  ListResourceInstancesRequest,
  operations,
  paths,
  PortMapping,
  UpdateEndpointServiceRequest,
  UpdateEndpointWhitelistRequest,
} from "./schema.js";

export type {
  ChangedConnections,
  ChangedPermissions,
  Connection,
  ConnectionDecision,
  ConnectionDescription,
  ConnectionDescriptions,
  ConnectionList,
  CreateEndpointRequest,
  CreateEndpointServiceRequest,
  Endpoint,
  EndpointAccess,
  EndpointList,
  EndpointRouteTables,
  EndpointService,
  EndpointServiceChange,
  EndpointServiceList,
  EndpointServiceName,
  EndpointServiceSummary,
  ErrorEnvelopeType,
  ErrorFlat,
  ErrorType,
  ListResourceInstancesRequest,
  Match,
  NewPortMapping,
  Permission,
  PermissionDescription,
  PermissionList,
  PermissionText,
  PermissionTexts,
  PermissionToAdd,
  PermissionToRemove,
  PermissionType,
  PermissionsChange,
  PermissionsToAdd,
  PermissionsToRemove,
  PolicyStatement,
  PortMapping,
  ProjectTagList,
  PublicEndpointService,
  PublicEndpointServiceList,
  Quota,
  QuotaList,
  RenameEndpointServiceRequest,
  ResourceError,
  ResourceInstance,
  ResourceInstanceList,
  ResourceTag,
  ResourceTagsChange,
  RouteTableError,
  RouteTableErrors,
  StoredPolicyStatement,
  StoredPortMapping,
  Tag,
  TagFilter,
  TagValues,
  TaskError,
  UpdateEndpointPolicyRequest,
  UpdateEndpointRouteTablesRequest,
  UpdateEndpointServiceRequest,
  UpdateEndpointWhitelistRequest,
  Version,
  VersionDetail,
  VersionLink,
  VersionList,
  WhitelistEntry,
  components,
  operations,
  paths,
} from "./schema.js";

/** A client for Huawei Cloud VPC Endpoint (VPCEP) API. */
export interface VpcepClient extends CloudClient<paths> {}

/** Options of an edit of port mappings. */
export interface PortEditOptions extends EditOptions {
  /**
   * What else to set in the same write. By default the values read are sent back, because the
   * service may reset what is left out.
   */
  also?: Partial<Pick<UpdateEndpointServiceRequest, "approval_enabled">> | undefined;
}

/** Options of an edit of entries of the whitelist. */
export interface WhitelistEditOptions extends EditOptions {
  /**
   * What else to set in the same write. By default the values read are sent back, because the
   * service may reset what is left out.
   */
  also?: Partial<Pick<UpdateEndpointWhitelistRequest, "enable_whitelist">> | undefined;
}

/** Query parameters of listEndpointServices. */
export interface ListEndpointServicesQuery
  extends MaybeUndefined<Omit<NonNullable<operations["listEndpointServices"]["parameters"]["query"]>, "offset">> {}

/** Query parameters of listPublicEndpointServices. */
export interface ListPublicEndpointServicesQuery
  extends MaybeUndefined<Omit<NonNullable<operations["listPublicEndpointServices"]["parameters"]["query"]>, "offset">> {}

/** Query parameters of describeEndpointService. */
export interface DescribeEndpointServiceQuery
  extends MaybeUndefined<NonNullable<operations["describeEndpointService"]["parameters"]["query"]>> {}

/** The fields of PortMapping that tell one from another. */
export interface PortMappingKey extends Pick<PortMapping, "client_port" | "protocol"> {}

/** Query parameters of listServiceConnections. */
export interface ListServiceConnectionsQuery
  extends MaybeUndefined<Omit<NonNullable<operations["listServiceConnections"]["parameters"]["query"]>, "offset">> {}

/** Query parameters of listServicePermissions. */
export interface ListServicePermissionsQuery
  extends MaybeUndefined<Omit<NonNullable<operations["listServicePermissions"]["parameters"]["query"]>, "offset">> {}

/** Query parameters of listEndpoints. */
export interface ListEndpointsQuery
  extends MaybeUndefined<Omit<NonNullable<operations["listEndpoints"]["parameters"]["query"]>, "offset">> {}

/** Query parameters of listQuotas. */
export interface ListQuotasQuery
  extends MaybeUndefined<NonNullable<operations["listQuotas"]["parameters"]["query"]>> {}

/** Kind of resource. The SDKs describe the values wrongly, as a server and a virtual IP. */
export type ResourceType = operations["listProjectResourceTags"]["parameters"]["path"]["resource_type"];

/** Body fields of listResourceInstances. */
export interface ListResourceInstancesFilters
  extends MaybeUndefined<Omit<ListResourceInstancesRequest, "offset" | "action" | "limit"> & { "limit"?: number }> {}
