import type { PpioGpuState } from "./state.js";
import type { StoredServerlessEndpoint } from "./stored-serverless-endpoint.js";
import { toStatus } from "./stored-status.js";

/** Adds or removes workers until there are as many as the settings allow. */
export function scaleWorkers(state: PpioGpuState, endpoint: StoredServerlessEndpoint): void {
  const { workers, worker_config: config } = endpoint;
  workers.splice(config.max_replicas);
  while (workers.length < config.min_replicas) {
    const id = state.newId("worker");
    const log = `https://logs.example.com/${id}`;
    workers.push({ id, status: toStatus("ready"), log, health: true, drain: false });
  }
}
