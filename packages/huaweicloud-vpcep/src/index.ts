export * from "@cloud-clients/runtime";
export {
  createVpcepClient,
  type VpcepClient,
  type VpcepClientOptions,
} from "./create-vpcep-client.js";
export { type ErrorCode, errorCodes } from "./generated/error-codes.js";
export { knownValues } from "./generated/known-values.js";
export type { KnownRegion } from "./generated/operations.js";
export { listEndpointServices } from "./list-endpoint-services.js";
export { listEndpoints } from "./list-endpoints.js";
export { listPublicEndpointServices } from "./list-public-endpoint-services.js";
export { listResourceInstances } from "./list-resource-instances.js";
export { listServiceConnections } from "./list-service-connections.js";
export { listServicePermissions } from "./list-service-permissions.js";
export {
  addPorts,
  applyPortsPlan,
  editPorts,
  ensurePorts,
  type PortEditOptions,
  planPorts,
  removePorts,
  replacePorts,
  verifyPorts,
} from "./ports.js";
export {
  addRouteTables,
  applyRouteTablesPlan,
  editRouteTables,
  ensureRouteTables,
  planRouteTables,
  removeRouteTables,
  replaceRouteTables,
  verifyRouteTables,
} from "./route-tables.js";
export { type AccessKey, signRequest } from "./sign-request.js";
export type {
  Connection,
  CreateEndpointRequest,
  CreateEndpointServiceRequest,
  components,
  Endpoint,
  EndpointAccess,
  EndpointService,
  EndpointServiceChange,
  EndpointServiceSummary,
  ListEndpointServicesQuery,
  ListEndpointsQuery,
  ListPublicEndpointServicesQuery,
  ListResourceInstancesFilters,
  ListServiceConnectionsQuery,
  ListServicePermissionsQuery,
  Permission,
  PolicyStatement,
  PortMapping,
  PortMappingKey,
  PublicEndpointService,
  paths,
  Quota,
  ResourceInstance,
  ResourceType,
  StoredPortMapping,
  Tag,
  TagFilter,
} from "./types.js";
export {
  waitForEndpoint,
  waitForEndpointService,
  waitUntilEndpointGone,
  waitUntilEndpointServiceGone,
} from "./wait.js";
export {
  addToWhitelist,
  applyWhitelistPlan,
  editWhitelist,
  ensureWhitelist,
  planWhitelist,
  removeFromWhitelist,
  replaceWhitelist,
  verifyWhitelist,
  type WhitelistEditOptions,
} from "./whitelist.js";
