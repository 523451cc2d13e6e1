import { createList, type List, type ListOptions } from "@cloud-clients/runtime/kit";
import type { PpioGpuClient } from "./create-ppio-gpu-client.js";
import { listRegions as rule } from "./generated/operations.js";
import type { ListRegionsQuery, Region } from "./types.js";

/**
 * Lists regions, in the service's order. Makes one request per page, and none until you start iterating. The
 * documents do not say how a page signals more; a page without `has_more` and `next_cursor` is treated as the
 * last.
 *
 * @param query - page size as `limit` (items; default: the service's own).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://novita.ai/docs/api-reference/gpus-v2-list-regions
 */
export function listRegions(
  client: PpioGpuClient,
  query?: ListRegionsQuery,
  options?: ListOptions<Region>,
): List<Region> {
  return createList<Region>(client, rule, { query }, options);
}
