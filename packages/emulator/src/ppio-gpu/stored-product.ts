import type { BillingMode } from "./stored-instance.js";

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
