import { createList, type List, type ListOptions } from "@cloud-clients/runtime/kit";
import type { PpioGpuClient } from "./create-ppio-gpu-client.js";
import { listTemplates as rule } from "./generated/operations.js";
import type { ListTemplatesQuery, Template } from "./types.js";

/**
 * Lists templates, your own and the community's, in the service's order. Makes one request per page, and none
 * until you start iterating. Values of environment variables are in clear text.
 *
 * @param query - filters, and `limit` as page size (items; default: the service's own).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://ppio.com/docs/gpus/template/reference-v2-list-templates
 */
export function listTemplates(
  client: PpioGpuClient,
  query?: ListTemplatesQuery,
  options?: ListOptions<Template>,
): List<Template> {
  return createList<Template>(client, rule, { query }, options);
}
