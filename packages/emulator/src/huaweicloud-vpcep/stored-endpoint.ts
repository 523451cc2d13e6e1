import type { StoredTag } from "./stored-service.js";

/** An endpoint as the emulator keeps it: the wire form of `getEndpoint`. */
export interface StoredEndpoint {
  id: string;
  service_type: "gateway" | "interface";
  status: "creating" | "pendingAcceptance" | "accepted" | "rejected" | "failed" | "deleting";
  active_status: string[];
  endpoint_service_id: string;
  endpoint_service_name: string;
  /** Exact: most values are above 2^53. */
  marker_id: bigint;
  enable_dns: boolean;
  dns_names?: string[];
  /** Set when an interface endpoint is accepted. */
  ip?: string;
  vpc_id: string;
  subnet_id?: string;
  created_at: string;
  updated_at: string;
  tags: StoredTag[];
  whitelist: string[];
  enable_whitelist: boolean;
  routetables: string[];
  specification_name: string;
  enable_status: "enable" | "disable";
  description: string;
  policy_statement?: unknown[];
  policy_document?: object;
  /** Why it is `failed`. */
  error?: { error_code: string; error_message: string }[];
}
