import type { Handler } from "../../service/service.js";
import type { PpioGpuState } from "../state.js";
import { createEndpoint } from "./create-endpoint.js";
import { createImagePrewarmTask } from "./create-image-prewarm-task.js";
import { createInstance } from "./create-instance.js";
import { createNetwork } from "./create-network.js";
import { createTemplate } from "./create-template.js";
import { deleteEndpoint } from "./delete-endpoint.js";
import { deleteImage } from "./delete-image.js";
import { deleteImagePrewarmTasks } from "./delete-image-prewarm-tasks.js";
import { deleteInstance } from "./delete-instance.js";
import { deleteNetwork } from "./delete-network.js";
import { deleteTemplate } from "./delete-template.js";
import { expandInstanceRootfs } from "./expand-instance-rootfs.js";
import { getEndpoint } from "./get-endpoint.js";
import { getImagePrewarmTask } from "./get-image-prewarm-task.js";
import { getInstance } from "./get-instance.js";
import { getJob } from "./get-job.js";
import { getNetwork } from "./get-network.js";
import { getTemplate } from "./get-template.js";
import { listEndpoints } from "./list-endpoints.js";
import { listImagePrewarmTasks } from "./list-image-prewarm-tasks.js";
import { listImages } from "./list-images.js";
import { listInstances } from "./list-instances.js";
import { listJobs } from "./list-jobs.js";
import { listNetworks } from "./list-networks.js";
import { listProducts } from "./list-products.js";
import { listRegions } from "./list-regions.js";
import { listTemplates } from "./list-templates.js";
import { migrateInstance } from "./migrate-instance.js";
import { renewInstance } from "./renew-instance.js";
import { restartInstance } from "./restart-instance.js";
import { saveImage } from "./save-image.js";
import { setInstanceAutoMigrate } from "./set-instance-auto-migrate.js";
import { setInstanceAutoRenew } from "./set-instance-auto-renew.js";
import { setInstanceWebTerminal } from "./set-instance-web-terminal.js";
import { startInstance } from "./start-instance.js";
import { stopInstance } from "./stop-instance.js";
import { stopJob } from "./stop-job.js";
import { updateEndpoint } from "./update-endpoint.js";
import { updateInstanceBillingMode } from "./update-instance-billing-mode.js";
import { updateInstancePorts } from "./update-instance-ports.js";
import { updateNetwork } from "./update-network.js";
import { updateTemplate } from "./update-template.js";
import { upgradeInstance } from "./upgrade-instance.js";

/** Every operation of the PPIO GPU API that the emulator does. */
export const handlers: readonly Handler<PpioGpuState>[] = [
  createInstance,
  listInstances,
  getInstance,
  deleteInstance,
  startInstance,
  stopInstance,
  restartInstance,
  updateInstancePorts,
  upgradeInstance,
  renewInstance,
  setInstanceAutoRenew,
  updateInstanceBillingMode,
  migrateInstance,
  setInstanceAutoMigrate,
  expandInstanceRootfs,
  setInstanceWebTerminal,
  listEndpoints,
  getEndpoint,
  createEndpoint,
  updateEndpoint,
  deleteEndpoint,
  saveImage,
  listJobs,
  getJob,
  stopJob,
  listImages,
  deleteImage,
  listImagePrewarmTasks,
  createImagePrewarmTask,
  getImagePrewarmTask,
  deleteImagePrewarmTasks,
  listTemplates,
  getTemplate,
  createTemplate,
  updateTemplate,
  deleteTemplate,
  listNetworks,
  createNetwork,
  getNetwork,
  updateNetwork,
  deleteNetwork,
  listProducts,
  listRegions,
];
