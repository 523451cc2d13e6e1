import { createList, type List, type ListOptions } from "@cloud-clients/runtime/kit";
import type { PpioGpuClient } from "./create-ppio-gpu-client.js";
import { listEndpoints as rule } from "./generated/operations.js";
import type { Endpoint, ListEndpointsQuery } from "./types.js";

/**
 * Lists serverless endpoints, in the service's order. Makes one request per page, and none until you start
 * iterating. Values of environment variables are in clear text.
 *
 * @param query - filters, and `limit` as page size (items; default: the service's own).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://ppinfra.mintlify.dev/docs/gpus/endpoint/reference-v2-list-endpoint.md
 */
export function listEndpoints(
  client: PpioGpuClient,
  query?: ListEndpointsQuery,
  options?: ListOptions<Endpoint>,
): List<Endpoint> {
  return createList<Endpoint>(client, rule, { query }, options);
}
