// Written by "npx --yes pnpm@10 generate" from specs/huaweicloud-vpcep/openapi.yaml. Do not edit.
import type { ApiRules, PaginationRule, WriteRule } from "@cloud-clients/runtime/kit";
import type { paths } from "./schema.js";

export const api = {
  servers: [
    "https://vpcep.{region}.myhuaweicloud.com",
    "https://vpcep.eu-west-101.myhuaweicloud.eu",
  ],
  idempotent: {
    PUT: {
      "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}": false,
      "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/name": false,
      "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/connections/description": false,
      "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/{permission_id}": false,
      "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}": false,
      "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}/routetables": false,
      "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}/policy": false,
    },
    POST: {
      "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/batch-delete": true,
      "/v1/{project_id}/{resource_type}/resource_instances/action": true,
    },
    DELETE: { "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}/policy": false },
  },
  rateLimitCodes: ["EndPoint.0022"],
  permanentCodes: ["EndPoint.0011", "EndPoint.0012"],
  errorEnvelope: {
    code: ["error.code", "error_code"],
    message: ["error.message", "error_msg"],
    requestId: "X-Request-Id",
  },
  int64: ["marker_id"],
} as const satisfies ApiRules;

export type KnownRegion =
  | "ae-ad-1"
  | "af-north-1"
  | "af-south-1"
  | "ap-southeast-1"
  | "ap-southeast-2"
  | "ap-southeast-3"
  | "ap-southeast-4"
  | "ap-southeast-5"
  | "cn-east-2"
  | "cn-east-3"
  | "cn-east-4"
  | "cn-east-5"
  | "cn-north-1"
  | "cn-north-11"
  | "cn-north-12"
  | "cn-north-2"
  | "cn-north-4"
  | "cn-north-9"
  | "cn-south-1"
  | "cn-south-2"
  | "cn-south-4"
  | "cn-southwest-2"
  | "cn-southwest-3"
  | "eu-west-0"
  | "eu-west-101"
  | "la-north-2"
  | "la-south-2"
  | "me-east-1"
  | "my-kualalumpur-1"
  | "na-mexico-1"
  | "ru-moscow-1"
  | "ru-northwest-2"
  | "sa-brazil-1"
  | "tr-west-1";

export const listEndpointServices = {
  operation: "listEndpointServices",
  path: "/v1/{project_id}/vpc-endpoint-services",
  style: "offset",
  items: "endpoint_services",
  limit: "limit",
  position: "offset",
  total: "total_count",
} as const satisfies PaginationRule<paths>;

export const listPublicEndpointServices = {
  operation: "listPublicEndpointServices",
  path: "/v1/{project_id}/vpc-endpoint-services/public",
  style: "offset",
  items: "endpoint_services",
  limit: "limit",
  position: "offset",
  total: "total_count",
} as const satisfies PaginationRule<paths>;

export const updateEndpointService = {
  operation: "updateEndpointService",
  path: "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}",
  read: "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}",
  id: "vpc_endpoint_service_id",
  list: "ports",
  identity: ["client_port", "protocol"],
  ordered: false,
  keep: [{ to: "approval_enabled", title: "a boolean", type: "boolean" }],
  fields: {
    client_port: {
      title: "a whole number, 1 to 65535",
      type: "integer",
      least: 1,
      most: 65535,
      required: true,
    },
    server_port: {
      title: "a whole number, 1 to 65535",
      type: "integer",
      least: 1,
      most: 65535,
      required: true,
    },
    protocol: { title: "TCP or UDP", type: "string", enum: ["TCP", "UDP"], default: "TCP" },
  },
  readOnly: [],
} as const satisfies WriteRule<paths>;

export const listServiceConnections = {
  operation: "listServiceConnections",
  path: "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/connections",
  style: "offset",
  items: "connections",
  limit: "limit",
  position: "offset",
  total: "total_count",
} as const satisfies PaginationRule<paths>;

export const listServicePermissions = {
  operation: "listServicePermissions",
  path: "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions",
  style: "offset",
  items: "permissions",
  limit: "limit",
  position: "offset",
  total: "total_count",
} as const satisfies PaginationRule<paths>;

export const listEndpoints = {
  operation: "listEndpoints",
  path: "/v1/{project_id}/vpc-endpoints",
  style: "offset",
  items: "endpoints",
  limit: "limit",
  position: "offset",
  total: "total_count",
} as const satisfies PaginationRule<paths>;

export const updateEndpointWhitelist = {
  operation: "updateEndpointWhitelist",
  path: "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}",
  read: "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}",
  id: "vpc_endpoint_id",
  list: "whitelist",
  identity: [],
  ordered: false,
  keep: [{ to: "enable_whitelist", title: "a boolean", type: "boolean" }],
  entry: {
    title: "an IPv4 address or a CIDR range",
    type: "string",
    least: 1,
    pattern: "^((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(/(3[0-2]|[12]?[0-9]))?$",
  },
  fields: {},
  readOnly: [],
} as const satisfies WriteRule<paths>;

export const updateEndpointRouteTables = {
  operation: "updateEndpointRouteTables",
  path: "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}/routetables",
  read: "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}",
  id: "vpc_endpoint_id",
  list: "routetables",
  identity: [],
  ordered: false,
  failures: "error",
  entry: { title: "a string of 1 or more characters", type: "string", least: 1 },
  fields: {},
  readOnly: [],
} as const satisfies WriteRule<paths>;

export const listResourceInstances = {
  operation: "listResourceInstances",
  path: "/v1/{project_id}/{resource_type}/resource_instances/action",
  style: "offset",
  items: "resources",
  limit: "limit",
  position: "offset",
  total: "total_count",
  in: "body",
  digits: true,
  fixed: { action: "filter" },
} as const satisfies PaginationRule<paths>;
