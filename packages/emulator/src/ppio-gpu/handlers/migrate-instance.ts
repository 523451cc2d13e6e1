import { requireState } from "../move-instance.js";
import { findInstance, type InstancePath, ppioHandler } from "../ppio-handler.js";
import { startJob } from "../start-job.js";
import { toStatus } from "../stored-status.js";

/** Starts a job that moves an instance to another machine. */
export const migrateInstance = ppioHandler<{ path: InstancePath }>(
  "migrateInstance",
  ({ state, path, now }) => {
    const instance = findInstance(state, path);
    requireState(instance, "migrate", ["running", "exited"]);
    const resume = instance.status.status;
    instance.status = toStatus("migrating");
    startJob(state, { type: "instanceMigrate", instance_id: instance.id, resume }, now);
    return {};
  },
);
