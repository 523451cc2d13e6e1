import type { StoredStatus } from "./stored-status.js";

/** A private network as the emulator keeps it; `getNetwork` shows a part. */
export interface StoredNetwork {
  id: string;
  owner_id: string;
  name: string;
  status: StoredStatus;
  region_id: string;
  member_id: string;
  /** Unix time in seconds. */
  created_at: number;
}
