// Written by "npx --yes pnpm@10 generate" from specs/ppio-gpu/openapi.yaml. Do not edit.
import type { ApiRules, PaginationRule, WriteRule } from "@cloud-clients/runtime/kit";
import type { paths } from "./schema.js";

export const api = {
  servers: ["https://api.ppio.com", "https://api.novita.ai"],
  idempotent: {
    PUT: {
      "/gpus/v2/instances/{instance_id}/start": false,
      "/gpus/v2/instances/{instance_id}/stop": false,
      "/gpus/v2/instances/{instance_id}/restart": false,
      "/gpus/v2/instances/{instance_id}/ports": false,
      "/gpus/v2/instances/{instance_id}/upgrade": false,
      "/gpus/v2/instances/{instance_id}/renew": false,
      "/gpus/v2/instances/{instance_id}/auto-renew": false,
      "/gpus/v2/instances/{instance_id}/billing-mode": false,
      "/gpus/v2/instances/{instance_id}/migrate": false,
      "/gpus/v2/instances/{instance_id}/auto-migrate": false,
      "/gpus/v2/instances/{instance_id}/rootfs-expand": false,
      "/gpus/v2/instances/{instance_id}/web-terminal": false,
      "/gpus/v2/endpoints/{endpoint_id}": false,
      "/gpus/v2/templates/{template_id}": false,
      "/gpus/v2/networks/{network_id}": false,
    },
    POST: { "/gpus/v2/jobs/{job_id}/stop": true },
    DELETE: { "/gpus/v2/images/{image_id}": false },
  },
  errorEnvelope: {
    code: ["code", "error.code"],
    message: ["message", "error.message", "reason", "error"],
    requestId: "X-Request-Id",
  },
} as const satisfies ApiRules;

export const listInstances = {
  operation: "listInstances",
  path: "/gpus/v2/instances",
  style: "cursor",
  items: "data",
  limit: "limit",
  position: "cursor",
  next: "next_cursor",
  more: "has_more",
} as const satisfies PaginationRule<paths>;

export const updateInstancePorts = {
  operation: "updateInstancePorts",
  path: "/gpus/v2/instances/{instance_id}/ports",
  read: "/gpus/v2/instances/{instance_id}",
  id: "instance_id",
  list: "ports",
  identity: ["port", "protocol"],
  ordered: false,
  fields: {
    port: {
      title: "a whole number, 1 to 65535",
      type: "integer",
      least: 1,
      most: 65535,
      required: true,
    },
    protocol: { title: "tcp or http", type: "string", enum: ["tcp", "http"], required: true },
  },
  readOnly: ["endpoint"],
} as const satisfies WriteRule<paths>;

export const listEndpoints = {
  operation: "listEndpoints",
  path: "/gpus/v2/endpoints",
  style: "cursor",
  items: "data",
  limit: "limit",
  position: "cursor",
  next: "next_cursor",
  more: "has_more",
} as const satisfies PaginationRule<paths>;

export const listJobs = {
  operation: "listJobs",
  path: "/gpus/v2/jobs",
  style: "cursor",
  items: "data",
  limit: "limit",
  position: "cursor",
  next: "next_cursor",
  more: "has_more",
  silentEnd: true,
} as const satisfies PaginationRule<paths>;

export const listImages = {
  operation: "listImages",
  path: "/gpus/v2/images",
  style: "cursor",
  items: "data",
  limit: "limit",
  position: "cursor",
  next: "next_cursor",
  more: "has_more",
  silentEnd: true,
} as const satisfies PaginationRule<paths>;

export const listImagePrewarmTasks = {
  operation: "listImagePrewarmTasks",
  path: "/gpus/v2/prewarm-tasks",
  style: "cursor",
  items: "data",
  limit: "limit",
  position: "cursor",
  next: "next_cursor",
  more: "has_more",
} as const satisfies PaginationRule<paths>;

export const listTemplates = {
  operation: "listTemplates",
  path: "/gpus/v2/templates",
  style: "cursor",
  items: "data",
  limit: "limit",
  position: "cursor",
  next: "next_cursor",
  more: "has_more",
} as const satisfies PaginationRule<paths>;

export const listNetworks = {
  operation: "listNetworks",
  path: "/gpus/v2/networks",
  style: "cursor",
  items: "data",
  limit: "limit",
  position: "cursor",
  next: "next_cursor",
  more: "has_more",
  silentEnd: true,
} as const satisfies PaginationRule<paths>;

export const listProducts = {
  operation: "listProducts",
  path: "/gpus/v2/products",
  style: "single",
  items: "data",
  unless: ["next_cursor", "has_more"],
} as const satisfies PaginationRule<paths>;

export const listRegions = {
  operation: "listRegions",
  path: "/gpus/v2/regions",
  style: "cursor",
  items: "data",
  limit: "limit",
  position: "cursor",
  next: "next_cursor",
  more: "has_more",
  silentEnd: true,
} as const satisfies PaginationRule<paths>;
