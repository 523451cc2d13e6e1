import type { StoredTemplate, StoredTemplateMetadata } from "./stored-template.js";
import type { SentVariable } from "./to-variables.js";

type Texts = "name" | "type" | "image" | "registry_auth_id" | "command" | "entrypoint";

/** What a request says of a template; what it leaves out keeps its value. */
export interface TemplateOrder
  extends Partial<Pick<StoredTemplate, Texts | "rootfs_size_gb" | "min_cuda_version">> {
  readonly ports?: readonly { readonly port?: number; readonly protocol?: string }[];
  readonly envs?: readonly SentVariable[];
  readonly metadata?: Partial<StoredTemplateMetadata>;
}
