import { Refusal } from "../../service/refusal.js";
import { addMonths } from "../add-months.js";
import { findInstance, type InstancePath, ppioHandler } from "../ppio-handler.js";

interface Input {
  readonly path: InstancePath;
  readonly body: { readonly months: number };
}

/** Adds months to the end of a paid period. */
export const renewInstance = ppioHandler<Input>("renewInstance", ({ state, path, body }) => {
  const { billing, id } = findInstance(state, path);
  if (billing.prepaid === undefined) {
    const message = `instance ${id} has billing mode ${billing.mode}; only prepaid can be renewed`;
    throw new Refusal(400, "FAILED_PRECONDITION", message);
  }
  billing.prepaid.end_time = addMonths(billing.prepaid.end_time, body.months);
  return {};
});
