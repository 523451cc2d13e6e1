import type { BillingMode, StoredPricing } from "./stored-instance.js";

/** What an instance with so many cards costs. */
export function makePricing(mode: BillingMode, gpus: number): StoredPricing {
  const price = 100 * Math.max(gpus, 1);
  const offer = (month: number) => ({
    price: price * 10 * month,
    base_price: price * 12 * month,
    month,
    price_precision: 2,
    month_spec_id: `spec-${month}m`,
  });
  return {
    instance_price: price,
    instance_base_price: price + price / 5,
    rootfs_storage_price: 10,
    ...(mode === "prepaid" && { prepaid: { monthly_price: [1, 3, 12].map(offer) } }),
    ...(mode === "spot" && { spot: { spot_status: "", spot_reclaim_time: 0 } }),
  };
}
