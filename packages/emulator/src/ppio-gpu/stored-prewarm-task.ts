import type { StoredStatus } from "./stored-status.js";

/** A prewarm task as the emulator keeps it: the wire form of `getImagePrewarmTask`, all fields present. */
export interface StoredPrewarmTask {
  task_id: string;
  name: string;
  image: string;
  region_id: string;
  product_ids: string[];
  /** Bytes. */
  image_size: number;
  /** Unix time in seconds. */
  created_at: number;
  /** 0: not yet. */
  completed_at: number;
  status: StoredStatus;
  registry_auth_id: string;
  note: string;
  reason: string[];
}
