import { makeEndpoint } from "./make-endpoint.js";
import { makeImages } from "./make-images.js";
import { makeNetwork } from "./make-network.js";
import { makePrewarmTask } from "./make-prewarm-task.js";
import { makeTemplate } from "./make-template.js";
import type { PpioGpuState } from "./state.js";

/** How many of each there are at the start, besides instances, products and regions. */
const counts = { endpoints: 8, templates: 24, prewarmTasks: 6, networks: 3 };

/** Fills an account with a few of everything but instances. */
export function seedAccount(state: PpioGpuState, now: number): void {
  for (let number = 1; number <= counts.endpoints; number += 1) {
    const endpoint = makeEndpoint(state, number, now);
    state.endpoints.set(endpoint.id, endpoint);
  }
  for (let number = 1; number <= counts.templates; number += 1) {
    const template = makeTemplate(state, number, now);
    state.templates.set(template.id, template);
  }
  for (let number = 1; number <= counts.prewarmTasks; number += 1) {
    const task = makePrewarmTask(state, number, now);
    state.prewarmTasks.set(task.task_id, task);
  }
  for (let number = 1; number <= counts.networks; number += 1) {
    const network = makeNetwork(state, number, now);
    state.networks.set(network.id, network);
  }
  for (const image of makeImages(state, now)) state.images.set(image.id, image);
}
