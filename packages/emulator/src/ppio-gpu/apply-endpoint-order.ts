import type { EndpointOrder } from "./endpoint-order.js";
import { merge } from "./merge.js";
import { findNamed, invalidArgument } from "./refusals.js";
import type { PpioGpuState } from "./state.js";
import type { StoredServerlessEndpoint } from "./stored-serverless-endpoint.js";
import { toVariables } from "./to-variables.js";

const emptyVolume = { id: "", type: "network", size: 0, mount_point: "" };

/**
 * An endpoint with what a request says of it.
 *
 * @throws Refusal 400 for a product or region that cannot be had, or fewer workers at most than at least
 */
export function applyEndpointOrder(
  state: PpioGpuState,
  endpoint: StoredServerlessEndpoint,
  order: EndpointOrder,
): StoredServerlessEndpoint {
  const changed: StoredServerlessEndpoint = {
    ...endpoint,
    name: order.name ?? endpoint.name,
    product_id: order.product_id ?? endpoint.product_id,
    image: order.image ?? endpoint.image,
    registry_auth_id: order.registry_auth_id ?? endpoint.registry_auth_id,
    entrypoint: order.entrypoint ?? endpoint.entrypoint,
    command: order.command ?? endpoint.command,
    ports: order.ports ?? endpoint.ports,
    envs: order.envs ? toVariables(order.envs) : endpoint.envs,
    volumes: order.volumes?.map((volume) => merge(emptyVolume, volume)) ?? endpoint.volumes,
    region_id: order.region_id ?? endpoint.region_id,
    worker_config: merge(endpoint.worker_config, order.worker_config),
    policy: merge(endpoint.policy, order.policy),
    health_check: merge(endpoint.health_check, order.health_check),
  };
  checkProduct(state, changed);
  const { min_replicas: least, max_replicas: most } = changed.worker_config;
  if (least < 0 || most < least) {
    throw invalidArgument("worker_config: min_replicas must be from 0 to max_replicas");
  }
  return changed;
}

function checkProduct(
  state: PpioGpuState,
  { product_id, region_id }: StoredServerlessEndpoint,
): void {
  const product = findNamed(state.products, "product", product_id);
  if (product.category !== "serverless") {
    throw invalidArgument(`product ${product.id} is for instances, not for endpoints`);
  }
  if (product.region_ids.includes(region_id)) return;
  const offered = product.region_ids.join(", ");
  throw invalidArgument(`product ${product.id} is offered in ${offered}, not in ${region_id}`);
}
