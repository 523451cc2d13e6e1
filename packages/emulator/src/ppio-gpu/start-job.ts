import type { PpioGpuState } from "./state.js";
import type { StoredJob } from "./stored-job.js";
import { toStatus } from "./stored-status.js";
import { courses } from "./transition.js";

/** Starts a job; it is done once the clock has moved. Gives its id. */
export function startJob(
  state: PpioGpuState,
  job: Pick<StoredJob, "type" | "instance_id" | "image" | "resume">,
  now: number,
): string {
  const id = state.newId("job");
  const created_at = Math.floor(now / 1000);
  state.jobs.set(id, { ...job, id, envs: [], status: toStatus("Pending"), created_at });
  state.begin("job", id, courses.job, now);
  return id;
}
