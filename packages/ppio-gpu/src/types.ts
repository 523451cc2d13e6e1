import type { MaybeUndefined } from "@cloud-clients/runtime/kit";
import type { components, operations, paths } from "./generated/schema.js";

export type { components, paths };

/** The query of a list, without the cursor, which the walk sets. */
type Query<Operation extends keyof operations> = MaybeUndefined<
  Omit<NonNullable<operations[Operation]["parameters"]["query"]>, "cursor">
>;

/** An instance in a list. */
export type Instance = components["schemas"]["Instance"];

/** An instance read by id: also has tools, their secrets, and prices. */
export type InstanceDetail = components["schemas"]["InstanceDetail"];

/** An exposed port as read; `endpoint` is assigned by the service. */
export type Port = components["schemas"]["Port"];

/** A port as written. */
export type PortInput = components["schemas"]["PortInput"];

/** An instance to create. */
export type CreateInstanceRequest = components["schemas"]["CreateInstanceRequest"];

/** What an instance runs. */
export type UpgradeInstanceRequest = components["schemas"]["UpgradeInstanceRequest"];

/** A serverless endpoint. */
export type Endpoint = components["schemas"]["Endpoint"];

/** An endpoint to create. */
export type CreateEndpointRequest = components["schemas"]["CreateEndpointRequest"];

/** Changes to an endpoint. */
export type UpdateEndpointRequest = components["schemas"]["UpdateEndpointRequest"];

/** A background job. */
export type Job = components["schemas"]["Job"];

/** A container image; its fields are not documented. */
export type Image = components["schemas"]["Image"];

/** A task that caches an image near machines. */
export type ImagePrewarmTask = components["schemas"]["ImagePrewarmTask"];

/** A template to start instances from. */
export type Template = components["schemas"]["Template"];

/** A template to create. */
export type CreateTemplateRequest = components["schemas"]["CreateTemplateRequest"];

/** Changes to a template. */
export type UpdateTemplateRequest = components["schemas"]["UpdateTemplateRequest"];

/** A private network (VPC). */
export type Network = components["schemas"]["Network"];

/** A hardware offer. */
export type Product = components["schemas"]["Product"];

/** A region. */
export type Region = components["schemas"]["Region"];

/** Filters of a list of instances; `limit` is the page size. */
export type ListInstancesQuery = Query<"listInstances">;

/** Filters of a list of endpoints; `limit` is the page size. */
export type ListEndpointsQuery = Query<"listEndpoints">;

/** Filters of a list of tasks; `limit` is the page size. */
export type ListImagePrewarmTasksQuery = Query<"listImagePrewarmTasks">;

/** Filters of a list of images; `limit` is the page size. */
export type ListImagesQuery = Query<"listImages">;

/** Filters of a list of jobs; `limit` is the page size. */
export type ListJobsQuery = Query<"listJobs">;

/** Filters of a list of networks; `limit` is the page size. */
export type ListNetworksQuery = Query<"listNetworks">;

/** Page size of the list of regions, as `limit`. */
export type ListRegionsQuery = Query<"listRegions">;

/** Filters of a list of templates; `limit` is the page size. */
export type ListTemplatesQuery = Query<"listTemplates">;

/** Filters of the list of products. */
export type ListProductsQuery = operations["listProducts"]["parameters"]["query"];
