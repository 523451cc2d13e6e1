import { Refusal } from "../service/refusal.js";
import { findEndpoint } from "./find-endpoint.js";
import type { ResourceType } from "./quotas.js";
import type { VpcepState } from "./state.js";
import type { StoredTag } from "./stored-service.js";
import type { ProjectPath } from "./vpcep-handler.js";

/** Path of an operation on a kind of resources. */
export interface ResourceTypePath extends ProjectPath {
  readonly resource_type: ResourceType;
}

/** What all resources with tags have. */
export interface Tagged {
  readonly id: string;
  /** Empty when it has none. */
  readonly name: string;
  readonly created_at: string;
  tags: StoredTag[];
}

/** All resources of a kind, oldest first. */
export function allTagged(state: VpcepState, type: ResourceType): Tagged[] {
  return type === "endpoint_service"
    ? [...state.services.values()].map((service) => view(service, service.service_name))
    : [...state.endpoints.values()].map((endpoint) => view(endpoint, ""));
}

/** The resource to tag. @throws Refusal 400 `EndPoint.2003` or 404 `EndPoint.2006` when there is none */
export function findTagged(
  state: VpcepState,
  type: ResourceType,
  id: string,
): { tags: StoredTag[] } {
  if (type === "endpoint") return findEndpoint(state, id);
  const service = state.services.get(id);
  if (service) return service;
  throw new Refusal(400, "EndPoint.2003", `no endpoint service has the id ${id}`);
}

function view({ id, created_at, tags }: Omit<Tagged, "name">, name: string): Tagged {
  return { id, name, created_at, tags };
}
