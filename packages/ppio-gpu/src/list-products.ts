import { createList, type List, type ListOptions } from "@cloud-clients/runtime/kit";
import type { PpioGpuClient } from "./create-ppio-gpu-client.js";
import { listProducts as rule } from "./generated/operations.js";
import type { ListProductsQuery, Product } from "./types.js";

/**
 * Lists products (hardware offers) in the service's order. Makes one request: the documented list has one
 * page. A response that nevertheless announces more rejects with a `PaginationError`.
 *
 * @param query - filters; the service requires `type` and `category`.
 * @throws UsageError immediately for an option or checkpoint that is not allowed.
 * @see https://ppio.com/docs/gpus/reference-v2-list-gpu-products.md
 */
export function listProducts(
  client: PpioGpuClient,
  query: ListProductsQuery,
  options?: ListOptions<Product>,
): List<Product> {
  return createList<Product>(client, rule, { query }, options);
}
