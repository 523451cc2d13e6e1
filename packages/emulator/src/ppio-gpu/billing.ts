/** How an instance is paid for. */
export type BillingMode = "postpaid" | "prepaid" | "spot";

/** A paid period. */
export interface StoredPrepaid {
  months: number;
  end_time: number;
  auto_renew: { enabled: boolean; months: number; status: string };
}

/** What an instance costs, in the vendor's unnamed unit. */
export interface StoredPricing {
  instance_price: number;
  instance_base_price: number;
  rootfs_storage_price: number;
  prepaid?: {
    monthly_price: {
      price: number;
      base_price: number;
      month: number;
      price_precision: number;
      month_spec_id: string;
    }[];
  };
  spot?: { spot_status: string; spot_reclaim_time: number };
}

/** Whether and how a paid period is renewed by itself. */
export type AutoRenew = StoredPrepaid["auto_renew"];

/** A paid period of so many months from a Unix time in seconds. */
export function makePrepaid(from: number, months: number, autoRenew: AutoRenew): StoredPrepaid {
  return { months, end_time: addMonths(from, months), auto_renew: autoRenew };
}

/** Settings of automatic renewal with the state that follows from them. */
export function toAutoRenew(enabled: boolean, months: number): AutoRenew {
  return { enabled, months, status: enabled ? "active" : "inactive" };
}

/**
 * A Unix time moved by calendar months, in UTC. A day that the target month lacks becomes its last
 * day: 31 January plus one month is 28 or 29 February.
 */
export function addMonths(seconds: number, months: number): number {
  const date = new Date(seconds * 1000);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return Math.floor(date.getTime() / 1000);
}

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
