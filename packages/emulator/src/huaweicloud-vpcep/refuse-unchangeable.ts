import { Refusal } from "../service/refusal.js";
import type { StoredService } from "./stored-service.js";

/** @throws Refusal 400 `EndPoint.3045` when the state of a service allows no change */
export function refuseUnchangeable({ status }: StoredService): void {
  if (status !== "creating" && status !== "deleting") return;
  throw new Refusal(400, "EndPoint.3045", `a service that is ${status} cannot be changed`);
}
