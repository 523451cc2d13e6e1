import type { MaybeUndefined } from "@cloud-clients/runtime/kit";
import type { components, operations, paths } from "./generated/schema.js";

export type { components, paths };

/** What a list is asked for, without the cursor, which belongs to the walk. */
type Query<Operation extends keyof operations> = MaybeUndefined<
  Omit<NonNullable<operations[Operation]["parameters"]["query"]>, "cursor">
>;

/** An instance as lists show it. */
export type Instance = components["schemas"]["Instance"];

/** An instance as it is read alone: with tools, their secrets, and prices. */
export type InstanceDetail = components["schemas"]["InstanceDetail"];

/** An exposed port as it is read; `endpoint` is assigned by the service. */
export type Port = components["schemas"]["Port"];

/** A port as it is written. */
export type PortInput = components["schemas"]["PortInput"];

/** An instance to create. */
export type CreateInstanceRequest = components["schemas"]["CreateInstanceRequest"];

/** What an instance is to run. */
export type UpgradeInstanceRequest = components["schemas"]["UpgradeInstanceRequest"];

/** A serverless endpoint. */
export type Endpoint = components["schemas"]["Endpoint"];

/** An endpoint to create. */
export type CreateEndpointRequest = components["schemas"]["CreateEndpointRequest"];

/** What to change of an endpoint. */
export type UpdateEndpointRequest = components["schemas"]["UpdateEndpointRequest"];

/** Work in the background. */
export type Job = components["schemas"]["Job"];

/** A container image; its members are not documented. */
export type Image = components["schemas"]["Image"];

/** A task that brings an image close to machines. */
export type ImagePrewarmTask = components["schemas"]["ImagePrewarmTask"];

/** What instances can be started from. */
export type Template = components["schemas"]["Template"];

/** A template to create. */
export type CreateTemplateRequest = components["schemas"]["CreateTemplateRequest"];

/** What to change of a template. */
export type UpdateTemplateRequest = components["schemas"]["UpdateTemplateRequest"];

/** A private network (VPC). */
export type Network = components["schemas"]["Network"];

/** A hardware offer. */
export type Product = components["schemas"]["Product"];

/** A region. */
export type Region = components["schemas"]["Region"];

/** Which instances a list shows; `limit` is the page size. */
export type ListInstancesQuery = Query<"listInstances">;

/** Which endpoints a list shows; `limit` is the page size. */
export type ListEndpointsQuery = Query<"listEndpoints">;

/** Which tasks a list shows; `limit` is the page size. */
export type ListImagePrewarmTasksQuery = Query<"listImagePrewarmTasks">;

/** Which images a list shows; `limit` is the page size. */
export type ListImagesQuery = Query<"listImages">;

/** Which jobs a list shows; `limit` is the page size. */
export type ListJobsQuery = Query<"listJobs">;

/** Which networks a list shows; `limit` is the page size. */
export type ListNetworksQuery = Query<"listNetworks">;

/** Page size of the list of regions, as `limit`. */
export type ListRegionsQuery = Query<"listRegions">;

/** Which templates a list shows; `limit` is the page size. */
export type ListTemplatesQuery = Query<"listTemplates">;

/** Which products a list shows. */
export type ListProductsQuery = operations["listProducts"]["parameters"]["query"];
