import { createList, type List, type ListOptions } from "@cloud-clients/runtime/kit";
import type { PpioGpuClient } from "./create-ppio-gpu-client.js";
import { listImagePrewarmTasks as rule } from "./generated/operations.js";
import type { ImagePrewarmTask, ListImagePrewarmTasksQuery } from "./types.js";

/**
 * Lists image prewarm tasks, in the service's order. Makes one request per page, and none until you start
 * iterating.
 *
 * @param query - filters, and `limit` as page size (items; default: the service's own).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://ppio.com/docs/gpus/image/reference-v2-list-image-prewarm.md
 */
export function listImagePrewarmTasks(
  client: PpioGpuClient,
  query?: ListImagePrewarmTasksQuery,
  options?: ListOptions<ImagePrewarmTask>,
): List<ImagePrewarmTask> {
  return createList<ImagePrewarmTask>(client, rule, { query }, options);
}
