import { find } from "./refusals.js";
import type { PpioGpuState } from "./state.js";
import type { StoredJob } from "./stored-job.js";

/** Path of an operation on one job. */
export interface JobPath {
  readonly job_id: string;
}

/** The job with this id. @throws Refusal 404 when there is none */
export function findJob(state: PpioGpuState, { job_id: id }: JobPath): StoredJob {
  return find(state.jobs, "job", id);
}

/** What the service shows of a job. */
export function showJob({ id, type, envs, status }: StoredJob): object {
  return { id, type, envs, status };
}
