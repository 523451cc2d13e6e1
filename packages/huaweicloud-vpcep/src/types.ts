import type { components, operations, paths as rawPaths } from "./generated/schema.js";

export type { components };

type Query<Operation extends keyof operations> = NonNullable<
  operations[Operation]["parameters"]["query"]
>;

/** An endpoint service of the project. */
export type EndpointService = components["schemas"]["EndpointService"];

/** An endpoint service that is open to everybody. */
export type PublicEndpointService = components["schemas"]["PublicEndpointService"];

/** A port mapping as it is written; `protocol` is TCP when left out. */
export type PortMapping = components["schemas"]["PortMapping"];

/** A port mapping as it is read. */
export type StoredPortMapping = components["schemas"]["StoredPortMapping"];

/** Names a port mapping: `client_port`, and `protocol` unless it is TCP. */
export type PortMappingKey = Pick<PortMapping, "client_port" | "protocol">;

/** What an update may change beside the ports. */
export type EndpointServiceChange = Omit<
  components["schemas"]["UpdateEndpointServiceRequest"],
  "ports"
>;

/** Which endpoint services a list shows; `limit` is the page size. */
export type ListEndpointServicesQuery = Query<"listEndpointServices"> & { offset?: never };

/** Which public endpoint services a list shows; `limit` is the page size. */
export type ListPublicEndpointServicesQuery = Query<"listPublicEndpointServices"> & {
  offset?: never;
};

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
