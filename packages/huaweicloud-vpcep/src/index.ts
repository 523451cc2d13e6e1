export * from "@cloud-clients/runtime/public";
export {
  createVpcepClient,
  type VpcepClient,
  type VpcepClientOptions,
} from "./create-vpcep-client.js";
export type { KnownRegion } from "./generated/operations.js";
export { listEndpointServices } from "./list-endpoint-services.js";
export { listPublicEndpointServices } from "./list-public-endpoint-services.js";
export {
  addPorts,
  applyPlan,
  editPorts,
  ensurePorts,
  type PortEditOptions,
  planPorts,
  removePorts,
  replacePorts,
  verifyPorts,
} from "./ports.js";
export { type AccessKey, signRequest } from "./sign-request.js";
export type {
  components,
  EndpointService,
  EndpointServiceChange,
  ListEndpointServicesQuery,
  ListPublicEndpointServicesQuery,
  PortMapping,
  PortMappingKey,
  PublicEndpointService,
  paths,
  StoredPortMapping,
} from "./types.js";
