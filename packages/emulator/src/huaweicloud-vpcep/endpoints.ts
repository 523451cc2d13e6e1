import { equals, type Filters } from "../engine/filters.js";
import { Refusal } from "../engine/refusal.js";
import { replacedEntries } from "../engine/replaced-list.js";
import { handler } from "../engine/service.js";
import type { HasServices, StoredService } from "./endpoint-services.js";
import { type Counted, refuseBeyondQuota } from "./quotas.js";
import { includes, pageByTime, type TimeOrder } from "./sort-by-time.js";
import { checkTags, type StoredTag } from "./tags.js";
import {
  creatingMs,
  deletingMs,
  type ProjectPath,
  region,
  toTimestamp,
  type World,
} from "./world.js";

/** An endpoint as the emulator keeps it: the wire form of `getEndpoint`. */
export interface StoredEndpoint {
  id: string;
  service_type: "gateway" | "interface";
  status: "creating" | "pendingAcceptance" | "accepted" | "rejected" | "failed" | "deleting";
  active_status: string[];
  endpoint_service_id: string;
  endpoint_service_name: string;
  /** Exact: most values are above 2^53. */
  marker_id: bigint;
  enable_dns: boolean;
  dns_names?: string[];
  /** Set when an interface endpoint is accepted. */
  ip?: string;
  vpc_id: string;
  subnet_id?: string;
  created_at: string;
  updated_at: string;
  tags: StoredTag[];
  whitelist: string[];
  enable_whitelist: boolean;
  routetables: string[];
  specification_name: string;
  enable_status: "enable" | "disable";
  description: string;
  policy_statement?: unknown[];
  policy_document?: object;
  /** Why it is `failed`. */
  error?: { error_code: string; error_message: string }[];
}

/** The part of the state that holds endpoints, and what belongs to them. */
export interface HasEndpoints {
  /** By id. */
  readonly endpoints: Map<string, StoredEndpoint>;
  /** Route tables that can be neither bound nor unbound: why, by id. */
  readonly brokenRouteTables: Map<string, string>;
  /** Addresses asked for (`port_ip`), by endpoint id. */
  readonly wantedAddresses: Map<string, string>;
  /** `marker_id` of the next endpoint. */
  nextMarkerId: bigint;
  /** The route table that a VPC has from the start. */
  defaultRouteTable(vpcId: string): string;
}

type State = World & HasServices & HasEndpoints & Counted;

/** Ends the creation of an endpoint: it is connected, or waits for approval. */
export function connect(state: HasServices & HasEndpoints, endpoint: StoredEndpoint): void {
  const service = state.services.get(endpoint.endpoint_service_id);
  if (service?.approval_enabled) endpoint.status = "pendingAcceptance";
  else acceptEndpoint(state, endpoint);
}

/** Connects an endpoint: it gets its address and, when wanted, its domain name. */
export function acceptEndpoint(state: HasEndpoints, endpoint: StoredEndpoint): void {
  endpoint.status = "accepted";
  if (endpoint.service_type !== "interface") return;
  const { marker_id: marker, id } = endpoint;
  const free = `192.168.${(marker / 250n) % 250n}.${(marker % 250n) + 2n}`;
  endpoint.ip = state.wantedAddresses.get(id) ?? free;
  if (endpoint.enable_dns) endpoint.dns_names = [`vpcep-${id}.${region}.example.com`];
}

/** Path of an operation on one endpoint. */
interface EndpointPath extends ProjectPath {
  readonly vpc_endpoint_id: string;
}

/** The endpoint with this id. @throws Refusal 404 `EndPoint.2006` when there is none */
export function findEndpoint(state: HasEndpoints, id: string): StoredEndpoint {
  const endpoint = state.endpoints.get(id);
  if (endpoint) return endpoint;
  throw new Refusal(404, "EndPoint.2006", `no endpoint has the id ${id}`);
}

/** Which kind of endpoint has something, and what that is. */
interface Kind {
  readonly only: StoredEndpoint["service_type"];
  readonly what: string;
}

/**
 * The endpoint of a path, if it can be changed now, and has what is to be changed.
 *
 * @throws Refusal 404 `EndPoint.2006`, 400 `EndPoint.2019`, `EndPoint.2018`, `EndPoint.2047` for its
 * state, or 400 `EndPoint.0002` for its kind
 */
function findChangeable(
  state: HasEndpoints,
  path: EndpointPath,
  { only, what }: Kind,
): StoredEndpoint {
  const endpoint = findEndpoint(state, path.vpc_endpoint_id);
  refuseState(endpoint);
  if (endpoint.service_type === only) return endpoint;
  throw new Refusal(400, "EndPoint.0002", `only ${only} endpoints have ${what}`);
}

/** @throws Refusal when the state of an endpoint allows no change */
export function refuseState({ id, status }: StoredEndpoint): void {
  const codes: Record<string, string> = {
    creating: "EndPoint.2019",
    deleting: "EndPoint.2018",
    failed: "EndPoint.2047",
  };
  const code = codes[status];
  if (code !== undefined) throw new Refusal(400, code, `endpoint ${id} is ${status}`);
}

const filters: Filters<StoredEndpoint> = {
  endpoint_service_name: includes(({ endpoint_service_name: name }) => name),
  vpc_id: equals(({ vpc_id: vpc }) => vpc),
  id: equals(({ id }) => id),
  // No endpoint stands at an edge site.
  public_border_group: () => false,
};

type Kept = "tags" | "whitelist" | "enable_whitelist" | "routetables" | "description";

type Optional = "enable_dns" | "policy_statement" | "policy_document";

interface NewEndpoint extends Partial<Pick<StoredEndpoint, Kept | Optional>> {
  readonly endpoint_service_id: string;
  readonly vpc_id: string;
  readonly subnet_id?: string;
  readonly port_ip?: string;
  readonly specification_name?: string;
}

type Target = Pick<StoredService, "service_name" | "service_type">;

function findTarget(state: State, id: string): Target {
  const own = state.services.get(id);
  if (own && own.status !== "available") {
    throw new Refusal(400, "EndPoint.2004", `endpoint service ${id} is ${own.status}`);
  }
  const target = own ?? state.publicServices.get(id);
  if (target) return target;
  throw new Refusal(400, "EndPoint.2003", `no endpoint service has the id ${id}`);
}

/** @throws Refusal 400 `EndPoint.2041` for an address of the service itself, `EndPoint.2042` for one in use */
function checkAddress(state: State, vpcId: string, address: string): void {
  const [first, second, third] = address.split(".").map(Number);
  if (first === 198 && second === 19 && (third ?? 0) >= 128) {
    throw new Refusal(400, "EndPoint.2041", `port_ip ${address} is in 198.19.128.0/17`);
  }
  const user = [...state.endpoints.values()].find(
    ({ id, vpc_id, ip }) =>
      vpc_id === vpcId && (ip === address || state.wantedAddresses.get(id) === address),
  );
  if (user === undefined) return;
  throw new Refusal(400, "EndPoint.2042", `endpoint ${user.id} has the address ${address}`);
}

function defaultTables(state: State, target: Target, vpcId: string): string[] {
  return target.service_type === "gateway" ? [state.defaultRouteTable(vpcId)] : [];
}

function makeEndpoint(
  state: State,
  target: Target,
  body: NewEndpoint,
  createdAt: string,
): StoredEndpoint {
  const marker = state.nextMarkerId;
  state.nextMarkerId += 1n;
  return {
    id: state.newId(),
    service_type: target.service_type,
    status: "creating",
    active_status: ["active"],
    endpoint_service_id: body.endpoint_service_id,
    endpoint_service_name: target.service_name,
    marker_id: marker,
    enable_dns: body.enable_dns ?? false,
    vpc_id: body.vpc_id,
    created_at: createdAt,
    updated_at: createdAt,
    tags: checkTags(body.tags ?? []),
    whitelist: body.whitelist ?? [],
    enable_whitelist: body.enable_whitelist ?? false,
    routetables: body.routetables ?? defaultTables(state, target, body.vpc_id),
    specification_name: body.specification_name ?? "default",
    enable_status: "enable",
    description: body.description ?? "",
    ...(body.subnet_id !== undefined && { subnet_id: body.subnet_id }),
    ...(body.policy_statement && { policy_statement: body.policy_statement }),
    ...(body.policy_document && { policy_document: body.policy_document }),
  };
}

interface WhitelistChange {
  readonly path: EndpointPath;
  readonly body: { readonly enable_whitelist?: boolean };
}

interface PolicyChange {
  readonly path: EndpointPath;
  readonly body: Pick<StoredEndpoint, "policy_statement" | "policy_document">;
}

/** What can be done with endpoints. */
export const endpointHandlers = {
  /** A page of the project's endpoints. */
  listEndpoints: handler<State, { path: ProjectPath; query: TimeOrder }>((call) =>
    pageByTime(call, call.state.endpoints.values(), filters, (endpoint) => ({
      ...endpoint,
      project_id: call.path.project_id,
    })),
  ),

  /** Starts an endpoint; it is connected, or waits for approval, once the clock has moved. */
  createEndpoint: handler<State, { path: ProjectPath; body: NewEndpoint }>(
    ({ state, path, body, now }) => {
      const target = findTarget(state, body.endpoint_service_id);
      if (target.service_type === "interface" && body.subnet_id === undefined) {
        throw new Refusal(400, "EndPoint.2010", "an interface endpoint needs subnet_id");
      }
      if (body.port_ip !== undefined) checkAddress(state, body.vpc_id, body.port_ip);
      refuseBeyondQuota(state, "endpoint");
      const endpoint = makeEndpoint(state, target, body, toTimestamp(now));
      state.endpoints.set(endpoint.id, endpoint);
      state.creating.set(endpoint.id, now + creatingMs);
      if (body.port_ip !== undefined) state.wantedAddresses.set(endpoint.id, body.port_ip);
      return { ...endpoint, project_id: path.project_id };
    },
  ),

  /** One endpoint, as far as it is by now. */
  getEndpoint: handler<State, { path: EndpointPath }>(({ state, path }) => ({
    ...findEndpoint(state, path.vpc_endpoint_id),
    project_id: path.project_id,
  })),

  /** Starts the end of an endpoint; it is gone once the clock has moved. */
  deleteEndpoint: handler<State, { path: EndpointPath }>(({ state, path, now }) => {
    const endpoint = findEndpoint(state, path.vpc_endpoint_id);
    if (endpoint.status === "deleting") return;
    if (endpoint.status === "creating") {
      throw new Refusal(400, "EndPoint.2019", "an endpoint that is creating cannot be deleted");
    }
    endpoint.status = "deleting";
    endpoint.updated_at = toTimestamp(now);
    state.deleting.set(endpoint.id, now + deletingMs);
  }),

  /** Replaces the whitelist of an endpoint; what is left out takes the default that the page prints. */
  updateEndpointWhitelist: handler<State, WhitelistChange>((call) => {
    const { state, path, body, now } = call;
    const endpoint = findChangeable(state, path, { only: "interface", what: "a whitelist" });
    endpoint.whitelist = replacedEntries<string>(call) ?? [];
    endpoint.enable_whitelist = body.enable_whitelist ?? false;
    endpoint.updated_at = toTimestamp(now);
    return { ...endpoint, project_id: path.project_id };
  }),

  /** Binds the route tables of the list and unbinds the others, as far as they are not broken. */
  updateEndpointRouteTables: handler<State, { path: EndpointPath }>((call) => {
    const { state, path, now } = call;
    const endpoint = findChangeable(state, path, { only: "gateway", what: "route tables" });
    const wanted = replacedEntries<string>(call) ?? [];
    const before = endpoint.routetables;
    const failed = (ids: readonly string[]): object[] =>
      ids.flatMap((id) => {
        const error_message = state.brokenRouteTables.get(id);
        return error_message === undefined ? [] : [{ id, error_message }];
      });
    const bind_failed = failed(wanted.filter((id) => !before.includes(id)));
    const unbind_failed = failed(before.filter((id) => !wanted.includes(id)));
    const works = (id: string): boolean => !state.brokenRouteTables.has(id);
    endpoint.routetables = [
      ...before.filter((id) => wanted.includes(id) || !works(id)),
      ...wanted.filter((id) => !before.includes(id) && works(id)),
    ];
    endpoint.updated_at = toTimestamp(now);
    const { routetables } = endpoint;
    if (bind_failed.length + unbind_failed.length === 0) return { routetables };
    return { routetables, error: [{ bind_failed, unbind_failed }] };
  }),

  /** Sets the policy of a gateway endpoint; a part of it that is left out stays. */
  updateEndpointPolicy: handler<State, PolicyChange>(({ state, path, body, now }) => {
    const endpoint = findChangeable(state, path, { only: "gateway", what: "a policy" });
    const { policy_statement, policy_document } = body;
    if (policy_statement) endpoint.policy_statement = policy_statement;
    if (policy_document) endpoint.policy_document = policy_document;
    endpoint.updated_at = toTimestamp(now);
    return { ...endpoint, project_id: path.project_id };
  }),

  /** Drops the policy of a gateway endpoint, which then has none of its own. */
  deleteEndpointPolicy: handler<State, { path: EndpointPath }>(({ state, path, now }) => {
    const endpoint = findChangeable(state, path, { only: "gateway", what: "a policy" });
    if (endpoint.policy_statement === undefined && endpoint.policy_document === undefined) {
      throw new Refusal(400, "EndPoint.2049", `endpoint ${endpoint.id} has no policy of its own`);
    }
    delete endpoint.policy_statement;
    delete endpoint.policy_document;
    endpoint.updated_at = toTimestamp(now);
    return { ...endpoint, project_id: path.project_id };
  }),
};
