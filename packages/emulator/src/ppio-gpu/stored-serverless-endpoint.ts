import type { StoredStatus } from "./stored-status.js";

/** A serverless endpoint as the emulator keeps it: the wire form of `getEndpoint`, all fields present. */
export interface StoredServerlessEndpoint {
  id: string;
  type: "sync" | "async";
  name: string;
  app_name: string;
  status: StoredStatus;
  url: string;
  product_id: string;
  worker_config: StoredWorkerConfig;
  policy: { type: string; value: number };
  image: string;
  registry_auth_id: string;
  entrypoint: string;
  command: string;
  volumes: { id: string; type: string; size: number; mount_point: string }[];
  envs: { key: string; value: string }[];
  ports: number[];
  workers: StoredWorker[];
  health_check: { path: string; port: number };
  region_id: string;
  member_id: string;
  owner_id: string;
  /** Unix time in seconds. */
  created_at: number;
}

/** How many workers an endpoint has, and of what kind. */
export interface StoredWorkerConfig {
  min_replicas: number;
  max_replicas: number;
  idle_timeout: number;
  max_concurrent_per_worker: number;
  gpu_num: number;
  rootfs_size_gb: number;
  min_cuda_version: string;
  request_timeout: number;
}

/** A worker of an endpoint. */
export interface StoredWorker {
  id: string;
  status: StoredStatus;
  log: string;
  health: boolean;
  drain: boolean;
}
