import { createList, type List, type ListOptions } from "@cloud-clients/runtime/kit";
import type { PpioGpuClient } from "./create-ppio-gpu-client.js";
import { listImages as rule } from "./generated/operations.js";
import type { Image, ListImagesQuery } from "./types.js";

/**
 * Lists images, in the order of the service. Makes one request per page, and none until you start
 * iterating. What an image consists of is not documented; the items are open. The documents do not
 * say how a page signals more; a page without `has_more` and `next_cursor` is treated as the last.
 *
 * @param query - filters, and `limit` as page size (items; default: the service's own).
 * @throws UsageError at once for an option, filter or checkpoint that is not allowed.
 * @see https://ppinfra.mintlify.dev/docs/gpus/image/reference-v2-list-image.md
 */
export function listImages(
  client: PpioGpuClient,
  query?: ListImagesQuery,
  options?: ListOptions<Image>,
): List<Image> {
  return createList<Image>(client, rule, { query }, options);
}
