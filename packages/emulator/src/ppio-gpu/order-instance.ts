import { account } from "./account.js";
import { checkPorts } from "./check-ports.js";
import { exposePorts } from "./expose-ports.js";
import type { InstanceOrder } from "./instance-order.js";
import { makePrepaid, toAutoRenew } from "./make-prepaid.js";
import { makePricing } from "./make-pricing.js";
import { makeTools } from "./make-tools.js";
import { merge } from "./merge.js";
import { placeInstance } from "./place-instance.js";
import { invalidArgument } from "./refusals.js";
import type { PpioGpuState } from "./state.js";
import type { StoredInstance, StoredTools } from "./stored-instance.js";
import { toStatus } from "./stored-status.js";
import { toVariables } from "./to-variables.js";

const emptyVolume = { type: "local", id: "", mount_point: "" };

/** Makes the instance that was ordered, as far as it is at once. @throws Refusal 400 */
export function orderInstance(
  state: PpioGpuState,
  order: InstanceOrder,
  now: number,
): StoredInstance {
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
    volumes: (order.volumes ?? []).map((volume) => merge(emptyVolume, volume)),
    region,
    tools: toTools(makeTools(id, random), order.tools),
    auto_migrate: merge({ enabled: false, include_system_disk: false }, order.auto_migrate),
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
