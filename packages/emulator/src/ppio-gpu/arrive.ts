import { endMigration } from "./end-migration.js";
import { scaleWorkers } from "./scale-workers.js";
import type { PpioGpuState } from "./state.js";
import { storeImage } from "./store-image.js";
import { toStatus } from "./stored-status.js";
import type { Transition, TransitionKind } from "./transition.js";

/** Gives a thing the state that was due, with what comes along with it. What is gone stays gone. */
export function arrive(state: PpioGpuState, { kind, id, at, status }: Transition): void {
  arrivals[kind](state, id, status, Math.floor(at / 1000));
}

type Arrival = (state: PpioGpuState, id: string, status: string, seconds: number) => void;

const arrivals: Record<TransitionKind, Arrival> = {
  instance(state, id, status, seconds) {
    const instance = state.instances.get(id);
    if (instance === undefined) return;
    instance.status = toStatus(status);
    if (status === "running") instance.last_started_at = seconds;
    if (status === "exited") instance.last_stopped_at = seconds;
    if (status === "removed") state.instances.delete(id);
  },
  endpoint(state, id, status) {
    const endpoint = state.endpoints.get(id);
    if (endpoint === undefined) return;
    endpoint.status = toStatus(status);
    if (status === "running") scaleWorkers(state, endpoint);
  },
  job(state, id, status, seconds) {
    const job = state.jobs.get(id);
    if (job === undefined) return;
    job.status = toStatus(status);
    if (status !== "Succeeded") return;
    const instance = state.instances.get(job.instance_id);
    if (instance === undefined) {
      job.status = toStatus("Failed", "INSTANCE_REMOVED", "the instance is gone");
    } else if (job.image === undefined) {
      endMigration(instance, job);
    } else {
      storeImage(state, job.image, seconds);
    }
  },
  prewarmTask(state, id, status, seconds) {
    const task = state.prewarmTasks.get(id);
    if (task === undefined) return;
    task.status = toStatus(status);
    if (status === "succeeded") task.completed_at = seconds;
  },
  network(state, id, status) {
    const network = state.networks.get(id);
    if (network !== undefined) network.status = toStatus(status);
  },
};
