import { checkPorts } from "./check-ports.js";
import { merge } from "./merge.js";
import type { StoredTemplate } from "./stored-template.js";
import type { TemplateOrder } from "./template-order.js";
import { toVariables } from "./to-variables.js";

/** A template with what a request says of it. @throws Refusal 400 for ports that make no sense */
export function applyTemplateOrder(template: StoredTemplate, order: TemplateOrder): StoredTemplate {
  return {
    ...template,
    name: order.name ?? template.name,
    type: order.type ?? template.type,
    image: order.image ?? template.image,
    registry_auth_id: order.registry_auth_id ?? template.registry_auth_id,
    command: order.command ?? template.command,
    entrypoint: order.entrypoint ?? template.entrypoint,
    rootfs_size_gb: order.rootfs_size_gb ?? template.rootfs_size_gb,
    ports: order.ports ? checkPorts(order.ports) : template.ports,
    envs: order.envs ? toVariables(order.envs) : template.envs,
    metadata: merge(template.metadata, order.metadata),
    min_cuda_version: order.min_cuda_version ?? template.min_cuda_version,
  };
}
