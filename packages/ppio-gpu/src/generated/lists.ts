// Written by "npx --yes pnpm@10 generate" from specs/ppio-gpu/openapi.yaml. Do not edit.
import { createList, type List, type ListOptions } from "@cloud-clients/runtime/kit";
import * as rules from "./operations.js";
import type {
  Endpoint,
  Image,
  ImagePrewarmTask,
  Instance,
  Job,
  ListEndpointsQuery,
  ListImagePrewarmTasksQuery,
  ListImagesQuery,
  ListInstancesQuery,
  ListJobsQuery,
  ListNetworksQuery,
  ListProductsQuery,
  ListRegionsQuery,
  ListTemplatesQuery,
  Network,
  PpioGpuClient,
  Product,
  Region,
  Template,
} from "./types.js";

/**
 * List instances.
 *
 * Returns the instances of the account in pages. The list ends when `next_cursor` is empty or
 * `has_more` is false; which of the two rules when they disagree is not documented. Neither are the
 * order, how long a cursor lives, and what a changed filter does to one. The items lack `tools` and
 * `pricing`, which `getInstance` returns. Values of environment variables come back in clear.
 *
 * Lists in the service's order. Makes one request per page, and none until you start iterating.
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
  return createList<Instance>(client, rules.listInstances, { query }, options);
}

/**
 * List endpoints.
 *
 * Returns the serverless endpoints of the account in pages. Neither the order nor how long a cursor
 * lives is documented. The items lack `type`, which `getEndpoint` returns. Values of environment
 * variables come back in clear.
 *
 * Lists in the service's order. Makes one request per page, and none until you start iterating.
 *
 * @param query - filters, and `limit` as page size (items; default: the service's own).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://ppinfra.mintlify.dev/docs/gpus/endpoint/reference-v2-list-endpoint
 */
export function listEndpoints(
  client: PpioGpuClient,
  query?: ListEndpointsQuery,
  options?: ListOptions<Endpoint>,
): List<Endpoint> {
  return createList<Endpoint>(client, rules.listEndpoints, { query }, options);
}

/**
 * List jobs.
 *
 * Returns jobs in pages.
 *
 * The response was not seen. That it has the form of all other lists is implied by the parameters;
 * `next_cursor` and `has_more` are therefore optional, and a list whose response has neither ends
 * there. Its items are taken to be what `getJob` returns. Whether there are filters besides
 * `job_id` and `type` was not seen either.
 *
 * Lists in the service's order. Makes one request per page, and none until you start iterating. The
 * documents do not say how a page signals more; a page without `has_more` and `next_cursor` is
 * treated as the last.
 *
 * @param query - filters, and `limit` as page size (items; default: the service's own).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://novita.ai/docs/api-reference/gpus-v2-list-jobs
 */
export function listJobs(
  client: PpioGpuClient,
  query?: ListJobsQuery,
  options?: ListOptions<Job>,
): List<Job> {
  return createList<Job>(client, rules.listJobs, { query }, options);
}

/**
 * List images.
 *
 * Returns images in pages: those that the platform offers, those of its community, and the
 * account's own.
 *
 * The members of an image were not seen, and neither were `next_cursor` and `has_more`, which the
 * parameters imply; they are therefore optional, and a list whose response has neither ends there.
 *
 * Lists in the service's order. Makes one request per page, and none until you start iterating. The
 * documents do not say how a page signals more; a page without `has_more` and `next_cursor` is
 * treated as the last.
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
  return createList<Image>(client, rules.listImages, { query }, options);
}

/**
 * List image prewarm tasks.
 *
 * Returns prewarm tasks in pages. Neither the order nor how long a cursor lives is documented.
 *
 * Lists in the service's order. Makes one request per page, and none until you start iterating.
 *
 * @param query - filters, and `limit` as page size (items; default: the service's own).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://ppio.com/docs/gpus/image/reference-v2-list-image-prewarm
 */
export function listImagePrewarmTasks(
  client: PpioGpuClient,
  query?: ListImagePrewarmTasksQuery,
  options?: ListOptions<ImagePrewarmTask>,
): List<ImagePrewarmTask> {
  return createList<ImagePrewarmTask>(client, rules.listImagePrewarmTasks, { query }, options);
}

/**
 * List templates.
 *
 * Returns templates in pages: the account's own and those of the community. Neither the order nor
 * how long a cursor lives is documented. Values of environment variables come back in clear.
 *
 * Lists in the service's order. Makes one request per page, and none until you start iterating.
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
  return createList<Template>(client, rules.listTemplates, { query }, options);
}

/**
 * List networks.
 *
 * Returns private networks (VPC) in pages.
 *
 * Of the items only `id` was seen; the rest is taken from `getNetwork`. Neither `next_cursor` nor
 * `has_more` was seen, which the parameters imply; they are therefore optional, and a list whose
 * response has neither ends there.
 *
 * Lists in the service's order. Makes one request per page, and none until you start iterating. The
 * documents do not say how a page signals more; a page without `has_more` and `next_cursor` is
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
  return createList<Network>(client, rules.listNetworks, { query }, options);
}

/**
 * List products.
 *
 * Returns the hardware offers that instances or serverless endpoints can be ordered from, with
 * prices and what is free now.
 *
 * As far as the page was seen, the list is not paged: there is no parameter for it, and the sample
 * has `data` alone. It is therefore declared as a list of one page. Clients of third parties send
 * `limit` and look for a cursor all the same; should a response hold a `next_cursor` or `has_more:
 * true`, it is not the whole list, and a client must not take it for one. Whether parameters follow
 * `region_ids` was not seen.
 *
 * The page describes `type` as `gpu` when empty, yet requires it; a client of a third party was
 * refused with 400 without either of the two required parameters.
 *
 * The list comes whole. Makes one request, and none until you start iterating. A response that
 * announces more rejects with a `PaginationError`, so that a part is never taken for the whole.
 *
 * @param query - filters.
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://ppio.com/docs/gpus/reference-v2-list-gpu-products.md
 */
export function listProducts(
  client: PpioGpuClient,
  query: ListProductsQuery,
  options?: ListOptions<Product>,
): List<Product> {
  return createList<Product>(client, rules.listProducts, { query }, options);
}

/**
 * List regions.
 *
 * Returns the regions in pages. The page calls the list public, yet declares the key as for all
 * operations.
 *
 * Of the items only `id` was seen. Neither `next_cursor` nor `has_more` was seen, which the
 * parameters imply; they are therefore optional, and a list whose response has neither ends there.
 *
 * Lists in the service's order. Makes one request per page, and none until you start iterating. The
 * documents do not say how a page signals more; a page without `has_more` and `next_cursor` is
 * treated as the last.
 *
 * @param query - filters, and `limit` as page size (items; default: the service's own).
 * @throws UsageError immediately for an option, filter or checkpoint that is not allowed.
 * @see https://novita.ai/docs/fr/api-reference/gpus-v2-list-regions.md
 */
export function listRegions(
  client: PpioGpuClient,
  query?: ListRegionsQuery,
  options?: ListOptions<Region>,
): List<Region> {
  return createList<Region>(client, rules.listRegions, { query }, options);
}
