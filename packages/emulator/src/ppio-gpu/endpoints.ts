import { contains, listed } from "../engine/filters.js";
import { handler } from "../engine/service.js";
import { listPage } from "./lists.js";
import { type HasProducts, regionIds } from "./products.js";
import { find, findNamed, invalidArgument } from "./refusals.js";
import {
  account,
  type Course,
  memberOf,
  type SentVariable,
  type StoredStatus,
  seedTime,
  toStatus,
  toVariables,
  type World,
} from "./world.js";

/** A serverless endpoint as the emulator keeps it: the wire form of `getEndpoint`, all fields present. */
export interface StoredServerlessEndpoint {
  id: string;
  type: "sync" | "async";
  name: string;
  app_name: string;
  status: StoredStatus;
  url: string;
  product_id: string;
  worker_config: StoredWorkerConfig;
  policy: { type: string; value: number };
  image: string;
  registry_auth_id: string;
  entrypoint: string;
  command: string;
  volumes: { id: string; type: string; size: number; mount_point: string }[];
  envs: { key: string; value: string }[];
  ports: number[];
  workers: StoredWorker[];
  health_check: { path: string; port: number };
  region_id: string;
  member_id: string;
  owner_id: string;
  /** Unix time in seconds. */
  created_at: number;
}

/** How many workers an endpoint has, and of what kind. */
export interface StoredWorkerConfig {
  min_replicas: number;
  max_replicas: number;
  idle_timeout: number;
  max_concurrent_per_worker: number;
  gpu_num: number;
  rootfs_size_gb: number;
  min_cuda_version: string;
  request_timeout: number;
}

/** A worker of an endpoint. */
export interface StoredWorker {
  id: string;
  status: StoredStatus;
  log: string;
  health: boolean;
  drain: boolean;
}

/** The part of the state that holds serverless endpoints, by id. */
export interface HasEndpoints {
  readonly endpoints: Map<string, StoredServerlessEndpoint>;
}

type State = World & HasProducts & HasEndpoints;

const course: Course = [
  ["creating", 0],
  ["running", 30_000],
];

const names = ["chat", "embed", "draw", "speak"] as const;

/** Makes the nth serverless endpoint, running. */
export function makeEndpoint(state: World, number: number, now: number): StoredServerlessEndpoint {
  const { random } = state;
  const id = state.newId("endpoint");
  const app = random.pick(names);
  const endpoint: StoredServerlessEndpoint = {
    id,
    type: random.pick(["sync", "async"] as const),
    name: `${app}-${String(number).padStart(2, "0")}`,
    app_name: app,
    status: toStatus("running"),
    url: `https://${id}.serverless.example.com`,
    product_id: "serverless-gpu-1",
    worker_config: { ...defaultWorkers, min_replicas: random.below(3), max_replicas: 4 },
    policy: { type: "queue", value: 100 },
    image: `registry.example.com/team/${app}:1.0`,
    registry_auth_id: "",
    entrypoint: "",
    command: "python server.py",
    volumes: [],
    envs: [{ key: "STAGE", value: random.pick(["test", "production"]) }],
    ports: [8080],
    workers: [],
    health_check: { path: "/healthz", port: 8080 },
    region_id: random.pick(regionIds),
    member_id: memberOf(number),
    owner_id: account.owner_id,
    created_at: seedTime(now, number),
  };
  scaleWorkers(state, endpoint);
  return endpoint;
}

/** Settings of workers that a request does not give. */
const defaultWorkers: StoredServerlessEndpoint["worker_config"] = {
  min_replicas: 0,
  max_replicas: 1,
  idle_timeout: 300,
  max_concurrent_per_worker: 10,
  gpu_num: 1,
  rootfs_size_gb: 20,
  min_cuda_version: "",
  request_timeout: 60,
};

/** Adds or removes workers until there are as many as the settings allow. */
function scaleWorkers(state: World, endpoint: StoredServerlessEndpoint): void {
  const { workers, worker_config: config } = endpoint;
  workers.splice(config.max_replicas);
  while (workers.length < config.min_replicas) {
    const id = state.newId("worker");
    const log = `https://logs.example.com/${id}`;
    workers.push({ id, status: toStatus("ready"), log, health: true, drain: false });
  }
}

/** Gives an endpoint the state that was due, and workers once it runs. */
export function arriveEndpoint(state: World & HasEndpoints, id: string, status: string): void {
  const endpoint = state.endpoints.get(id);
  if (endpoint === undefined) return;
  endpoint.status = toStatus(status);
  if (status === "running") scaleWorkers(state, endpoint);
}

/** Path of an operation on one serverless endpoint. */
interface EndpointPath {
  readonly endpoint_id: string;
}

/** The endpoint with this id. @throws Refusal 404 when there is none */
function findEndpoint(
  state: HasEndpoints,
  { endpoint_id: id }: EndpointPath,
): StoredServerlessEndpoint {
  return find(state.endpoints, "endpoint", id);
}

type Structured = "worker_config" | "policy" | "health_check" | "envs" | "volumes";

/** What a request says of an endpoint, of which its schema lets fewer fields through; what it leaves out keeps its value. */
interface EndpointOrder extends Partial<Omit<StoredServerlessEndpoint, Structured>> {
  readonly worker_config?: Partial<StoredWorkerConfig>;
  readonly policy?: Partial<StoredServerlessEndpoint["policy"]>;
  readonly health_check?: Partial<StoredServerlessEndpoint["health_check"]>;
  readonly envs?: readonly SentVariable[];
  readonly volumes?: readonly Partial<StoredServerlessEndpoint["volumes"][number]>[];
}

const emptyVolume = { id: "", type: "network", size: 0, mount_point: "" };

/**
 * An endpoint with what a request says of it.
 *
 * @throws Refusal 400 for a product or region that cannot be had, or fewer workers at most than at least
 */
function applyEndpointOrder(
  state: HasProducts,
  endpoint: StoredServerlessEndpoint,
  order: EndpointOrder,
): StoredServerlessEndpoint {
  const changed: StoredServerlessEndpoint = {
    ...endpoint,
    ...order,
    envs: order.envs ? toVariables(order.envs) : endpoint.envs,
    volumes: order.volumes?.map((volume) => ({ ...emptyVolume, ...volume })) ?? endpoint.volumes,
    worker_config: { ...endpoint.worker_config, ...order.worker_config },
    policy: { ...endpoint.policy, ...order.policy },
    health_check: { ...endpoint.health_check, ...order.health_check },
  };
  checkProduct(state, changed);
  const { min_replicas: least, max_replicas: most } = changed.worker_config;
  if (least < 0 || most < least) {
    throw invalidArgument("worker_config: min_replicas must be from 0 to max_replicas");
  }
  return changed;
}

function checkProduct(
  state: HasProducts,
  { product_id, region_id }: StoredServerlessEndpoint,
): void {
  const product = findNamed(state.products, "product", product_id);
  if (product.category !== "serverless") {
    throw invalidArgument(`product ${product.id} is for instances, not for endpoints`);
  }
  if (product.region_ids.includes(region_id)) return;
  const offered = product.region_ids.join(", ");
  throw invalidArgument(`product ${product.id} is offered in ${offered}, not in ${region_id}`);
}

function blank(id: string, createdAt: number): StoredServerlessEndpoint {
  return {
    id,
    type: "sync",
    name: "",
    app_name: "",
    status: toStatus("creating"),
    url: `https://${id}.serverless.example.com`,
    product_id: "",
    worker_config: { ...defaultWorkers },
    policy: { type: "queue", value: 100 },
    image: "",
    registry_auth_id: "",
    entrypoint: "",
    command: "",
    volumes: [],
    envs: [],
    ports: [],
    workers: [],
    health_check: { path: "", port: 0 },
    region_id: regionIds[0],
    ...account,
    created_at: createdAt,
  };
}

/** What can be done with serverless endpoints. */
export const endpointHandlers = {
  /** A page of the endpoints that the filters leave. */
  listEndpoints: handler<State, object>((call) =>
    listPage(call, call.state.endpoints.values(), {
      filters: {
        keyword: contains(({ name, app_name: app, id }) => [name, app, id]),
        member_ids: listed(({ member_id: member }) => [member]),
      },
      id: ({ id }) => id,
      show: ({ type: _type, ...item }) => item,
    }),
  ),

  /** One serverless endpoint with its workers. */
  getEndpoint: handler<State, { path: EndpointPath }>(({ state, path }) =>
    findEndpoint(state, path),
  ),

  /** Creates an endpoint; it has workers once the clock has moved. */
  createEndpoint: handler<State, { body: EndpointOrder }>(({ state, body, now }) => {
    const id = state.newId("endpoint");
    const endpoint = applyEndpointOrder(state, blank(id, Math.floor(now / 1000)), body);
    state.endpoints.set(id, endpoint);
    state.begin("endpoint", id, course, now);
    return { id };
  }),

  /** Changes an endpoint. What the request leaves out keeps its value. */
  updateEndpoint: handler<State, { path: EndpointPath; body: EndpointOrder }>(
    ({ state, path, body }) => {
      const endpoint = applyEndpointOrder(state, findEndpoint(state, path), body);
      state.endpoints.set(endpoint.id, endpoint);
      if (endpoint.status.status === "running") scaleWorkers(state, endpoint);
      return {};
    },
  ),

  /** Deletes an endpoint at once. */
  deleteEndpoint: handler<State, { path: EndpointPath }>(({ state, path }) => {
    state.endpoints.delete(findEndpoint(state, path).id);
    return {};
  }),
};
