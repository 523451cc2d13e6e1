// Written by "npx --yes pnpm@10 generate" from specs/ppio-gpu/openapi.yaml. Do not edit.
export * from "./calls.js";
export * from "./client.js";
export * from "./edits.js";
export * from "./known-values.js";
export * from "./lists.js";
export * from "./types.js";
