import { find } from "./refusals.js";
import type { PpioGpuState } from "./state.js";
import type { StoredServerlessEndpoint } from "./stored-serverless-endpoint.js";

/** Path of an operation on one serverless endpoint. */
export interface EndpointPath {
  readonly endpoint_id: string;
}

/** The endpoint with this id. @throws Refusal 404 when there is none */
export function findEndpoint(
  state: PpioGpuState,
  { endpoint_id: id }: EndpointPath,
): StoredServerlessEndpoint {
  return find(state.endpoints, "endpoint", id);
}
