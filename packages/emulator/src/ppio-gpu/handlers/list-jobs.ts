import { equals } from "../filters.js";
import { showJob } from "../find-job.js";
import { listPage } from "../list-page.js";
import { ppioHandler } from "../ppio-handler.js";

interface Query {
  readonly job_id?: string;
  readonly type?: string;
}

/** A page of the jobs that the filters leave. */
export const listJobs = ppioHandler<{ query: Query }>("listJobs", (call) => {
  const { job_id: wanted, type } = call.query;
  return listPage(
    call,
    call.state.jobs.values(),
    (job) => equals(wanted, job.id) && equals(type, job.type),
    { id: ({ id }) => id, show: showJob },
  );
});
