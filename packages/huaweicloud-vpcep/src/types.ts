import type { MaybeUndefined } from "@cloud-clients/runtime/kit";
import type { components, operations, paths as rawPaths } from "./generated/schema.js";

export type { components };

type Schemas = components["schemas"];

/** The query of a list, without the offset, which the walk sets. */
type Query<Operation extends keyof operations> = MaybeUndefined<
  Omit<NonNullable<operations[Operation]["parameters"]["query"]>, "offset">
>;

/** An endpoint service of the project. */
export type EndpointService = components["schemas"]["EndpointService"];

/** An endpoint service that is open to everybody. */
export type PublicEndpointService = components["schemas"]["PublicEndpointService"];

/** A port mapping as written; `protocol` is TCP when left out. */
export type PortMapping = components["schemas"]["PortMapping"];

/** A port mapping as read. */
export type StoredPortMapping = components["schemas"]["StoredPortMapping"];

/** Identifies a port mapping: `client_port`, and `protocol` unless it is TCP. */
export type PortMappingKey = Pick<PortMapping, "client_port" | "protocol">;

/** What an update may change besides the ports. */
export type EndpointServiceChange = Omit<
  components["schemas"]["UpdateEndpointServiceRequest"],
  "ports"
>;

/** Filters of a list of endpoint services; `limit` is the page size. */
export type ListEndpointServicesQuery = Query<"listEndpointServices">;

/** Which public endpoint services a list shows; `limit` is the page size. */
export type ListPublicEndpointServicesQuery = Query<"listPublicEndpointServices">;

/** An endpoint of the project. */
export type Endpoint = Schemas["Endpoint"];

/** The public details of an endpoint service. */
export type EndpointServiceSummary = Schemas["EndpointServiceSummary"];

/** The connection of an endpoint to a service, as seen by the service's owner. */
export type Connection = Schemas["Connection"];

/** A permission to connect to a service. */
export type Permission = Schemas["Permission"];

/** A tag of a service or an endpoint. */
export type Tag = Schemas["Tag"];

/** A tag filter: a key with any of several values. */
export type TagFilter = Schemas["TagFilter"];

/** A service or an endpoint found by its tags. */
export type ResourceInstance = Schemas["ResourceInstance"];

/** The quota of a kind of resource, and how many the project uses. */
export type Quota = Schemas["Quota"];

/** A statement of a gateway endpoint's access policy. */
export type PolicyStatement = Schemas["PolicyStatement"];

/** What to create an endpoint service from. */
export type CreateEndpointServiceRequest = Schemas["CreateEndpointServiceRequest"];

/** What to create an endpoint from. */
export type CreateEndpointRequest = Schemas["CreateEndpointRequest"];

/** The kinds of resources that have tags. */
export type ResourceType =
  operations["listResourceInstances"]["parameters"]["path"]["resource_type"];

/** What an edit of the whitelist may set besides the list. */
export type EndpointAccess = Omit<Schemas["UpdateEndpointWhitelistRequest"], "whitelist">;

/** Filters of a list of connections of a service; `limit` is the page size. */
export type ListServiceConnectionsQuery = Query<"listServiceConnections">;

/** Filters of a list of permissions of a service; `limit` is the page size. */
export type ListServicePermissionsQuery = Query<"listServicePermissions">;

/** Filters of a list of endpoints; `limit` is the page size. */
export type ListEndpointsQuery = Query<"listEndpoints">;

/** Filters for services or endpoints; `limit` is the page size, as a number. */
export type ListResourceInstancesFilters = MaybeUndefined<
  Omit<Schemas["ListResourceInstancesRequest"], "action" | "limit" | "offset"> & { limit?: number }
>;

/** The paths of the API; `project_id` may be left out of a call, because the client knows it. */
export type paths = {
  [Path in keyof rawPaths]: {
    [Method in keyof rawPaths[Path]]: WithKnownProject<rawPaths[Path][Method]>;
  };
};

type WithKnownProject<Operation> = Operation extends {
  parameters: { path: { project_id: string } & infer Path };
}
  ? Omit<Operation, "parameters"> & {
      parameters: Omit<Operation["parameters"], "path"> & KnownProject<Omit<Path, "project_id">>;
    }
  : Operation;

type KnownProject<Path> = object extends Path
  ? { path?: Path & { project_id?: string } }
  : { path: Path & { project_id?: string } };
