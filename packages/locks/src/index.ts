export type { Hold, Lock } from "@cloud-clients/runtime";
export type { LeaseOptions, LockOptions } from "./engine.js";
