import { type Call, type CallInput, type Handler, handler } from "../service/service.js";
import { find } from "./refusals.js";
import type { PpioGpuState } from "./state.js";
import type { StoredInstance } from "./stored-instance.js";

/** A handler of this service; see {@link handler}. */
export function ppioHandler<Input extends CallInput>(
  operationId: string,
  run: (call: Call<PpioGpuState> & Input) => unknown,
): Handler<PpioGpuState> {
  return handler<PpioGpuState, Input>(operationId, run);
}

/** Path of an operation on one instance. */
export interface InstancePath {
  readonly instance_id: string;
}

/** The instance with this id. @throws Refusal 404 when there is none */
export function findInstance(state: PpioGpuState, path: InstancePath): StoredInstance {
  return find(state.instances, "instance", path.instance_id);
}
