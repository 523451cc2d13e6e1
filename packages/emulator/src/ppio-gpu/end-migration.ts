import type { StoredInstance } from "./stored-instance.js";
import type { StoredJob } from "./stored-job.js";
import { toStatus } from "./stored-status.js";

/** Gives an instance back the state it had before it was migrated, unless it has moved on since. */
export function endMigration(instance: StoredInstance, { resume = "running" }: StoredJob): void {
  if (instance.status.status === "migrating") instance.status = toStatus(resume);
}
