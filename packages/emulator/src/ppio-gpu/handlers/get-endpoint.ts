import { type EndpointPath, findEndpoint } from "../find-endpoint.js";
import { ppioHandler } from "../ppio-handler.js";

/** One serverless endpoint with its workers. */
export const getEndpoint = ppioHandler<{ path: EndpointPath }>("getEndpoint", ({ state, path }) =>
  findEndpoint(state, path),
);
