import type { components, operations, paths } from "./generated/schema.js";

export type { components, paths };

/** An instance as lists show it. */
export type Instance = components["schemas"]["Instance"];

/** An instance as it is read alone: with tools, their secrets, and prices. */
export type InstanceDetail = components["schemas"]["InstanceDetail"];

/** An exposed port as it is read; `endpoint` is assigned by the service. */
export type Port = components["schemas"]["Port"];

/** A port as it is written. */
export type PortInput = components["schemas"]["PortInput"];

/** Which instances a list shows; `limit` is the page size. */
export type ListInstancesQuery = NonNullable<operations["listInstances"]["parameters"]["query"]> & {
  cursor?: never;
};
