// Written by "pnpm generate" from specs/ppio-gpu/openapi.yaml. Do not edit.
import type { ApiRules, PaginationRule, WriteRule } from "@cloud-clients/runtime";
import type { paths } from "./schema.js";

export const api = {
  name: "ppio-gpu",
  servers: ["https://api.ppio.com", "https://api.novita.ai"],
  idempotent: {
    PUT: {
      "/gpus/v2/instances/{instance_id}/ports": false,
      "/gpus/v2/instances/{instance_id}/renew": false,
      "/gpus/v2/instances/{instance_id}/rootfs-expand": false,
    },
  },
} as const satisfies ApiRules;

export const listInstances = {
  operation: "listInstances",
  path: "/gpus/v2/instances",
  style: "cursor",
  request: { limit: "limit", cursor: "cursor" },
  response: { items: "data", cursor: "next_cursor", more: "has_more" },
} as const satisfies PaginationRule<paths>;

export const updateInstancePorts = {
  operation: "updateInstancePorts",
  path: "/gpus/v2/instances/{instance_id}/ports",
  read: "/gpus/v2/instances/{instance_id}",
  id: "instance_id",
  list: "ports",
  identity: ["port", "protocol"],
  ordered: false,
  unique: [],
  fields: {
    port: { type: "integer", minimum: 1, maximum: 65535, required: true },
    protocol: { type: "string", enum: ["tcp", "http"], required: true },
  },
  readOnly: ["endpoint"],
} as const satisfies WriteRule<paths>;
