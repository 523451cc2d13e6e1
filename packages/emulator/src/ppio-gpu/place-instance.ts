import type { InstanceOrder } from "./instance-order.js";
import { failedPrecondition, findNamed, invalidArgument } from "./refusals.js";
import type { PpioGpuState } from "./state.js";
import type { StoredProduct } from "./stored-product.js";

/** Where an ordered instance goes, and on what. */
export interface Placement {
  readonly product: StoredProduct;
  readonly region: string;
  readonly gpus: number;
  readonly rootfsGb: number;
}

/** Finds a place for an order. @throws Refusal 400 when its product cannot be had in that way */
export function placeInstance(state: PpioGpuState, order: InstanceOrder): Placement {
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

function chooseRegion(state: PpioGpuState, order: InstanceOrder, product: StoredProduct): string {
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
