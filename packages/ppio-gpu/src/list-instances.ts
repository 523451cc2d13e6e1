import { createList, type List, type ListOptions } from "@cloud-clients/runtime/kit";
import type { PpioGpuClient } from "./create-ppio-gpu-client.js";
import { listInstances as rule } from "./generated/operations.js";
import type { Instance, ListInstancesQuery } from "./types.js";

/**
 * Lists instances, in the service's order. Makes one request per page, and none until you start iterating.
 *
 * @param query - filters, and `limit` as page size (items; default: the service's own).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://ppio.com/docs/gpus/instance/reference-v2-list-instance.md
 */
export function listInstances(
  client: PpioGpuClient,
  query?: ListInstancesQuery,
  options?: ListOptions<Instance>,
): List<Instance> {
  return createList<Instance>(client, rule, { query }, options);
}
