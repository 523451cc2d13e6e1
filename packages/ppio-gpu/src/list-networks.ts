import { createList, type List, type ListOptions } from "@cloud-clients/runtime/kit";
import type { PpioGpuClient } from "./create-ppio-gpu-client.js";
import { listNetworks as rule } from "./generated/operations.js";
import type { ListNetworksQuery, Network } from "./types.js";

/**
 * Lists private networks (VPC), in the service's order. Makes one request per page, and none until you start
 * iterating. The documents do not say how a page signals more; a page without `has_more` and `next_cursor` is
 * treated as the last.
 *
 * @param query - filters, and `limit` as page size (items; default: the service's own).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://ppinfra.mintlify.dev/docs/gpus/vpc/reference-v2-list-vpc.md
 */
export function listNetworks(
  client: PpioGpuClient,
  query?: ListNetworksQuery,
  options?: ListOptions<Network>,
): List<Network> {
  return createList<Network>(client, rule, { query }, options);
}
