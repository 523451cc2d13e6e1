import type { StoredStatus } from "./stored-status.js";

/** A job as the emulator keeps it: the wire form of `getJob`, and what it works on. */
export interface StoredJob {
  id: string;
  type: "saveImage" | "instanceMigrate";
  envs: string[];
  status: StoredStatus;
  /** The instance that is saved or migrated. */
  instance_id: string;
  /** Where `saveImage` stores the image. */
  image?: string;
  /** State that the instance of `instanceMigrate` has afterwards. */
  resume?: string;
  /** Unix time in seconds. */
  created_at: number;
}
