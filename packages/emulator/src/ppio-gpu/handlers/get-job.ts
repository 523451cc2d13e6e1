import { findJob, type JobPath, showJob } from "../find-job.js";
import { ppioHandler } from "../ppio-handler.js";

/** One job, as far as it is by now. */
export const getJob = ppioHandler<{ path: JobPath }>("getJob", ({ state, path }) =>
  showJob(findJob(state, path)),
);
