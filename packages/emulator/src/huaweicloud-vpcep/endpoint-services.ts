import { equals, type Filters } from "../engine/filters.js";
import type { Random } from "../engine/random.js";
import { ProblemError, Refusal } from "../engine/refusal.js";
import { replacedEntries } from "../engine/replaced-list.js";
import { handler } from "../engine/service.js";
import { type Counted, refuseBeyondQuota } from "./quotas.js";
import { includes, pageByTime, type TimeOrder } from "./sort-by-time.js";
import { checkTags, type StoredTag } from "./tags.js";
import {
  accountId,
  creatingMs,
  deletingMs,
  type ProjectPath,
  region,
  toTimestamp,
  type World,
} from "./world.js";

/** An endpoint service as the emulator keeps it: the wire form of `getEndpointService`. */
export interface StoredService {
  id: string;
  port_id: string;
  vip_port_id?: string;
  ip?: string;
  /** `<region>.<id>` or `<region>.<name>.<id>`. */
  service_name: string;
  server_type: "VM" | "VIP" | "LB";
  vpc_id: string;
  approval_enabled: boolean;
  status: "creating" | "available" | "failed" | "deleting";
  service_type: "gateway" | "interface";
  created_at: string;
  updated_at: string;
  cidr_type: "public" | "internal";
  ports: StoredPortMapping[];
  tcp_proxy: string;
  tags: StoredTag[];
  description: string;
}

/** A mapping from what endpoints offer to what the backend listens on. */
export interface StoredPortMapping {
  client_port: number;
  server_port: number;
  protocol: "TCP" | "UDP";
}

/** A service that everybody may connect to: the wire form of `listPublicEndpointServices`. */
export interface StoredPublicService {
  id: string;
  owner: string;
  service_name: string;
  service_type: "gateway" | "interface";
  created_at: string;
  is_charge: boolean;
}

/** The part of the state that holds services, by id. */
export interface HasServices {
  /** The project's own. */
  readonly services: Map<string, StoredService>;
  /** Those open to everybody. */
  readonly publicServices: Map<string, StoredPublicService>;
}

/** What services ask of the endpoints that connect to them. */
interface Connected {
  readonly endpoints: ReadonlyMap<
    string,
    { readonly endpoint_service_id: string; readonly status: string }
  >;
}

type State = World & HasServices & Connected & Counted;

const names = ["billing", "search", "orders", "", "metrics", "mail"] as const;
const statuses = [
  "available",
  "available",
  "available",
  "available",
  "creating",
  "failed",
] as const;

/** Seeded services are this many milliseconds apart. */
const apart = 600_000;

/** Makes one more service. Every third one shares the backend port of the one before. */
export function makeService(
  earlier: readonly StoredService[],
  random: Random,
  now: number,
): StoredService {
  const number = earlier.length + 1;
  const id = random.uuid();
  const ownPort = random.uuid();
  const name = random.pick(names);
  const createdAt = toTimestamp(now - 30 * 86_400_000 + number * apart);
  return {
    id,
    port_id: number % 3 === 0 ? (earlier.at(-1)?.port_id ?? ownPort) : ownPort,
    service_name: fullName(name, id),
    server_type: random.pick(["LB", "VM"] as const),
    vpc_id: random.uuid(),
    approval_enabled: random.below(2) === 0,
    // The first one can always be connected to, so that examples work with any seed.
    status: number === 1 ? "available" : random.pick(statuses),
    service_type: "interface",
    created_at: createdAt,
    updated_at: createdAt,
    cidr_type: "internal",
    ports: makePorts(number, 1 + random.below(4)),
    tcp_proxy: "close",
    tags: [{ key: "team", value: random.pick(["payments", "platform"]) }],
    description: "",
  };
}

/** Backend ports differ from service to service, because some share a backend. */
function makePorts(number: number, count: number): StoredPortMapping[] {
  return Array.from({ length: count }, (_, index) => ({
    client_port: 8080 + index,
    server_port: 9000 + ((number * 4) % 50_000) + index,
    protocol: index % 3 === 2 ? "UDP" : "TCP",
  }));
}

const owners = ["dns", "obs", "api", "swr"] as const;

/** Makes one more public service; those of the object store are of type gateway. */
export function makePublicService(
  number: number,
  random: Random,
  now: number,
): StoredPublicService {
  const owner = random.pick(owners);
  return {
    id: random.uuid(),
    owner,
    service_name: `com.myhuaweicloud.${region}.${owner}-${number}`,
    service_type: owner === "obs" ? "gateway" : "interface",
    created_at: toTimestamp(now - 365 * 86_400_000 + number * 3_600_000),
    is_charge: random.below(4) === 0,
  };
}

/** Path of an operation on one endpoint service. */
export interface ServicePath extends ProjectPath {
  readonly vpc_endpoint_service_id: string;
}

/** The service with this id. @throws Refusal 400 `EndPoint.2003` when there is none */
export function findService(
  state: HasServices,
  { vpc_endpoint_service_id: id }: ServicePath,
): StoredService {
  const service = state.services.get(id);
  if (service) return service;
  throw new Refusal(400, "EndPoint.2003", `no endpoint service has the id ${id}`);
}

/** The name of a service as it is shown: `<region>.<id>` or `<region>.<name>.<id>`. */
function fullName(name: string, id: string): string {
  return [region, name, id].filter(Boolean).join(".");
}

/** @throws Refusal 400 `EndPoint.3045` when the state of a service allows no change */
function refuseUnchangeable({ status }: StoredService): void {
  if (status !== "creating" && status !== "deleting") return;
  throw new Refusal(400, "EndPoint.3045", `a service that is ${status} cannot be changed`);
}

/** A mapping as a request has it. */
type SentMapping = Partial<StoredPortMapping>;

/**
 * The mappings of a new service, with TCP where no protocol is named: the only one that creation
 * takes.
 *
 * @throws Refusal 400 `EndPoint.3075` for another protocol
 */
function newPorts(sent: readonly SentMapping[]): SentMapping[] {
  return sent.map((each) => {
    const { protocol = "TCP" } = each;
    if (protocol === "TCP") return { ...each, protocol };
    throw new Refusal(400, "EndPoint.3075", `protocol must be TCP, not ${protocol}`);
  });
}

/**
 * Refuses mappings that lack a port, that offer a port twice, or that want a backend port which
 * another service with the same `port_id` uses already. Within a service a backend port may serve
 * several offered ones.
 *
 * @throws Refusal `EndPoint.3043` or `EndPoint.3044`; ProblemError `duplicate-entry`
 */
function checkPorts(
  state: HasServices,
  service: Pick<StoredService, "id" | "port_id">,
  ports: readonly SentMapping[],
): asserts ports is StoredPortMapping[] {
  const offered = new Set<string>();
  for (const { client_port, server_port, protocol } of ports) {
    if (client_port === undefined || server_port === undefined) {
      throw new Refusal(400, "EndPoint.3043", "each mapping needs client_port and server_port");
    }
    const entry = `client_port ${client_port}, protocol ${protocol}`;
    if (offered.has(entry))
      throw new ProblemError({ kind: "duplicate-entry", list: "ports", entry });
    offered.add(entry);
  }
  for (const other of state.services.values()) {
    if (other.id === service.id || other.port_id !== service.port_id) continue;
    const clash = ports.find((wanted) =>
      other.ports.some(
        (used) => used.server_port === wanted.server_port && used.protocol === wanted.protocol,
      ),
    );
    if (clash === undefined) continue;
    const { server_port: port, protocol } = clash;
    const message = `service ${other.id} on the same backend uses ${port}/${protocol} already`;
    throw new Refusal(400, "EndPoint.3044", message);
  }
}

const filters: Filters<StoredService> = {
  endpoint_service_name: includes(({ service_name: name }) => name),
  id: equals(({ id }) => id),
  status: equals(({ status }) => status),
  // No seeded service stands at an edge site.
  public_border_group: () => false,
};

const publicFilters: Filters<StoredPublicService> = {
  endpoint_service_name: includes(({ service_name: name }) => name),
  id: equals(({ id }) => id),
};

function countConnections(state: State, serviceId: string): number {
  const counted = ["creating", "accepted"];
  return [...state.endpoints.values()].filter(
    (each) => each.endpoint_service_id === serviceId && counted.includes(each.status),
  ).length;
}

type Needed = "port_id" | "vpc_id" | "server_type";
type Optional = "vip_port_id" | "ip" | "approval_enabled" | "tcp_proxy" | "description" | "tags";

interface NewService extends Pick<StoredService, Needed>, Partial<Pick<StoredService, Optional>> {
  readonly service_name?: string;
  readonly ports: readonly Partial<StoredPortMapping>[];
}

function toService(
  id: string,
  body: NewService,
  ports: StoredPortMapping[],
  createdAt: string,
): StoredService {
  return {
    id,
    port_id: body.port_id,
    service_name: fullName(body.service_name ?? "", id),
    server_type: body.server_type,
    vpc_id: body.vpc_id,
    approval_enabled: body.approval_enabled ?? true,
    status: "creating",
    service_type: "interface",
    created_at: createdAt,
    updated_at: createdAt,
    cidr_type: "internal",
    ports,
    tcp_proxy: body.tcp_proxy ?? "close",
    tags: checkTags(body.tags ?? []),
    description: body.description ?? "",
    ...(body.vip_port_id !== undefined && { vip_port_id: body.vip_port_id }),
    ...(body.ip !== undefined && { ip: body.ip }),
  };
}

type Plain = "approval_enabled" | "port_id" | "vip_port_id" | "ip" | "description" | "tcp_proxy";

interface Change {
  readonly path: ServicePath;
  readonly body: Partial<Pick<StoredService, Plain>> & {
    readonly service_name?: string;
    readonly ports?: unknown;
  };
}

function refuseWrongBackend(body: Change["body"]): void {
  if (body.ip === undefined) return;
  if (body.port_id !== undefined) {
    throw new Refusal(400, "EndPoint.3052", "port_id and ip cannot be changed together");
  }
  if (body.vip_port_id !== undefined) {
    throw new Refusal(400, "EndPoint.3053", "vip_port_id and ip cannot be changed together");
  }
}

interface Renaming {
  readonly path: ServicePath;
  readonly body: { readonly endpoint_service_name?: string };
}

interface DescribeQuery {
  readonly endpoint_service_name?: string;
  readonly id?: string;
}

type Summary = Omit<StoredPublicService, "owner">;

function summaryOf({ id, service_name, service_type, created_at, is_charge }: Summary): Summary {
  return { id, service_name, service_type, created_at, is_charge };
}

/** What can be done with endpoint services. */
export const endpointServiceHandlers = {
  /** A page of the project's services, with how many endpoints each has. */
  listEndpointServices: handler<State, { path: ProjectPath; query: TimeOrder }>((call) =>
    pageByTime(
      call,
      call.state.services.values(),
      filters,
      ({ cidr_type: _cidrType, ...service }) => ({
        ...service,
        project_id: call.path.project_id,
        domain_id: accountId,
        connection_count: countConnections(call.state, service.id),
      }),
    ),
  ),

  /** Starts a service; it is available once the clock has moved. */
  createEndpointService: handler<State, { path: ProjectPath; body: NewService }>(
    ({ state, path, body, now }) => {
      refuseBeyondQuota(state, "endpoint_service");
      const id = state.newId();
      const ports = newPorts(body.ports);
      checkPorts(state, { id, port_id: body.port_id }, ports);
      const service = toService(id, body, ports, toTimestamp(now));
      state.services.set(service.id, service);
      state.creating.set(service.id, now + creatingMs);
      return { ...service, project_id: path.project_id };
    },
  ),

  /** One service with all its mappings. */
  getEndpointService: handler<State, { path: ServicePath }>(({ state, path }) => ({
    ...findService(state, path),
    project_id: path.project_id,
  })),

  /** Changes the given fields of a service; given `ports` take the place of all stored ones. */
  updateEndpointService: handler<State, Change>((call) => {
    const { state, path, body, now } = call;
    const service = findService(state, path);
    refuseUnchangeable(service);
    refuseWrongBackend(body);
    const { service_name: name, ports: _sent, ...plain } = body;
    const { port_id } = { ...service, ...plain };
    const ports: Partial<StoredPortMapping>[] =
      replacedEntries<StoredPortMapping>(call) ?? service.ports;
    checkPorts(state, { id: service.id, port_id }, ports);
    Object.assign(service, plain, { ports, updated_at: toTimestamp(now) });
    if (name !== undefined) service.service_name = fullName(name, service.id);
    return { ...service, project_id: path.project_id };
  }),

  /** Starts the end of a service that no endpoint uses; it is gone once the clock has moved. */
  deleteEndpointService: handler<State, { path: ServicePath }>(({ state, path, now }) => {
    const service = findService(state, path);
    if (service.status === "deleting") return;
    if (service.status === "creating") {
      throw new Refusal(400, "EndPoint.3045", "a service that is creating cannot be deleted");
    }
    const users = [...state.endpoints.values()].filter(
      ({ endpoint_service_id: id, status }) =>
        id === service.id && status !== "rejected" && status !== "failed",
    );
    if (users.length > 0) {
      throw new Refusal(
        400,
        "EndPoint.3006",
        `${users.length} endpoints use service ${service.id}`,
      );
    }
    service.status = "deleting";
    service.updated_at = toTimestamp(now);
    state.deleting.set(service.id, now + deletingMs);
  }),

  /** Changes the name part of a service. */
  renameEndpointService: handler<State, Renaming>(({ state, path, body, now }) => {
    const service = findService(state, path);
    refuseUnchangeable(service);
    const name = body.endpoint_service_name ?? "";
    service.service_name = fullName(name, service.id);
    service.updated_at = toTimestamp(now);
    return { endpoint_service_name: name };
  }),

  /** What everybody may know of one service, own or public, found by id or by full name. */
  describeEndpointService: handler<State, { query: DescribeQuery }>(({ state, query }) => {
    const { id, endpoint_service_name: name } = query;
    if ((id === undefined) === (name === undefined)) {
      throw new Refusal(400, "EndPoint.0002", "give either id or endpoint_service_name");
    }
    const own = [...state.services.values()].map((service) => ({ ...service, is_charge: true }));
    const found = [...own, ...state.publicServices.values()].find((service) =>
      id === undefined ? service.service_name === name : service.id === id,
    );
    if (found) return summaryOf(found);
    throw new Refusal(400, "EndPoint.2003", `no endpoint service is called ${id ?? name}`);
  }),

  /** A page of the services that everybody may connect to. */
  listPublicEndpointServices: handler<State, { query: TimeOrder }>((call) =>
    pageByTime(call, call.state.publicServices.values(), publicFilters),
  ),
};
