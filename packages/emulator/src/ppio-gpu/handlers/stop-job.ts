import { endMigration } from "../end-migration.js";
import { findJob, type JobPath } from "../find-job.js";
import { ppioHandler } from "../ppio-handler.js";
import { failedPrecondition } from "../refusals.js";
import { toStatus } from "../stored-status.js";

/** Stops a job that is not done yet; one that is stopped already is left alone. */
export const stopJob = ppioHandler<{ path: JobPath }>("stopJob", ({ state, path }) => {
  const job = findJob(state, path);
  const { status } = job.status;
  if (status === "Stopped") return {};
  if (status !== "Pending" && status !== "Running") {
    throw failedPrecondition(`job ${job.id} is ${status}; only one under way can be stopped`);
  }
  state.cancel("job", job.id);
  job.status = toStatus("Stopped");
  const instance = state.instances.get(job.instance_id);
  if (instance !== undefined && job.type === "instanceMigrate") endMigration(instance, job);
  return {};
});
