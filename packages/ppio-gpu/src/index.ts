export * from "@cloud-clients/runtime";
export {
  createPpioGpuClient,
  type PpioGpuClient,
  type PpioGpuClientOptions,
  type PpioGpuService,
} from "./create-ppio-gpu-client.js";
export { knownValues } from "./generated/known-values.js";
export { listEndpoints } from "./list-endpoints.js";
export { listImagePrewarmTasks } from "./list-image-prewarm-tasks.js";
export { listImages } from "./list-images.js";
export { listInstances } from "./list-instances.js";
export { listJobs } from "./list-jobs.js";
export { listNetworks } from "./list-networks.js";
export { listProducts } from "./list-products.js";
export { listRegions } from "./list-regions.js";
export { listTemplates } from "./list-templates.js";
export {
  addPorts,
  applyPortsPlan,
  editPorts,
  ensurePorts,
  planPorts,
  removePorts,
  replacePorts,
  verifyPorts,
} from "./ports.js";
export type {
  CreateEndpointRequest,
  CreateInstanceRequest,
  CreateTemplateRequest,
  components,
  Endpoint,
  Image,
  ImagePrewarmTask,
  Instance,
  InstanceDetail,
  Job,
  ListEndpointsQuery,
  ListImagePrewarmTasksQuery,
  ListImagesQuery,
  ListInstancesQuery,
  ListJobsQuery,
  ListNetworksQuery,
  ListProductsQuery,
  ListRegionsQuery,
  ListTemplatesQuery,
  Network,
  Port,
  PortInput,
  Product,
  paths,
  Region,
  Template,
  UpdateEndpointRequest,
  UpdateTemplateRequest,
  UpgradeInstanceRequest,
} from "./types.js";
export {
  waitForInstance,
  waitForJob,
  waitUntilEndpointGone,
  waitUntilInstanceGone,
  waitUntilNetworkGone,
} from "./wait.js";
