import { failedPrecondition } from "./refusals.js";
import type { StoredInstance, StoredPrepaid } from "./stored-instance.js";

/** The paid period of an instance. @throws Refusal 400 when it is paid for in another way */
export function requirePrepaid({ id, billing }: StoredInstance): StoredPrepaid {
  if (billing.prepaid !== undefined) return billing.prepaid;
  throw failedPrecondition(
    `instance ${id} has billing mode ${billing.mode}; only prepaid can be renewed`,
  );
}
