export * from "@cloud-clients/runtime";
export { createVpcepClient, type VpcepClientOptions } from "./create-vpcep-client.js";
export * from "./generated/index.js";
export { type AccessKey, signRequest } from "./sign-request.js";
export {
  waitForEndpoint,
  waitForEndpointService,
  waitUntilEndpointGone,
  waitUntilEndpointServiceGone,
} from "./wait.js";
