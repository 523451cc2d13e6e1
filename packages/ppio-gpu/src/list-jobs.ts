import { createList, type List, type ListOptions } from "@cloud-clients/runtime/kit";
import type { PpioGpuClient } from "./create-ppio-gpu-client.js";
import { listJobs as rule } from "./generated/operations.js";
import type { Job, ListJobsQuery } from "./types.js";

/**
 * Lists jobs, in the service's order. Makes one request per page, and none until you start iterating. The
 * documents do not say how a page signals more; a page without `has_more` and `next_cursor` is treated as the
 * last.
 *
 * @param query - filters, and `limit` as page size (items; default: the service's own).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://novita.ai/docs/api-reference/gpus-v2-list-jobs
 */
export function listJobs(
  client: PpioGpuClient,
  query?: ListJobsQuery,
  options?: ListOptions<Job>,
): List<Job> {
  return createList<Job>(client, rule, { query }, options);
}
