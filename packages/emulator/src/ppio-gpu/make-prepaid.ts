import { addMonths } from "./add-months.js";
import type { StoredPrepaid } from "./stored-instance.js";

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
