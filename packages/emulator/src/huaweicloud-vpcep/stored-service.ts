/** An endpoint service as the emulator keeps it: the wire form of `getEndpointService`. */
export interface StoredService {
  id: string;
  port_id: string;
  vip_port_id?: string;
  ip?: string;
  /** `<region>.<id>` or `<region>.<name>.<id>`. */
  service_name: string;
  server_type: "VM" | "VIP" | "LB";
  vpc_id: string;
  approval_enabled: boolean;
  status: "creating" | "available" | "failed" | "deleting";
  service_type: "gateway" | "interface";
  created_at: string;
  updated_at: string;
  cidr_type: "public" | "internal";
  ports: StoredPortMapping[];
  tcp_proxy: string;
  tags: StoredTag[];
  description: string;
}

/** A mapping from what endpoints offer to what the backend listens on. */
export interface StoredPortMapping {
  client_port: number;
  server_port: number;
  protocol: "TCP" | "UDP";
}

/** A label on a resource. */
export interface StoredTag {
  key: string;
  value: string;
}

/** A service that everybody may connect to: the wire form of `listPublicEndpointServices`. */
export interface StoredPublicService {
  id: string;
  owner: string;
  service_name: string;
  service_type: "gateway" | "interface";
  created_at: string;
  is_charge: boolean;
}
