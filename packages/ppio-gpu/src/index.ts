export * from "@cloud-clients/runtime";
export * from "./generated/index.js";
export {
  waitForInstance,
  waitForJob,
  waitUntilEndpointGone,
  waitUntilInstanceGone,
  waitUntilNetworkGone,
} from "./wait.js";
