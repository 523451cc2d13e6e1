export * from "@cloud-clients/runtime";
export * from "./generated/index.js";
