import type { StoredServerlessEndpoint, StoredWorkerConfig } from "./stored-serverless-endpoint.js";
import type { SentVariable } from "./to-variables.js";

type Texts = "name" | "product_id" | "image" | "registry_auth_id" | "entrypoint" | "command";

/** What a request says of an endpoint; what it leaves out keeps its value. */
export interface EndpointOrder
  extends Partial<Pick<StoredServerlessEndpoint, Texts | "ports" | "region_id">> {
  readonly worker_config?: Partial<StoredWorkerConfig>;
  readonly policy?: Partial<StoredServerlessEndpoint["policy"]>;
  readonly health_check?: Partial<StoredServerlessEndpoint["health_check"]>;
  readonly envs?: readonly SentVariable[];
  readonly volumes?: readonly Partial<StoredServerlessEndpoint["volumes"][number]>[];
}
