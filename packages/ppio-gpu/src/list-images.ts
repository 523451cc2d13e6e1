import { createList, type List, type ListOptions } from "@cloud-clients/runtime/kit";
import type { PpioGpuClient } from "./create-ppio-gpu-client.js";
import { listImages as rule } from "./generated/operations.js";
import type { Image, ListImagesQuery } from "./types.js";

/**
 * Lists images, in the service's order. Makes one request per page, and none until you start iterating. The
 * fields of an image are not documented, so the items have an open type. The documents do not say how a page
 * signals more; a page without `has_more` and `next_cursor` is treated as the last.
 *
 * @param query - filters, and `limit` as page size (items; default: the service's own).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://ppinfra.mintlify.dev/docs/gpus/image/reference-v2-list-image.md
 */
export function listImages(
  client: PpioGpuClient,
  query?: ListImagesQuery,
  options?: ListOptions<Image>,
): List<Image> {
  return createList<Image>(client, rule, { query }, options);
}
