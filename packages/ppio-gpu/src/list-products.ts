import { createList, type List, type ListOptions } from "@cloud-clients/runtime/kit";
import type { PpioGpuClient } from "./create-ppio-gpu-client.js";
import { listProducts as rule } from "./generated/operations.js";
import type { ListProductsQuery, Product } from "./types.js";

/**
 * Lists products, that is hardware offers, in the order of the service. Makes one request: the
 * documented list has one page. An answer that promises more all the same rejects with a
 * `PaginationError`, so that no part is taken for the whole.
 *
 * @param query - filters; the service requires `type` and `category`.
 * @throws UsageError at once for an option or checkpoint that is not allowed.
 * @see https://ppio.com/docs/gpus/reference-v2-list-gpu-products.md
 */
export function listProducts(
  client: PpioGpuClient,
  query: ListProductsQuery,
  options?: ListOptions<Product>,
): List<Product> {
  return createList<Product>(client, rule, { query }, options);
}
