import { Refusal } from "../service/refusal.js";

/** @throws Refusal 400 `EndPoint.3036` when no permission is named */
export function refuseNone(permissions: readonly unknown[]): void {
  if (permissions.length === 0) throw new Refusal(400, "EndPoint.3036", "permissions is empty");
}
