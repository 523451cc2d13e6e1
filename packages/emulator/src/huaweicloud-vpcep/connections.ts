import { equals, type Filters } from "../engine/filters.js";
import { Refusal } from "../engine/refusal.js";
import { handler } from "../engine/service.js";
import {
  findService,
  type HasServices,
  type ServicePath,
  type StoredService,
} from "./endpoint-services.js";
import {
  acceptEndpoint,
  findEndpoint,
  type HasEndpoints,
  refuseState,
  type StoredEndpoint,
} from "./endpoints.js";
import { pageByTime, type TimeOrder } from "./sort-by-time.js";
import { accountId, toTimestamp } from "./world.js";

/** The part of the state that holds what the owner of a service has noted about connections. */
export interface HasConnectionDescriptions {
  /** By endpoint id. */
  readonly connectionDescriptions: Map<string, string>;
}

type State = HasServices & HasEndpoints & HasConnectionDescriptions;

/** An endpoint as the owner of its service sees it. */
function toConnection(state: HasConnectionDescriptions, endpoint: StoredEndpoint): object {
  const { id, marker_id, created_at, updated_at, status, error } = endpoint;
  return {
    id,
    marker_id,
    created_at,
    updated_at,
    domain_id: accountId,
    status,
    description: state.connectionDescriptions.get(id) ?? "",
    ...(error && { error }),
  };
}

/**
 * The endpoint with this id, if it connects to a service.
 *
 * @throws Refusal 404 `EndPoint.2006` for an unknown one, 400 `EndPoint.2013` for another service's
 */
function findConnection(state: HasEndpoints, service: StoredService, id: string): StoredEndpoint {
  const endpoint = findEndpoint(state, id);
  if (endpoint.endpoint_service_id === service.id) return endpoint;
  throw new Refusal(400, "EndPoint.2013", `endpoint ${id} does not connect to ${service.id}`);
}

const filters: Filters<StoredEndpoint> = {
  id: equals(({ id }) => id),
  marker_id: equals(({ marker_id: marker }) => String(marker)),
  status: equals(({ status }) => status),
};

interface Decision {
  readonly path: ServicePath;
  readonly body: { readonly action: "receive" | "reject"; readonly endpoints: readonly string[] };
}

interface Descriptions {
  readonly path: ServicePath;
  readonly body: {
    readonly connections: readonly { readonly id: string; readonly description: string }[];
  };
}

/** What the owner of a service can do with the endpoints that connect to it. */
export const connectionHandlers = {
  /** A page of the endpoints that connect to a service. */
  listServiceConnections: handler<State, { path: ServicePath; query: TimeOrder }>((call) => {
    const { state } = call;
    const { id: service } = findService(state, call.path);
    const own = [...state.endpoints.values()].filter(
      ({ endpoint_service_id: id }) => id === service,
    );
    return pageByTime(call, own, filters, (endpoint) => toConnection(state, endpoint));
  }),

  /** Accepts or rejects one connection, also one that was decided the other way before. */
  acceptOrRejectConnection: handler<State, Decision>(({ state, path, body, now }) => {
    const service = findService(state, path);
    const [id, ...more] = body.endpoints;
    if (id === undefined) throw new Refusal(400, "EndPoint.2002", "endpoints is empty");
    if (more.length > 0) {
      throw new Refusal(400, "EndPoint.2031", "endpoints may name one endpoint only");
    }
    const endpoint = findConnection(state, service, id);
    refuseState(endpoint);
    if (body.action === "receive") acceptEndpoint(state, endpoint);
    else endpoint.status = "rejected";
    endpoint.updated_at = toTimestamp(now);
    return { connections: [toConnection(state, endpoint)] };
  }),

  /** Notes something about connections of a service: all of those named, or none. */
  updateConnectionDescriptions: handler<State, Descriptions>(({ state, path, body }) => {
    const service = findService(state, path);
    const found = body.connections.map(({ id }) => findConnection(state, service, id));
    for (const { id, description } of body.connections) {
      state.connectionDescriptions.set(id, description);
    }
    return { connections: found.map((endpoint) => toConnection(state, endpoint)) };
  }),
};
