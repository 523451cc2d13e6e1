import { contains, equals, listed } from "../engine/filters.js";
import type { Random } from "../engine/random.js";
import { replacedEntries } from "../engine/replaced-list.js";
import { type Handler, handler } from "../engine/service.js";
import {
  addMonths,
  type BillingMode,
  makePrepaid,
  makePricing,
  type StoredPrepaid,
  type StoredPricing,
  toAutoRenew,
} from "./billing.js";
import { listPage } from "./lists.js";
import { exposePorts, type PublicPorts, type StoredPort, type WantedPort } from "./ports.js";
import { regionIds } from "./products.js";
import { failedPrecondition, find, invalidArgument } from "./refusals.js";
import {
  account,
  type Course,
  type SentVariable,
  toStatus,
  toVariables,
  type World,
} from "./world.js";

/** An instance as the emulator keeps it: the wire form of `getInstance`, all fields present. */
export interface StoredInstance {
  id: string;
  name: string;
  type: "gpu" | "cpu";
  product_id: string;
  image: string;
  registry_auth_id: string;
  entrypoint: string;
  command: string;
  billing: { mode: BillingMode; prepaid?: StoredPrepaid };
  envs: { key: string; value: string }[];
  ports: StoredPort[];
  resource_specs: {
    rootfs_size_gb: number;
    gpu_num: number;
    cpu_num: number;
    memory_gb: number;
    gpu_ids: number[];
  };
  network: { id: string; ip: string };
  volumes: { type: string; id: string; mount_point: string }[];
  region: string;
  tools: StoredTools;
  auto_migrate: { enabled: boolean; include_system_disk: boolean };
  status: { status: string; error: string; message: string };
  pricing: StoredPricing;
  /** Unix time in seconds, as all times here. */
  created_at: number;
  last_started_at: number;
  /** 0: never. */
  last_stopped_at: number;
  member_id: string;
  owner_id: string;
  region_version: string;
}

/** Ways into an instance. */
export interface StoredTools {
  jupyter: { endpoint: string; enabled: boolean; port: number };
  ssh: { command: string; password: string; username: string };
  web_terminal: { endpoint: string; enabled: boolean; username: string; password: string };
  log: { instance_endpoint: string; system_endpoint: string };
}

/** The part of the state that holds instances, by id. */
export interface HasInstances {
  readonly instances: Map<string, StoredInstance>;
}

type State = World & PublicPorts & HasInstances;

const names = ["train", "infer", "notebook", "render", "finetune", "batch"] as const;
const modes: readonly BillingMode[] = ["postpaid", "prepaid", "spot"];
const statuses = ["running", "running", "running", "exited", "pulling", "starting"] as const;
const commonPorts: readonly WantedPort[] = [
  { port: 22, protocol: "tcp" },
  { port: 5000, protocol: "tcp" },
  { port: 6006, protocol: "http" },
  { port: 7860, protocol: "http" },
  { port: 8080, protocol: "http" },
  { port: 8888, protocol: "http" },
];

/** Seeded instances are a minute apart, the oldest a year old. */
const secondsApart = 60;
const oldest = 365 * 86_400;

/** Makes the nth instance; everything follows from the number, the generator and the clock. */
export function makeInstance(
  state: PublicPorts,
  number: number,
  random: Random,
  now: number,
): StoredInstance {
  const id = random.hex(10);
  const mode = random.pick(modes);
  const region = random.pick(regionIds);
  const gpus = random.pick([0, 1, 1, 2, 4, 8]);
  const status = random.pick(statuses);
  const createdAt = Math.floor(now / 1000) - oldest + number * secondsApart;
  const wanted = commonPorts.filter(() => random.below(2) === 0);
  const bare = { id, region, ports: [] };
  return {
    id,
    name: `${random.pick(names)}-${String(number).padStart(4, "0")}`,
    type: gpus === 0 ? "cpu" : "gpu",
    product_id: `product-${gpus === 0 ? "cpu" : `gpu-${gpus}`}`,
    image: "registry.example.com/team/image:1.0",
    registry_auth_id: "",
    entrypoint: "",
    command: "",
    billing: makeBilling(mode, createdAt, now / 1000),
    envs: [{ key: "STAGE", value: random.pick(["test", "production"]) }],
    ports: exposePorts(state, bare, wanted),
    resource_specs: {
      rootfs_size_gb: random.pick([20, 40, 80]),
      gpu_num: gpus,
      cpu_num: 8 * Math.max(gpus, 1),
      memory_gb: 32 * Math.max(gpus, 1),
      gpu_ids: Array.from({ length: gpus }, (_, index) => index),
    },
    network: { id: "", ip: `10.2.${random.below(256)}.${1 + random.below(254)}` },
    volumes: [{ type: "network", id: `storage-${random.hex(6)}`, mount_point: "/data" }],
    region,
    tools: makeTools(id, random),
    auto_migrate: { enabled: false, include_system_disk: false },
    status: { status, error: "", message: "" },
    pricing: makePricing(mode, gpus),
    created_at: createdAt,
    last_started_at: createdAt + 60,
    last_stopped_at: status === "exited" ? createdAt + 3600 : 0,
    member_id: `member-${random.below(4)}`,
    owner_id: account.owner_id,
    region_version: "v1",
  };
}

/** A prepaid instance has been paid for, month by month, until past the present. */
function makeBilling(mode: BillingMode, createdAt: number, now: number): StoredInstance["billing"] {
  if (mode !== "prepaid") return { mode };
  let months = 1;
  while (addMonths(createdAt, months) <= now) months += 1;
  return { mode, prepaid: makePrepaid(createdAt, months, toAutoRenew(true, 1)) };
}

/** The ways into an instance, all of them switched on. */
export function makeTools(id: string, random: Random): StoredTools {
  const password = random.hex(12);
  return {
    jupyter: { endpoint: `https://jupyter.example.com/${id}`, enabled: true, port: 8888 },
    ssh: {
      command: `ssh -p ${40_000 + random.below(10_000)} root@proxy.example.com`,
      password,
      username: "root",
    },
    web_terminal: {
      endpoint: `wss://terminal.example.com/${id}`,
      enabled: true,
      username: "root",
      password,
    },
    log: {
      instance_endpoint: `https://log.example.com/instance/${id}`,
      system_endpoint: `https://log.example.com/system/${id}`,
    },
  };
}

/** Path of an operation on one instance. */
export interface InstancePath {
  readonly instance_id: string;
}

/** The instance with this id. @throws Refusal 404 when there is none */
export function findInstance(state: HasInstances, path: InstancePath): StoredInstance {
  return find(state.instances, "instance", path.instance_id);
}

/** How long an instance takes. */
export const courses = {
  create: [
    ["toCreate", 0],
    ["creating", 2_000],
    ["pulling", 10_000],
    ["running", 60_000],
  ],
  start: [
    ["toStart", 0],
    ["starting", 2_000],
    ["running", 20_000],
  ],
  stop: [
    ["toStop", 0],
    ["stopping", 2_000],
    ["exited", 15_000],
  ],
  restart: [
    ["toRestart", 0],
    ["restarting", 2_000],
    ["running", 30_000],
  ],
  upgrade: [
    ["toReset", 0],
    ["resetting", 2_000],
    ["pulling", 10_000],
    ["running", 60_000],
  ],
  remove: [
    ["toRemove", 0],
    ["removing", 2_000],
    ["removed", 10_000],
  ],
} as const satisfies Record<string, Course>;

/** An action that takes an instance from one state to another. */
interface Move {
  /** States it starts from; any when left out. */
  readonly from?: readonly string[];
  /** States in which there is nothing left to do. */
  readonly done: readonly string[];
  readonly course: Course;
}

const moves = {
  start: { from: ["exited"], done: ["toStart", "starting", "running"], course: courses.start },
  stop: { from: ["running"], done: ["toStop", "stopping", "exited"], course: courses.stop },
  restart: { from: ["running"], done: [], course: courses.restart },
  upgrade: { from: ["running", "exited"], done: [], course: courses.upgrade },
  delete: { done: ["toRemove", "removing"], course: courses.remove },
} as const satisfies Record<string, Move>;

/** Begins an action on an instance. @throws Refusal 400 when its state does not allow it */
function moveInstance(
  state: World,
  instance: StoredInstance,
  action: keyof typeof moves,
  now: number,
): void {
  const move: Move = moves[action];
  if (move.done.includes(instance.status.status)) return;
  if (move.from !== undefined) requireState(instance, action, move.from);
  state.begin("instance", instance.id, move.course, now);
}

/** What does nothing but begin an action on an instance. */
function moving(action: keyof typeof moves): Handler<State> {
  return handler<State, { path: InstancePath }>(({ state, path, now }) => {
    moveInstance(state, findInstance(state, path), action, now);
    return {};
  });
}

/** @throws Refusal 400 unless the instance is in one of these states */
export function requireState(
  { id, status }: StoredInstance,
  action: string,
  allowed: readonly string[],
): void {
  if (allowed.includes(status.status)) return;
  throw failedPrecondition(
    `instance ${id} is ${status.status}; ${action} wants it ${allowed.join(" or ")}`,
  );
}

/** Gives an instance the state that was due. */
export function arriveInstance(
  { instances }: HasInstances,
  id: string,
  status: string,
  seconds: number,
): void {
  const instance = instances.get(id);
  if (instance === undefined) return;
  instance.status = toStatus(status);
  if (status === "running") instance.last_started_at = seconds;
  if (status === "exited") instance.last_stopped_at = seconds;
  if (status === "removed") instances.delete(id);
}

/** The paid period of an instance. @throws Refusal 400 when it is paid for in another way */
function requirePrepaid({ id, billing }: StoredInstance): StoredPrepaid {
  if (billing.prepaid !== undefined) return billing.prepaid;
  throw failedPrecondition(
    `instance ${id} has billing mode ${billing.mode}; only prepaid can be renewed`,
  );
}

function toListItem(instance: StoredInstance): Omit<StoredInstance, "tools" | "pricing"> {
  const { tools: _tools, pricing: _pricing, ...item } = instance;
  return item;
}

interface Upgrade {
  readonly path: InstancePath;
  readonly body: {
    readonly image: string;
    readonly registry_auth_id?: string;
    readonly entrypoint?: string;
    readonly command?: string;
    readonly envs?: readonly SentVariable[];
    readonly save_data?: boolean;
  };
}

interface Renewal {
  readonly path: InstancePath;
  readonly body: { readonly months: number };
}

interface AutoRenewal {
  readonly path: InstancePath;
  readonly body: { readonly auto_renew: { readonly enabled?: boolean; readonly months?: number } };
}

interface BillingChange {
  readonly path: InstancePath;
  readonly body: { readonly type: "prepaid" | "postpaid"; readonly months?: number };
}

interface AutoMigration {
  readonly path: InstancePath;
  readonly body: { readonly auto_migrate: Partial<StoredInstance["auto_migrate"]> };
}

interface Expansion {
  readonly path: InstancePath;
  readonly body: { readonly rootfs_size_expand_gb: number };
}

interface TerminalSwitch {
  readonly path: InstancePath;
  readonly body: { readonly enable: boolean };
}

/** What can be done with an instance that exists. */
export const instanceHandlers = {
  /** A page of the instances that the filters leave. */
  listInstances: handler<State, object>((call) =>
    listPage(call, call.state.instances.values(), {
      filters: {
        name: contains(({ name, id }) => [name, id]),
        status: equals(({ status }) => status.status),
        regions: listed(({ region }) => [region]),
        billing_mode: equals(({ billing }) => billing.mode),
      },
      id: ({ id }) => id,
      show: toListItem,
    }),
  ),

  /** One instance with its tools and prices. */
  getInstance: handler<State, { path: InstancePath }>(({ state, path }) =>
    findInstance(state, path),
  ),

  /** Begins to start an instance; one that is started already is left alone. */
  startInstance: moving("start"),

  /** Begins to stop an instance; one that is stopped already is left alone. */
  stopInstance: moving("stop"),

  /** Begins to restart an instance. */
  restartInstance: moving("restart"),

  /** Begins to set an instance up anew. What the request leaves out keeps its value. */
  upgradeInstance: handler<State, Upgrade>(({ state, path, body, now }) => {
    const instance = findInstance(state, path);
    moveInstance(state, instance, "upgrade", now);
    const { envs = instance.envs, save_data: _saveData, ...changed } = body;
    Object.assign(instance, changed, { envs: toVariables(envs) });
    return {};
  }),

  /** Begins to remove an instance; it is gone once the clock has moved. */
  deleteInstance: moving("delete"),

  /** Puts the given ports in place of all exposed ones. */
  updateInstancePorts: handler<State, { path: InstancePath }>((call) => {
    const instance = findInstance(call.state, call.path);
    const wanted = replacedEntries<WantedPort>(call) ?? [];
    instance.ports = exposePorts(call.state, instance, wanted);
    return {};
  }),

  /** Adds months to the end of a paid period. */
  renewInstance: handler<State, Renewal>(({ state, path, body }) => {
    const prepaid = requirePrepaid(findInstance(state, path));
    prepaid.end_time = addMonths(prepaid.end_time, body.months);
    return {};
  }),

  /** Switches automatic renewal of a paid period. What the request leaves out keeps its value. */
  setInstanceAutoRenew: handler<State, AutoRenewal>(({ state, path, body }) => {
    const prepaid = requirePrepaid(findInstance(state, path));
    const { enabled, months } = { ...prepaid.auto_renew, ...body.auto_renew };
    prepaid.auto_renew = toAutoRenew(enabled, months);
    return {};
  }),

  /** Changes how an instance is paid for; months are bought from the present on. */
  updateInstanceBillingMode: handler<State, BillingChange>(({ state, path, body, now }) => {
    const instance = findInstance(state, path);
    const { type: mode, months = 1 } = body;
    if (months < 1) throw invalidArgument("months must be at least 1");
    if (instance.billing.mode === mode || instance.billing.mode === "spot") {
      throw failedPrecondition(
        `instance ${instance.id} is ${instance.billing.mode}; it cannot become ${mode}`,
      );
    }
    const start = Math.floor(now / 1000);
    instance.billing =
      mode === "prepaid"
        ? { mode, prepaid: makePrepaid(start, months, toAutoRenew(false, 1)) }
        : { mode };
    instance.pricing = makePricing(mode, instance.resource_specs.gpu_num);
    return {};
  }),

  /** Switches automatic migration. What the request leaves out keeps its value. */
  setInstanceAutoMigrate: handler<State, AutoMigration>(({ state, path, body }) => {
    const instance = findInstance(state, path);
    instance.auto_migrate = { ...instance.auto_migrate, ...body.auto_migrate };
    return {};
  }),

  /** Adds gigabytes to the system disk. */
  expandInstanceRootfs: handler<State, Expansion>(({ state, path, body }) => {
    const instance = findInstance(state, path);
    if (body.rootfs_size_expand_gb < 1) {
      throw invalidArgument("rootfs_size_expand_gb must be at least 1");
    }
    instance.resource_specs.rootfs_size_gb += body.rootfs_size_expand_gb;
    return {};
  }),

  /** Switches the terminal in the browser. */
  setInstanceWebTerminal: handler<State, TerminalSwitch>(({ state, path, body }) => {
    findInstance(state, path).tools.web_terminal.enabled = body.enable;
    return {};
  }),
};
