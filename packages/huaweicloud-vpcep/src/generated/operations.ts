// Written by "pnpm generate" from specs/huaweicloud-vpcep/openapi.yaml. Do not edit.
import type { ApiRules, PaginationRule, WriteRule } from "@cloud-clients/runtime";
import type { paths } from "./schema.js";

export const api = {
  name: "huaweicloud-vpcep",
  servers: [
    "https://vpcep.{region}.myhuaweicloud.com",
    "https://vpcep.eu-west-101.myhuaweicloud.eu",
  ],
  idempotent: { "PUT /v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}": false },
  rateLimitCodes: ["EndPoint.0022"],
  permanentCodes: ["EndPoint.0011", "EndPoint.0012"],
  int64: ["marker_id"],
} as const satisfies ApiRules;

export const listEndpointServices = {
  operation: "listEndpointServices",
  path: "/v1/{project_id}/vpc-endpoint-services",
  style: "offset",
  request: { limit: "limit", offset: "offset" },
  response: { items: "endpoint_services", total: "total_count" },
} as const satisfies PaginationRule<paths>;

export const listPublicEndpointServices = {
  operation: "listPublicEndpointServices",
  path: "/v1/{project_id}/vpc-endpoint-services/public",
  style: "offset",
  request: { limit: "limit", offset: "offset" },
  response: { items: "endpoint_services", total: "total_count" },
} as const satisfies PaginationRule<paths>;

export const updateEndpointService = {
  operation: "updateEndpointService",
  path: "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}",
  read: "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}",
  id: "vpc_endpoint_service_id",
  list: "ports",
  identity: ["client_port", "protocol"],
  ordered: false,
  unique: [["server_port", "protocol"]],
  maxItems: 200,
  fields: {
    client_port: { type: "integer", minimum: 1, maximum: 65535 },
    server_port: { type: "integer", minimum: 1, maximum: 65535 },
    protocol: { type: "string", enum: ["TCP", "UDP"], default: "TCP" },
  },
  readOnly: [],
} as const satisfies WriteRule<paths>;
