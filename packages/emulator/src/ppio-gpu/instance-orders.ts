import { handler } from "../engine/service.js";
import { type BillingMode, makePrepaid, makePricing, toAutoRenew } from "./billing.js";
import {
  courses,
  type HasInstances,
  makeTools,
  type StoredInstance,
  type StoredTools,
} from "./instances.js";
import type { HasNetworks } from "./networks.js";
import { checkPorts, exposePorts, type PublicPorts } from "./ports.js";
import type { HasProducts, StoredProduct } from "./products.js";
import { failedPrecondition, findNamed, invalidArgument } from "./refusals.js";
import { account, type SentVariable, toStatus, toVariables, type World } from "./world.js";

/** An instance as a request orders it. */
interface InstanceOrder {
  readonly name: string;
  readonly product_id: string;
  readonly image: string;
  readonly billing: {
    readonly mode: BillingMode;
    readonly prepaid?: {
      readonly months?: number;
      readonly auto_renew?: { readonly enabled?: boolean; readonly months?: number };
    };
  };
  readonly resource: { readonly rootfs_size_gb?: number; readonly gpu_num?: number };
  readonly type?: "gpu" | "cpu";
  readonly registry_auth_id?: string;
  readonly entrypoint?: string;
  readonly command?: string;
  readonly envs?: readonly SentVariable[];
  readonly ports?: readonly { readonly port?: number; readonly protocol?: string }[];
  readonly network?: { readonly id?: string; readonly ip?: string };
  readonly volumes?: readonly Partial<StoredInstance["volumes"][number]>[];
  readonly candidate_regions?: readonly string[];
  readonly tools?: { readonly jupyter?: { readonly enabled?: boolean; readonly port?: number } };
  readonly auto_migrate?: Partial<StoredInstance["auto_migrate"]>;
}

type State = World & PublicPorts & HasProducts & HasNetworks & HasInstances;

/** Where an ordered instance goes, and on what. */
interface Placement {
  readonly product: StoredProduct;
  readonly region: string;
  readonly gpus: number;
  readonly rootfsGb: number;
}

/** Finds a place for an order. @throws Refusal 400 when its product cannot be had in that way */
function placeInstance(state: State, order: InstanceOrder): Placement {
  const product = findNamed(state.products, "product", order.product_id);
  const { type = "gpu" } = order;
  if (product.category !== "instance" || product.type !== type) {
    throw invalidArgument(
      `product ${product.id} is for ${product.category}s with ${product.type}, not instances with ${type}`,
    );
  }
  if (!product.billing_methods.includes(order.billing.mode)) {
    throw invalidArgument(`product ${product.id} cannot be paid for by ${order.billing.mode}`);
  }
  if (!product.deployable) throw failedPrecondition(`product ${product.id} is sold out`);
  const { gpu = { min: 0, max: 0 }, rootfs } = product.resource_spec;
  const { gpu_num = gpu.min, rootfs_size_gb = rootfs.min_gb } = order.resource;
  within("gpu_num", gpu_num, gpu.min, gpu.max);
  within("rootfs_size_gb", rootfs_size_gb, rootfs.min_gb, rootfs.max_gb);
  const region = chooseRegion(state, order, product);
  return { product, region, gpus: gpu_num, rootfsGb: rootfs_size_gb };
}

function within(name: string, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return;
  throw invalidArgument(`${name} must be from ${least} to ${most} for this product`);
}

function chooseRegion(state: State, order: InstanceOrder, product: StoredProduct): string {
  const { candidate_regions: candidates = [], network } = order;
  const fixed = network?.id ? findNamed(state.networks, "network", network.id) : undefined;
  const region = product.region_ids.find(
    (id) =>
      (candidates.length === 0 || candidates.includes(id)) &&
      (fixed === undefined || fixed.region_id === id),
  );
  if (region !== undefined) return region;
  throw invalidArgument(
    `product ${product.id} is offered in ${product.region_ids.join(", ")}, but in none of the regions asked for`,
  );
}

const emptyVolume = { type: "local", id: "", mount_point: "" };

/** Makes the instance that was ordered, as far as it is at once. @throws Refusal 400 */
function orderInstance(state: State, order: InstanceOrder, now: number): StoredInstance {
  const { product, region, gpus, rootfsGb } = placeInstance(state, order);
  const { gpu, cpu, memory_gb } = product.resource_spec;
  const share = gpu === undefined ? 1 : gpus / gpu.max;
  const id = state.random.hex(10);
  const { random } = state;
  const createdAt = Math.floor(now / 1000);
  const billing = toBilling(order.billing, createdAt);
  const ports = exposePorts(state, { id, region, ports: [] }, checkPorts(order.ports ?? []));
  return {
    id,
    name: order.name,
    type: product.type,
    product_id: product.id,
    image: order.image,
    registry_auth_id: order.registry_auth_id ?? "",
    entrypoint: order.entrypoint ?? "",
    command: order.command ?? "",
    billing,
    envs: toVariables(order.envs ?? []),
    ports,
    resource_specs: {
      rootfs_size_gb: rootfsGb,
      gpu_num: gpus,
      cpu_num: Math.round(cpu * share),
      memory_gb: Math.round(memory_gb * share),
      gpu_ids: Array.from({ length: gpus }, (_, index) => index),
    },
    network: {
      id: order.network?.id ?? "",
      ip: order.network?.ip ?? `10.2.${random.below(256)}.${1 + random.below(254)}`,
    },
    volumes: (order.volumes ?? []).map((volume) => ({ ...emptyVolume, ...volume })),
    region,
    tools: toTools(makeTools(id, random), order.tools),
    auto_migrate: { enabled: false, include_system_disk: false, ...order.auto_migrate },
    status: toStatus("toCreate"),
    pricing: makePricing(billing.mode, gpus),
    created_at: createdAt,
    last_started_at: 0,
    last_stopped_at: 0,
    ...account,
    region_version: "v1",
  };
}

function toBilling(wanted: InstanceOrder["billing"], now: number): StoredInstance["billing"] {
  const { mode, prepaid = {} } = wanted;
  if (mode !== "prepaid") return { mode };
  const { months = 1, auto_renew: { enabled = false, months: each = 1 } = {} } = prepaid;
  if (months < 1) throw invalidArgument("billing.prepaid.months must be at least 1");
  return { mode, prepaid: makePrepaid(now, months, toAutoRenew(enabled, each)) };
}

/** Jupyter as it was asked for, and the terminal switched off. */
function toTools(tools: StoredTools, wanted: InstanceOrder["tools"]): StoredTools {
  const { enabled = false, port = 8888 } = wanted?.jupyter ?? {};
  return {
    ...tools,
    jupyter: { ...tools.jupyter, enabled, port },
    web_terminal: { ...tools.web_terminal, enabled: false },
  };
}

/** Ordering an instance. */
export const instanceOrderHandlers = {
  /** Orders an instance; it runs once the clock has moved. */
  createInstance: handler<State, { body: InstanceOrder }>(({ state, body, now }) => {
    const instance = orderInstance(state, body, now);
    state.instances.set(instance.id, instance);
    state.begin("instance", instance.id, courses.create, now);
    return { id: instance.id };
  }),
};
