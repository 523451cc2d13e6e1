import type { Random } from "../random.js";
import { region } from "./region.js";
import type { StoredPublicService } from "./stored-service.js";
import { toTimestamp } from "./time.js";

const owners = ["dns", "obs", "api", "swr"] as const;

/** Makes one more public service; those of the object store are of type gateway. */
export function makePublicService(
  number: number,
  random: Random,
  now: number,
): StoredPublicService {
  const owner = random.pick(owners);
  return {
    id: random.uuid(),
    owner,
    service_name: `com.myhuaweicloud.${region}.${owner}-${number}`,
    service_type: owner === "obs" ? "gateway" : "interface",
    created_at: toTimestamp(now - 365 * 86_400_000 + number * 3_600_000),
    is_charge: random.below(4) === 0,
  };
}
