// Written by "npx --yes pnpm@10 generate" from specs/huaweicloud-vpcep/openapi.yaml. Do not edit.

/** Documented values, by schema and field. The service may use others. */
export const knownValues = {
  Version: { status: ["CURRENT", "SUPPORT", "DEPRECATED"] },
  StoredPortMapping: { protocol: ["TCP", "UDP"] },
  EndpointService: {
    server_type: ["VM", "VIP", "LB"],
    status: ["creating", "available", "failed", "deleting"],
    service_type: ["gateway", "interface"],
    supported_editions: ["profession", "basic"],
    ip_version: ["ipv4", "ipv6"],
    cidr_type: ["public", "internal"],
    tcp_proxy: ["close", "toa_open", "proxy_open", "open", "proxy_vni"],
  },
  PublicEndpointService: { service_type: ["gateway", "interface"], is_charge: ["true", "false"] },
  EndpointServiceSummary: { service_type: ["gateway", "interface"], is_charge: ["true", "false"] },
  Connection: {
    status: ["pendingAcceptance", "creating", "accepted", "rejected", "failed", "deleting"],
  },
  Permission: { permission_type: ["domainId", "orgPath"] },
  PermissionTexts: { permission_type: ["domainId", "orgPath"] },
  StoredPolicyStatement: { Effect: ["Allow", "Deny"] },
  Endpoint: {
    service_type: ["gateway", "interface"],
    status: ["pendingAcceptance", "creating", "accepted", "rejected", "failed", "deleting"],
    active_status: [
      "active",
      "frozen",
      "arrear_frozen",
      "verify_frozen",
      "police_frozen",
      "illegal_frozen",
      "partner_frozen",
    ],
    enable_status: ["enable", "disable"],
  },
  Quota: { type: ["endpoint_service", "endpoint"] },
} as const;
