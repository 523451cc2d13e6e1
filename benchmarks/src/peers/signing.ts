import { fileURLToPath } from "node:url";
import { ours } from "./clients.js";

const module = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The clients that sign their requests, by the names that comparisons give them: what users install, and its module. */
export const huawei = "Huawei SDK core";
export const signing = {
  [ours]: { installs: "@cloud-clients/huaweicloud-vpcep", file: module("ours-signed.ts") },
  [huawei]: { installs: "@huaweicloud/huaweicloud-sdk-core", file: module("huawei-sdk.ts") },
};
