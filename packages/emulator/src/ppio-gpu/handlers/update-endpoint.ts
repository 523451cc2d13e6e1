import { applyEndpointOrder } from "../apply-endpoint-order.js";
import type { EndpointOrder } from "../endpoint-order.js";
import { type EndpointPath, findEndpoint } from "../find-endpoint.js";
import { ppioHandler } from "../ppio-handler.js";
import { scaleWorkers } from "../scale-workers.js";

/** Changes an endpoint. What the request leaves out keeps its value. */
export const updateEndpoint = ppioHandler<{ path: EndpointPath; body: EndpointOrder }>(
  "updateEndpoint",
  ({ state, path, body }) => {
    const endpoint = applyEndpointOrder(state, findEndpoint(state, path), body);
    state.endpoints.set(endpoint.id, endpoint);
    if (endpoint.status.status === "running") scaleWorkers(state, endpoint);
    return {};
  },
);
