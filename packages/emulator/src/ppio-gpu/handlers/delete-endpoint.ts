import { type EndpointPath, findEndpoint } from "../find-endpoint.js";
import { ppioHandler } from "../ppio-handler.js";

/** Deletes an endpoint at once. */
export const deleteEndpoint = ppioHandler<{ path: EndpointPath }>(
  "deleteEndpoint",
  ({ state, path }) => {
    state.endpoints.delete(findEndpoint(state, path).id);
    return {};
  },
);
