import type { Handler } from "../../service/service.js";
import type { PpioGpuState } from "../state.js";
import { expandInstanceRootfs } from "./expand-instance-rootfs.js";
import { getInstance } from "./get-instance.js";
import { listInstances } from "./list-instances.js";
import { renewInstance } from "./renew-instance.js";
import { updateInstancePorts } from "./update-instance-ports.js";

/** Every operation of the PPIO GPU API that the emulator does. */
export const handlers: readonly Handler<PpioGpuState>[] = [
  listInstances,
  getInstance,
  updateInstancePorts,
  renewInstance,
  expandInstanceRootfs,
];
