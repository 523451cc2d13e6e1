import { equals, type Filter, type Filters, listed, passes } from "../engine/filters.js";
import { cursorPage } from "../engine/paged-list.js";
import { handler } from "../engine/service.js";
import type { BillingMode } from "./billing.js";

/** A hardware offer, in the wire form of `listProducts`. */
export interface StoredProduct {
  id: string;
  name: string;
  type: "gpu" | "cpu";
  category: "instance" | "serverless";
  description: string;
  region_ids: string[];
  resource_spec: {
    gpu?: StoredGpuSpec;
    cpu: number;
    memory_gb: number;
    rootfs: { min_gb: number; max_gb: number; free_gb: number };
  };
  pricing: StoredProductPricing;
  billing_methods: BillingMode[];
  inventory_state: string;
  deployable: boolean;
  activity: { is_activity_product: boolean; active: boolean; purchasable: boolean };
}

/** The cards of an offer. */
export interface StoredGpuSpec {
  spec_id: string;
  name: string;
  memory_gb: number;
  min: number;
  max: number;
  available: number;
  max_available: number;
}

/** What an offer costs; all prices have `precision` decimal places. */
export interface StoredProductPricing {
  precision: number;
  postpaid: StoredProductPrice;
  spot: StoredProductPrice | null;
  prepaid: { spec_id: string; duration_months: number; final_price: number; base_price: number }[];
  storage_price_per_gb: number;
}

/** A price before and after discount. */
export interface StoredProductPrice {
  base_price: number;
  final_price: number;
  unit: string;
}

/** The regions there are, by id. */
export const regionIds = ["region-a", "region-b", "region-c"] as const;

/** A region as the emulator keeps it, and as the list shows it. */
export interface StoredRegion {
  id: string;
  name: string;
}

/** The regions there are. */
export function makeRegions(): StoredRegion[] {
  return regionIds.map((id) => ({ id, name: `Region ${id.slice(-1).toUpperCase()}` }));
}

/** The part of the state that holds offers and regions, by id. */
export interface HasProducts {
  readonly products: Map<string, StoredProduct>;
  readonly regions: Map<string, StoredRegion>;
}

type State = HasProducts;

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

const filters: Filters<StoredProduct> = {
  type: equals(({ type }) => type),
  category: equals(({ category }) => category),
  cpu: amount(({ cpu }, wanted) => cpu === wanted),
  memory_gb: amount(({ memory_gb: memory }, wanted) => memory === wanted),
  rootfs_size: amount(({ rootfs }, size) => size >= rootfs.min_gb && size <= rootfs.max_gb),
  billing_method: (product, wanted) => product.billing_methods.some((one) => one === wanted),
  region_ids: listed(({ region_ids: regions }) => regions),
};

/** A filter by a number; 0 is none. */
function amount(
  fits: (spec: StoredProduct["resource_spec"], wanted: number) => boolean,
): Filter<StoredProduct> {
  return (product, wanted) => Number(wanted) === 0 || fits(product.resource_spec, Number(wanted));
}

/** What can be done with products and regions. */
export const productHandlers = {
  /** All products that the filters leave, in one page. */
  listProducts: handler<State, { query: Readonly<Record<string, unknown>> }>(
    ({ state, query }) => ({
      data: [...state.products.values()].filter((product) => passes(product, query, filters)),
    }),
  ),

  /** A page of the regions, by id. */
  listRegions: handler<State, object>((call) =>
    cursorPage(call, call.state.regions.values(), {
      rank: ({ id }) => [id],
      show: (region) => region,
      defaultLimit: 20,
      maxLimit: 100,
    }),
  ),
};
