import type { BillingMode, StoredInstance } from "./stored-instance.js";
import type { SentVariable } from "./to-variables.js";

/** An instance as a request orders it. */
export interface InstanceOrder {
  readonly name: string;
  readonly product_id: string;
  readonly image: string;
  readonly billing: {
    readonly mode: BillingMode;
    readonly prepaid?: {
      readonly months?: number;
      readonly auto_renew?: { readonly enabled?: boolean; readonly months?: number };
    };
  };
  readonly resource: { readonly rootfs_size_gb?: number; readonly gpu_num?: number };
  readonly type?: "gpu" | "cpu";
  readonly registry_auth_id?: string;
  readonly entrypoint?: string;
  readonly command?: string;
  readonly envs?: readonly SentVariable[];
  readonly ports?: readonly { readonly port?: number; readonly protocol?: string }[];
  readonly network?: { readonly id?: string; readonly ip?: string };
  readonly volumes?: readonly Partial<StoredInstance["volumes"][number]>[];
  readonly candidate_regions?: readonly string[];
  readonly tools?: { readonly jupyter?: { readonly enabled?: boolean; readonly port?: number } };
  readonly auto_migrate?: Partial<StoredInstance["auto_migrate"]>;
}
