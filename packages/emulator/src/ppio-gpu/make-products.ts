import { regionIds } from "./make-regions.js";
import type { StoredProduct } from "./stored-product.js";

/** The offers there are: for instances with 1, 2, 4 and 8 cards or none, and for endpoints. */
export function makeProducts(): StoredProduct[] {
  const cards = [1, 2, 4, 8];
  return [
    ...cards.map((max) => makeProduct(`product-gpu-${max}`, "instance", max)),
    makeProduct("product-cpu", "instance", 0),
    ...cards.slice(0, 2).map((max) => makeProduct(`serverless-gpu-${max}`, "serverless", max)),
    makeProduct("serverless-cpu", "serverless", 0),
  ];
}

function makeProduct(
  id: string,
  category: StoredProduct["category"],
  maxGpus: number,
): StoredProduct {
  const size = Math.max(maxGpus, 1);
  const name = maxGpus === 0 ? "CPU" : `A100-80G x${maxGpus}`;
  return {
    id,
    name,
    type: maxGpus === 0 ? "cpu" : "gpu",
    category,
    description: maxGpus === 0 ? "CPU only" : `Up to ${maxGpus} NVIDIA A100 80GB`,
    // The largest machines stand in one region only, so that a choice of regions can fail.
    region_ids: maxGpus === 8 ? [regionIds[0]] : [...regionIds],
    resource_spec: {
      ...(maxGpus > 0 && { gpu: makeGpu(maxGpus) }),
      cpu: 8 * size,
      memory_gb: 32 * size,
      rootfs: { min_gb: 20, max_gb: 500, free_gb: 20 },
    },
    pricing: makePricing(id, size),
    billing_methods: category === "instance" ? ["postpaid", "prepaid", "spot"] : ["postpaid"],
    inventory_state: "normal",
    deployable: true,
    activity: { is_activity_product: false, active: false, purchasable: true },
  };
}

function makeGpu(max: number): StoredProduct["resource_spec"]["gpu"] & object {
  return {
    spec_id: "spec-a100-80g",
    name: "A100",
    memory_gb: 80,
    min: 1,
    max,
    available: 2 * max,
    max_available: max,
  };
}

function makePricing(id: string, size: number): StoredProduct["pricing"] {
  const hour = 12_600 * size;
  return {
    precision: 3,
    postpaid: { base_price: (hour * 10) / 7, final_price: hour, unit: "per_hour" },
    spot: { base_price: hour, final_price: hour / 2, unit: "per_hour" },
    prepaid: [1, 3, 12].map((months) => ({
      spec_id: `${id}-${months}m`,
      duration_months: months,
      final_price: hour * 720 * months,
      base_price: (hour * 720 * months * 10) / 7,
    })),
    storage_price_per_gb: 50,
  };
}
