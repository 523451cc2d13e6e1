export * from "@cloud-clients/runtime/public";
export {
  createPpioGpuClient,
  type PpioGpuClient,
  type PpioGpuClientOptions,
} from "./create-ppio-gpu-client.js";
export { listInstances } from "./list-instances.js";
export {
  addPorts,
  applyPlan,
  editPorts,
  ensurePorts,
  planPorts,
  removePorts,
  replacePorts,
  verifyPorts,
} from "./ports.js";
export type {
  components,
  Instance,
  InstanceDetail,
  ListInstancesQuery,
  Port,
  PortInput,
  paths,
} from "./types.js";
