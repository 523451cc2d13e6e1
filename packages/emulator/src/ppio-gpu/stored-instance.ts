/** An instance as the emulator keeps it: the wire form of `getInstance`, all fields present. */
export interface StoredInstance {
  id: string;
  name: string;
  type: "gpu" | "cpu";
  product_id: string;
  image: string;
  registry_auth_id: string;
  entrypoint: string;
  command: string;
  billing: { mode: BillingMode; prepaid?: StoredPrepaid };
  envs: { key: string; value: string }[];
  ports: StoredPort[];
  resource_specs: {
    rootfs_size_gb: number;
    gpu_num: number;
    cpu_num: number;
    memory_gb: number;
    gpu_ids: number[];
  };
  network: { id: string; ip: string };
  volumes: { type: string; id: string; mount_point: string }[];
  region: string;
  tools: StoredTools;
  auto_migrate: { enabled: boolean; include_system_disk: boolean };
  status: { status: string; error: string; message: string };
  pricing: StoredPricing;
  /** Unix time in seconds, as all times here. */
  created_at: number;
  last_started_at: number;
  /** 0: never. */
  last_stopped_at: number;
  member_id: string;
  owner_id: string;
  region_version: string;
}

/** How an instance is paid for. */
export type BillingMode = "postpaid" | "prepaid" | "spot";

/** A paid period. */
export interface StoredPrepaid {
  months: number;
  end_time: number;
  auto_renew: { enabled: boolean; months: number; status: string };
}

/** An exposed port with the address it can be reached at. */
export interface StoredPort {
  port: number;
  protocol: "tcp" | "http";
  /** `host:port` for tcp, a URL for http. */
  endpoint: string;
}

/** Ways into an instance. */
export interface StoredTools {
  jupyter: { endpoint: string; enabled: boolean; port: number };
  ssh: { command: string; password: string; username: string };
  web_terminal: { endpoint: string; enabled: boolean; username: string; password: string };
  log: { instance_endpoint: string; system_endpoint: string };
}

/** What an instance costs, in the vendor's unnamed unit. */
export interface StoredPricing {
  instance_price: number;
  instance_base_price: number;
  rootfs_storage_price: number;
  prepaid?: {
    monthly_price: {
      price: number;
      base_price: number;
      month: number;
      price_precision: number;
      month_spec_id: string;
    }[];
  };
  spot?: { spot_status: string; spot_reclaim_time: number };
}
