// Written by "npx --yes pnpm@10 generate" from specs/huaweicloud-vpcep/openapi.yaml. Do not edit.
export * from "./calls.js";
export * from "./edits.js";
export * from "./error-codes.js";
export * from "./known-values.js";
export * from "./lists.js";
export * from "./types.js";
export type { KnownRegion } from "./operations.js";
