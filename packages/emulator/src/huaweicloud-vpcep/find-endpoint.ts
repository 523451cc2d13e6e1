import { Refusal } from "../service/refusal.js";
import type { VpcepState } from "./state.js";
import type { StoredEndpoint } from "./stored-endpoint.js";
import type { ProjectPath } from "./vpcep-handler.js";

/** Path of an operation on one endpoint. */
export interface EndpointPath extends ProjectPath {
  readonly vpc_endpoint_id: string;
}

/** The endpoint with this id. @throws Refusal 404 `EndPoint.2006` when there is none */
export function findEndpoint(state: VpcepState, id: string): StoredEndpoint {
  const endpoint = state.endpoints.get(id);
  if (endpoint) return endpoint;
  throw new Refusal(404, "EndPoint.2006", `no endpoint has the id ${id}`);
}

/** Which kind of endpoint has something, and what that is. */
interface Kind {
  readonly only: StoredEndpoint["service_type"];
  readonly what: string;
}

/**
 * The endpoint of a path, if it can be changed now, and has what is to be changed.
 *
 * @throws Refusal 404 `EndPoint.2006`, 400 `EndPoint.2019`, `EndPoint.2018`, `EndPoint.2047` for its
 * state, or 400 `EndPoint.0002` for its kind
 */
export function findChangeable(
  state: VpcepState,
  path: EndpointPath,
  { only, what }: Kind,
): StoredEndpoint {
  const endpoint = findEndpoint(state, path.vpc_endpoint_id);
  refuseState(endpoint);
  if (endpoint.service_type === only) return endpoint;
  throw new Refusal(400, "EndPoint.0002", `only ${only} endpoints have ${what}`);
}

/** @throws Refusal when the state of an endpoint allows no change */
export function refuseState({ id, status }: StoredEndpoint): void {
  const codes: Record<string, string> = {
    creating: "EndPoint.2019",
    deleting: "EndPoint.2018",
    failed: "EndPoint.2047",
  };
  const code = codes[status];
  if (code !== undefined) throw new Refusal(400, code, `endpoint ${id} is ${status}`);
}
