import { Refusal } from "../service/refusal.js";
import { type Call, type CallInput, type Handler, handler } from "../service/service.js";
import type { VpcepState } from "./state.js";
import type { StoredService } from "./stored-service.js";

/** A handler of this service; see {@link handler}. */
export function vpcepHandler<Input extends CallInput>(
  operationId: string,
  run: (call: Call<VpcepState> & Input) => unknown,
): Handler<VpcepState> {
  return handler<VpcepState, Input>(operationId, run);
}

/** Path of an operation in a project. */
export interface ProjectPath {
  readonly project_id: string;
}

/** Path of an operation on one endpoint service. */
export interface ServicePath extends ProjectPath {
  readonly vpc_endpoint_service_id: string;
}

/** The service with this id. @throws Refusal 400 `EndPoint.2003` when there is none */
export function findService(
  state: VpcepState,
  { vpc_endpoint_service_id: id }: ServicePath,
): StoredService {
  const service = state.services.get(id);
  if (service) return service;
  throw new Refusal(400, "EndPoint.2003", `no endpoint service has the id ${id}`);
}
